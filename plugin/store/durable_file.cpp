#include "store/durable_file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include "store/database.hpp"
#include "store/utf8_path.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File open_new(const fs::path& path) {
#ifdef _WIN32
    return File(_wfopen(path.c_str(), L"wb"));
#else
    return File(std::fopen(path.c_str(), "wbe"));
#endif
}

/// That a file has its name is on the disk only when its folder is.
void put_folder_on_disk(const fs::path& folder) {
#ifdef _WIN32
    (void)folder;  // NTFS keeps a log of names
#else
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
#endif
}

}  // namespace

std::FILE* open_to_change(const fs::path& path) {
#ifdef _WIN32
    std::FILE* const file = _wfopen(path.c_str(), L"r+b");
#else
    std::FILE* const file = std::fopen(path.c_str(), "r+be");
#endif
    if (file == nullptr) throw StoreError(std::generic_category().message(errno) + ".");
    return file;
}

bool put_on_disk(std::FILE* file) {
#ifdef _WIN32
    return std::fflush(file) == 0 && _commit(_fileno(file)) == 0;
#else
    return std::fflush(file) == 0 && fsync(fileno(file)) == 0;
#endif
}

void write_durably(const std::string& path, const std::string& text) {
    const std::string beside = path + ".new";
    {
        const File file = open_new(path_from_utf8(beside));
        if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
            !put_on_disk(file.get())) {
            throw StoreError("The file " + path + " cannot be written (" +
                             std::generic_category().message(errno) +
                             "). Give this user the right to write it, and make room on the disk.");
        }
    }
    fs::rename(path_from_utf8(beside), path_from_utf8(path));
    put_folder_on_disk(path_from_utf8(path).parent_path());
}

bool may_write_in(const fs::path& folder) {
    const fs::path probe = folder / ".send_text_probe";
    if (open_new(probe) == nullptr) return false;
    std::error_code ignored;
    fs::remove(probe, ignored);
    return true;
}

}  // namespace send_text
