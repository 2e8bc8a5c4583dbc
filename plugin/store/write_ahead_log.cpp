#include "store/write_ahead_log.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <vector>

#include "core/utf8_path.hpp"

// The format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log

namespace send_text {
namespace {

constexpr std::size_t header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint32_t magic = 0x377f0682;  // the last bit: checksums are of big-endian words

using Bytes = std::vector<unsigned char>;

bool read(std::istream& file, Bytes& bytes) {
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.gcount() == static_cast<std::streamsize>(bytes.size());
}

/// The sum that runs through all of a log: what follows a frame of another log, or half a frame, is not
/// taken.
class Checksum {
  public:
    explicit Checksum(bool is_big_endian) : is_big_endian_(is_big_endian) {}

    void add(const unsigned char* bytes, std::size_t size) {
        for (std::size_t i = 0; i + 8 <= size; i += 8) {
            first_ += word(bytes + i) + second_;
            second_ += word(bytes + i + 4) + first_;
        }
    }

    bool is(const unsigned char* stored) const {
        return read_big_endian(stored) == first_ && read_big_endian(stored + 4) == second_;
    }

  private:
    std::uint32_t word(const unsigned char* bytes) const {
        if (is_big_endian_) return read_big_endian(bytes);
        const std::array<unsigned char, 4> turned = {bytes[3], bytes[2], bytes[1], bytes[0]};
        return read_big_endian(turned.data());
    }

    bool is_big_endian_;
    std::uint32_t first_ = 0;
    std::uint32_t second_ = 0;
};

bool is_page_size(std::uint32_t size) {
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

}  // namespace

std::uint32_t read_big_endian(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U |
           std::uint32_t{bytes[3]};
}

LogContents read_log(const std::string& path) {
    LogContents contents;
    std::ifstream file(path_from_utf8(path), std::ios::binary);
    Bytes header(header_size);
    if (!read(file, header)) return contents;
    const std::uint32_t kind = read_big_endian(header.data());
    const std::uint32_t page_size = read_big_endian(header.data() + 8);
    if ((kind | 1U) != (magic | 1U) || !is_page_size(page_size)) return contents;
    Checksum sum((kind & 1U) != 0);
    sum.add(header.data(), header_size - 8);
    if (!sum.is(header.data() + header_size - 8)) return contents;

    const std::uint64_t salt =
        std::uint64_t{read_big_endian(header.data() + 16)} << 32U | read_big_endian(header.data() + 20);
    std::optional<std::uint32_t> uncommitted;  // the token in the first page, when the transaction wrote it
    Bytes frame(frame_header_size + page_size);
    int commits_after_break = 0;
    bool is_broken = false;
    while (read(file, frame)) {
        const unsigned char* const page = frame.data() + frame_header_size;
        const std::uint64_t frame_salt =
            std::uint64_t{read_big_endian(frame.data() + 8)} << 32U | read_big_endian(frame.data() + 12);
        is_broken = is_broken || frame_salt != salt;
        sum.add(frame.data(), 8);
        sum.add(page, page_size);
        is_broken = is_broken || !sum.is(frame.data() + 16);
        if (is_broken) {
            if (frame_salt == salt && read_big_endian(frame.data() + 4) != 0) ++commits_after_break;
            continue;
        }
        if (read_big_endian(frame.data()) == 1) uncommitted = read_big_endian(page + token_offset);
        if (read_big_endian(frame.data() + 4) == 0) continue;  // more of the transaction follows
        if (!contents.has_commits) contents.first_commit_has_token = uncommitted.has_value();
        contents.has_commits = true;
        if (uncommitted) contents.tokens.insert(*uncommitted);
        uncommitted.reset();
    }
    // The last one alone may be what was being written when the power went, and nobody was told of it.
    contents.has_lost_commits = commits_after_break > 1;
    return contents;
}

}  // namespace send_text
