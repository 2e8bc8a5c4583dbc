#include "mock_host/staffing/secret_box.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "mock_host/staffing/errors.hpp"

namespace mock_host {

static_assert(crypto_secretbox_KEYBYTES == 32, "SecretBox::key_ has this size");

namespace {

using Bytes = std::vector<unsigned char>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void start_sodium() {
    if (sodium_init() < 0) throw StaffingError("The encryption library libsodium could not be started.");
}

std::string to_hex(const unsigned char* data, std::size_t size) {
    std::string hex(size * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), data, size);
    hex.pop_back();  // the terminating zero
    return hex;
}

/// Nothing when `hex` holds anything but whole bytes.
std::optional<Bytes> from_hex(std::string_view hex) {
    Bytes result(hex.size() / 2);
    std::size_t written = 0;
    const bool done =
        sodium_hex2bin(result.data(), result.size(), hex.data(), hex.size(), nullptr, &written, nullptr) == 0;
    if (!done || written * 2 != hex.size()) return std::nullopt;
    return result;
}

}  // namespace

SecretBox::SecretBox() {
    start_sodium();
    crypto_secretbox_keygen(key_.data());
}

SecretBox::SecretBox(const std::filesystem::path& key_file) {
    start_sodium();
    std::string line;
    if (std::ifstream file(key_file); !std::getline(file, line)) {
        throw StaffingError("The key file " + key_file.string() +
                            " of the stored credentials is missing or empty: put it back, or remove the "
                            "credentials and enter them again.");
    }
    std::optional<Bytes> key = from_hex(line);
    sodium_memzero(line.data(), line.size());
    if (!key || key->size() != key_.size()) {
        throw StaffingError("The key file " + key_file.string() + " holds no key: put the right one back.");
    }
    std::copy(key->begin(), key->end(), key_.begin());
    sodium_memzero(key->data(), key->size());
}

SecretBox::~SecretBox() {
    sodium_memzero(key_.data(), key_.size());
}

void SecretBox::save(const std::filesystem::path& key_file) const {
    // Made with its final rights, so that there is no moment in which others can read it.
    const int file = ::open(key_file.string().c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    std::string hex = to_hex(key_.data(), key_.size());
    const bool written =
        file >= 0 && ::write(file, hex.data(), hex.size()) == static_cast<ssize_t>(hex.size());
    sodium_memzero(hex.data(), hex.size());
    if (file < 0 || ::close(file) != 0 || !written) {
        throw StaffingError("The key file " + key_file.string() + " for credentials could not be written.");
    }
}

std::string SecretBox::seal(std::string_view secret) const {
    Bytes sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(sealed.data() + crypto_secretbox_NONCEBYTES, bytes(secret), secret.size(),
                          sealed.data(), key_.data());
    return to_hex(sealed.data(), sealed.size());
}

std::optional<std::string> SecretBox::open(std::string_view sealed) const {
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const std::optional<Bytes> box = from_hex(sealed);
    if (!box || box->size() < overhead) return std::nullopt;
    std::string secret(box->size() - overhead, '\0');
    const int failed = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char*>(secret.data()), box->data() + crypto_secretbox_NONCEBYTES,
        box->size() - crypto_secretbox_NONCEBYTES, box->data(), key_.data());
    if (failed != 0) return std::nullopt;
    return secret;
}

}  // namespace mock_host
