#include "body/body_segments.hpp"

#include "body/gsm_alphabet.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

/// Fills segments with characters of one encoding, none of which straddles a seam.
class Filling {
  public:
    constexpr Filling(std::size_t single_size, std::size_t part_size)
        : single_size_(single_size), part_size_(part_size) {}

    void add(std::size_t size) {
        total_ += size;
        used_ += size;
        if (used_ <= part_size_) return;
        ++full_parts_;
        used_ = size;
    }

    std::size_t segments() const {
        if (total_ == 0) return 0;
        return total_ <= single_size_ ? 1 : full_parts_ + 1;
    }
    std::size_t units() const { return total_; }
    std::size_t capacity() const { return total_ <= single_size_ ? single_size_ : segments() * part_size_; }

  private:
    std::size_t single_size_;
    std::size_t part_size_;
    std::size_t total_ = 0;
    std::size_t used_ = 0;  ///< of the last part
    std::size_t full_parts_ = 0;
};

}  // namespace

BodySegments count_segments(std::string_view body) {
    BodySegments counted;
    Filling gsm7(160, 153);
    Filling ucs2(70, 67);
    while (!body.empty()) {
        const Character character = first_character(body);
        body.remove_prefix(character.bytes.size());
        ++counted.characters;
        const std::size_t septets = septets_of(character.code_point);
        counted.is_gsm7 = counted.is_gsm7 && septets > 0;
        gsm7.add(septets);
        ucs2.add(character.code_point > 0xFFFF ? 2 : 1);
    }
    const Filling& used = counted.is_gsm7 ? gsm7 : ucs2;
    counted.segments = used.segments();
    counted.units = used.units();
    counted.capacity = used.capacity();
    return counted;
}

}  // namespace send_text
