#include "gateway/json_string_repair.hpp"

#include <charconv>
#include <optional>

#include "core/utf8.hpp"

namespace send_text {

namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class StringRepairer {
  public:
    StringRepairer(std::string_view text, std::size_t& at, std::string& out)
        : text_(text), at_(at), out_(out) {}

    bool run() {
        if (!take_quotation_mark()) return false;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (take_quotation_mark()) return true;
            if (c == '\\') {
                escape();
            } else {
                const auto byte = static_cast<unsigned char>(c);
                if (byte < 0x20) {
                    control_character(c);
                } else {
                    out_ += c;
                }
                ++at_;
            }
        }
        return false;
    }

  private:
    bool take_quotation_mark() {
        if (next() != '"') return false;
        copy(1);
        return true;
    }

    void control_character(char c) {
        switch (c) {
            case '\n':
                out_ += "\\n";
                break;
            case '\r':
                out_ += "\\r";
                break;
            case '\t':
                out_ += "\\t";
                break;
            default:
                out_ += unreadable_in_utf8;
        }
    }

    void escape() {
        const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (c == 'u') return unicode_escape();
        if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) return copy(2);
        // What needs no escape stands for itself; what another language means by a letter is not known.
        const bool is_sign = c > ' ' && c < 0x7F && !is_of_bare_value(c);
        if (!is_sign) out_ += unreadable_in_utf8;
        ++at_;
    }

    void unicode_escape() {
        const auto unit = unit_at(at_);
        if (!unit) {
            out_ += unreadable_in_utf8;
            at_ += 2;
            for (int digits = 0; digits < 4 && is_hex(next()); ++digits)
                ++at_;
            return;
        }
        const bool is_high = *unit >= 0xD800 && *unit < 0xDC00;
        const bool is_low = *unit >= 0xDC00 && *unit < 0xE000;
        const auto second = is_high ? unit_at(at_ + 6) : std::nullopt;
        if (second && *second >= 0xDC00 && *second < 0xE000) return copy(12);
        if (!is_high && !is_low) return copy(6);
        out_ += unreadable_in_utf8;
        at_ += 6;
    }

    /// The code unit of the escape \uXXXX that stands there.
    std::optional<unsigned> unit_at(std::size_t position) const {
        if (position >= text_.size()) return std::nullopt;
        const std::string_view escape = text_.substr(position, 6);
        if (escape.size() != 6 || !escape.starts_with("\\u")) return std::nullopt;
        unsigned unit = 0;
        const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
        const bool is_whole = error == std::errc() && end == escape.data() + 6;
        return is_whole ? std::optional(unit) : std::nullopt;
    }

    void copy(std::size_t size) {
        out_ += text_.substr(at_, size);
        at_ += size;
    }

    /// The next character; NUL at the end.
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    const std::string_view text_;
    std::size_t& at_;
    std::string& out_;
};

}  // namespace

bool repair_string(std::string_view text, std::size_t& at, std::string& out) {
    return StringRepairer(text, at, out).run();
}

bool is_of_bare_value(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == '_';
}

}  // namespace send_text
