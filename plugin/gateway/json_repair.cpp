#include "gateway/json_repair.hpp"

#include <utility>

#include "core/utf8.hpp"
#include "gateway/json_string_repair.hpp"
#include "staffing_json/bounded_json.hpp"

namespace send_text {

namespace {

// How often as much as there is may be read to find where what is broken ends; to find the end of entries,
// which is less to read, as often again.
constexpr std::size_t max_tries = 16;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Copies JSON from left to right and mends it on the way. A function that returns false has met something
/// that cannot be mended where it stands.
class Repairer {
  public:
    /// With a checked end the list ends only where all that follows is whole: not in the middle of an entry
    /// whose text has `"}]}` in it.
    Repairer(std::string_view text, bool is_end_checked) : text_(text), is_end_checked_(is_end_checked) {
        out_.reserve(text.size() + text.size() / 8);
    }

    std::optional<std::string> run() {
        if (!value() || !is_at_end()) return std::nullopt;
        return std::move(out_);
    }

  private:
    bool value() {
        skip_space();
        switch (next()) {
            case '{':
            case '[': {
                if (depth_ == staffing::max_json_depth) return false;
                ++depth_;
                const bool is_good = next() == '{' ? object() : array();
                --depth_;
                return is_good;
            }
            case '"':
                return string();
            default:
                return bare_value();
        }
    }

    bool object() {
        take('{');
        skip_space();
        if (take('}')) return true;
        do {
            if (!member()) return false;
        } while (take(','));
        return take('}');
    }

    bool member() {
        skip_space();
        if (!string()) return false;
        skip_space();
        if (!take(':') || !value()) return false;
        skip_space();
        return true;
    }

    /// The outermost array is the carrier's list: there an entry that is broken costs itself only.
    bool array() {
        const bool is_list = list_depth_ == 0;
        if (is_list) list_depth_ = depth_;
        take('[');
        skip_space();
        bool has_more = next() != ']';
        while (has_more) {
            const std::size_t begin = at_;
            const std::size_t out_size = out_.size();
            if (!(is_list ? list_entry() : entry())) {
                if (!is_list) return false;
                depth_ = list_depth_;
                out_.resize(out_size);
                out_ += "null";
                if (!go_to_end_of_entry(begin)) return false;
            }
            has_more = take(',');
        }
        if (is_list) list_depth_ = 0;
        return take(']');
    }

    /// A value with what must follow it in an array.
    bool entry() {
        if (!value()) return false;
        skip_space();
        return next() == ',' || next() == ']';
    }

    /// As above; an object may have fields that are broken.
    bool list_entry() {
        skip_space();
        if (next() == '{') {
            ++depth_;
            if (!object_with_broken_fields()) return false;
            --depth_;
        } else if (!value()) {
            return false;
        }
        skip_space();
        if (next() != ']' || !is_end_checked_) return next() == ',' || next() == ']';
        const std::size_t end = at_;
        const bool is_end = is_rest_whole(end + 1);
        at_ = end;
        return is_end;
    }

    bool object_with_broken_fields() {
        take('{');
        skip_space();
        bool has_more = next() != '}';
        while (has_more) {
            const std::size_t begin = at_;
            const std::size_t out_size = out_.size();
            if (!member() || (next() != ',' && next() != '}')) {
                depth_ = list_depth_ + 1;
                out_.resize(out_size);
                if (!go_to_end_of_member(begin)) return false;
                mend_member(begin, at_);
            }
            has_more = take(',');
        }
        return take('}');
    }

    /// Of a text that ends too early or too late, because of quotation marks, what there is, and U+FFFD.
    void mend_member(std::size_t begin, std::size_t end) {
        const std::string_view whole = std::exchange(text_, text_.substr(0, end));
        const std::size_t out_size = out_.size();
        at_ = begin;
        if (!string() || (skip_space(), !take(':'))) {
            out_.resize(out_size);
            out_ += "\"\":";
        }
        skip_space();
        if (next() != '"') {
            out_ += '"';
        } else if (string()) {
            out_.pop_back();
        }
        out_ += unreadable_in_utf8;
        out_ += '"';
        text_ = whole;
        at_ = end;
    }

    /// Where a broken field of an entry ends: before the first field from which on all of the entry is whole.
    /// Not beyond what looks like the next entry, whose fields are another message's.
    bool go_to_end_of_member(std::size_t begin) {
        if (looks_like_entry_at(begin)) return false;
        for (std::size_t i = begin; i < text_.size() && tried_size_ <= text_.size() * max_tries; ++i) {
            const char c = text_[i];
            if (c == ',' && looks_like_entry_at(i + 1)) return false;
            if (c == ']' && is_rest_whole(i + 1)) return false;
            std::size_t broken_again = i;
            const bool is_end =
                (c == ',' && is_rest_of_entry_whole(i, broken_again)) || (c == '}' && is_end_of_entry(i + 1));
            at_ = i;
            if (is_end) return true;
            if (broken_again > i) i = broken_again - 1;
        }
        return false;
    }

    bool looks_like_entry_at(std::size_t position) {
        at_ = position;
        skip_space();
        if (next() != '{') return false;
        ++at_;
        skip_space();
        return next() == '"';
    }

    /// Says before which field it is not, if it begins with some that are.
    bool is_rest_of_entry_whole(std::size_t position, std::size_t& broken) {
        at_ = position;
        return tried([this, &broken] {
            while (next() == ',') {
                broken = at_;
                take(',');
                if (!member()) return false;
            }
            if (!take('}')) return false;
            skip_space();
            return next() == ',' || next() == ']';
        });
    }

    bool is_end_of_entry(std::size_t position) {
        at_ = position;
        skip_space();
        const std::size_t next_position = at_ + 1;
        return next() == ']' ? is_rest_whole(next_position)
                             : next() == ',' && looks_like_entry_at(next_position);
    }

    /// Where a broken entry ends: before the first object that is whole, or where all that follows is. The
    /// quotes of a text are escaped, so what a person writes is no object.
    bool go_to_end_of_entry(std::size_t begin) {
        for (std::size_t i = begin; i < text_.size() && tried_size_ <= text_.size() * 2 * max_tries; ++i) {
            const bool is_end =
                (text_[i] == ',' && is_entry_at(i + 1)) || (text_[i] == ']' && is_rest_whole(i + 1));
            at_ = i;
            if (is_end) return true;
        }
        return false;
    }

    bool is_entry_at(std::size_t position) {
        at_ = position;
        skip_space();
        return next() == '{' && tried([this] { return entry(); });
    }

    /// Nothing but objects is around the list.
    bool is_rest_whole(std::size_t position) {
        at_ = position;
        return tried([this] {
            for (depth_ = list_depth_; depth_ > 1; --depth_) {
                skip_space();
                while (take(',')) {
                    if (!member()) return false;
                }
                if (!take('}')) return false;
            }
            return is_at_end();
        });
    }

    template <typename Step>
    bool tried(const Step& step) {
        const std::size_t depth = depth_;
        const std::size_t out_size = out_.size();
        const std::size_t begin = at_;
        const bool is_good = step();
        tried_size_ += at_ - begin;
        depth_ = depth;
        out_.resize(out_size);
        return is_good;
    }

    bool string() { return repair_string(text_, at_, out_); }

    /// A number, true, false or null; what is none of these is taken for a text.
    bool bare_value() {
        const std::size_t begin = at_;
        while (is_of_bare_value(next()))
            ++at_;
        const std::string_view bare = text_.substr(begin, at_ - begin);
        const bool is_json = !staffing::json_or_discarded(bare).is_discarded();
        if (!is_json) out_ += '"';
        out_ += bare;
        if (!is_json) out_ += '"';
        return !bare.empty();
    }

    void skip_space() {
        while (at_ < text_.size()) {
            if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
                ++at_;
            } else if (text_.substr(at_).starts_with(byte_order_mark)) {
                at_ += byte_order_mark.size();
            } else {
                return;
            }
        }
    }

    /// The next character; NUL at the end.
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        out_ += c;
        ++at_;
        return true;
    }

    bool is_at_end() {
        skip_space();
        return at_ == text_.size();
    }

    std::string_view text_;
    const bool is_end_checked_;
    std::string out_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t list_depth_ = 0;  ///< of the outermost array, while it is read
    std::size_t tried_size_ = 0;  ///< of all that was read to find the end of broken entries
};

}  // namespace

std::optional<std::string> repaired_json(std::string_view text) {
    auto repaired = Repairer(text, false).run();
    return repaired ? repaired : Repairer(text, true).run();
}

}  // namespace send_text
