#include "mock_host/staffing/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "mock_host/staffing/errors.hpp"
#include "mock_host/staffing/wipe.hpp"

namespace mock_host {

namespace {

/// An open file, closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (is_open()) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

  private:
    const int number_;
};

std::string reason(int error) {
    return std::generic_category().message(error);
}

/// Throws unless it is a file that only this user can read.
void expect_private(const Descriptor& file, const std::string& name) {
    struct stat status {};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        throw StaffingError("The key file " + name + " of the stored credentials is not a file.");
    }
    if (status.st_uid != ::geteuid()) {
        throw StaffingError("The key file " + name +
                            " of the stored credentials belongs to another user, so it is not trusted. Run "
                            "this program as its owner, or give the file to the user who runs it (chown).");
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw StaffingError(
            "The key file " + name +
            " of the stored credentials can be read or changed by other users of this computer, so it is not "
            "used. "
            "Remove their rights (chmod 600). If they may have read it, change the stored passwords.");
    }
}

}  // namespace

std::optional<SecretKey> KeyFile::get() const {
    const std::string name = file_.string();
    const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.is_open()) {
        if (errno == ENOENT) return std::nullopt;
        throw StaffingError("The key file " + name +
                            " of the stored credentials cannot be read: " + reason(errno) + ".");
    }
    expect_private(file, name);
    std::string text(2 * SecretKey::size_bytes + 2,
                     '\0');  // room for a line's end, and for one byte too many
    const WipeAtEnd wiped(text);
    const ssize_t size = ::read(file.number(), text.data(), text.size());
    std::string_view digits(text.data(), size < 0 ? 0 : static_cast<std::size_t>(size));
    if (digits.ends_with('\n')) digits.remove_suffix(1);
    std::optional<SecretKey> key = SecretKey::from_hex(digits);
    if (!key) {
        throw StaffingError("The key file " + name +
                            " of the stored credentials contains no key. Restore the right file.");
    }
    return key;
}

void KeyFile::put(const SecretKey& key) const {
    const std::string name = file_.string();
    std::string hex = key.hex();
    const WipeAtEnd wiped(hex);
    // Created with its final rights, so that others can never read it.
    const Descriptor file(::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
    bool written = false;
    if (file.is_open()) {
        written = ::write(file.number(), hex.data(), hex.size()) == static_cast<ssize_t>(hex.size()) &&
                  ::fsync(file.number()) == 0;
    }
    if (written) return;
    const std::string why = reason(errno);
    if (file.is_open()) ::unlink(name.c_str());  // half a key would block a whole one
    throw StaffingError("The key file " + name + " for credentials could not be written: " + why + ".");
}

}  // namespace mock_host
