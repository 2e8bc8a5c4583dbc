#include "store/durable_file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <vector>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include "core/utf8_path.hpp"
#include "store/database.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

enum class MayBeThere { yes, no };

/// A file to write, which only this user may read.
File make(const fs::path& path, MayBeThere may_be_there) {
#ifdef _WIN32
    return File(_wfopen(path.c_str(), may_be_there == MayBeThere::yes ? L"wb" : L"wbx"));
#else
    const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (may_be_there == MayBeThere::yes ? O_TRUNC : O_EXCL);
    const int descriptor = ::open(path.c_str(), flags, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return nullptr;
    ::fchmod(descriptor, S_IRUSR | S_IWUSR);  // one that is there may have been made by an older Send Text
    File file(::fdopen(descriptor, "wb"));
    if (file == nullptr) ::close(descriptor);
    return file;
#endif
}

File open_to_read(const fs::path& path) {
#ifdef _WIN32
    return File(_wfopen(path.c_str(), L"rb"));
#else
    return File(std::fopen(path.c_str(), "rbe"));
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
        const File file = make(path_from_utf8(beside), MayBeThere::yes);
        if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
            !put_on_disk(file.get())) {
            const std::string reason = std::generic_category().message(errno);
            std::error_code ignored;
            if (file != nullptr) fs::remove(path_from_utf8(beside), ignored);
            throw StoreError("The file " + path + " cannot be written (" + reason +
                             "). Give this user the right to write it, and free some space on the disk.");
        }
    }
    rename_durably(beside, path);
}

void rename_durably(const std::string& from, const std::string& to) {
    fs::rename(path_from_utf8(from), path_from_utf8(to));
    put_folder_on_disk(path_from_utf8(to).parent_path());
}

void name_durably(const std::string& file, const std::string& name) {
    // Made anew, the name is ours; a rename alone would take it from whoever has it.
    if (make(path_from_utf8(name), MayBeThere::no) == nullptr) {
        throw StoreError("The file " + name + " cannot be made (" + std::generic_category().message(errno) +
                         "). Name a file that is not there yet, in a folder that this user may write.");
    }
    try {
        rename_durably(file, name);
    } catch (...) {
        std::error_code ignored;
        fs::remove(path_from_utf8(name), ignored);
        throw;
    }
}

void link_or_copy_durably(const std::string& file, const std::string& name) {
    std::error_code no_links;
    fs::create_hard_link(path_from_utf8(file), path_from_utf8(name), no_links);
    if (no_links) {
        fs::copy_file(path_from_utf8(file), path_from_utf8(name));
        const File copy(open_to_change(path_from_utf8(name)));
        if (!put_on_disk(copy.get()))
            throw fs::filesystem_error("copy", path_from_utf8(name),
                                       std::error_code(errno, std::generic_category()));
    }
    put_folder_on_disk(path_from_utf8(name).parent_path());
}

void keep_private(const std::string& path) {
    make(path_from_utf8(path), MayBeThere::no);
    for (const char* const part : {"", "-wal", "-shm", "-journal"}) {
        std::error_code not_ours;  // whoever may write it need not own it
        fs::permissions(path_from_utf8(path + part), fs::perms::group_all | fs::perms::others_all,
                        fs::perm_options::remove, not_ours);
    }
}

bool copy_in_pieces(const std::string& from, const std::string& to, const std::function<bool()>& stopping) {
    const auto failed = [&](const std::string& file) {
        return fs::filesystem_error("copy", path_from_utf8(file),
                                    std::error_code(errno, std::generic_category()));
    };
    const File source = open_to_read(path_from_utf8(from));
    if (source == nullptr) throw failed(from);
    const File copy = make(path_from_utf8(to), MayBeThere::no);
    if (copy == nullptr) throw failed(to);
    std::vector<char> piece(std::size_t{1} << 20U);
    while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), source.get())) {
        if (stopping()) return false;
        if (std::fwrite(piece.data(), 1, size, copy.get()) != size) throw failed(to);
    }
    if (std::ferror(source.get()) != 0) throw failed(from);
    if (std::fflush(copy.get()) != 0) throw failed(to);
    return true;
}

bool may_write_in(const fs::path& folder) {
    const fs::path probe = folder / ".send_text_probe";
    if (make(probe, MayBeThere::yes) == nullptr) return false;
    std::error_code ignored;
    fs::remove(probe, ignored);
    return true;
}

}  // namespace send_text
