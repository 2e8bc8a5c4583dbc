#include "conversations/conversation_text.hpp"

#include <string_view>

#include "conversations/media_words.hpp"
#include "core/minute_text.hpp"

namespace send_text {
namespace {

constexpr std::string_view continued = "\n    ";

/// "(651) 555-1204" for a number of North America, others as they are.
std::string readable_number(const std::string& e164) {
    if (e164.size() != 12 || !e164.starts_with("+1")) return e164;
    return "(" + e164.substr(2, 3) + ") " + e164.substr(5, 3) + "-" + e164.substr(8);
}

/// How many bytes at the front of `text` break a line, in any of Unicode's ways; 0 when they do not.
std::size_t line_break_size(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    if (text.front() >= '\n' && text.front() <= '\r') return 1;
    if (text.starts_with("\xC2\x85")) return 2;
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return 3;
    return 0;
}

/// `text` with each line break replaced, and other control characters made spaces.
std::string with_breaks_as(std::string_view replacement, std::string_view text) {
    std::string result;
    while (!text.empty()) {
        if (const std::size_t size = line_break_size(text); size > 0) {
            result += replacement;
            text.remove_prefix(size);
            continue;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        result += byte < 0x20 || byte == 0x7F ? ' ' : text.front();
        text.remove_prefix(1);
    }
    return result;
}

std::string on_one_line(std::string_view text) {
    return with_breaks_as(" ", text);
}

/// " [NOT SENT: why]": before the body, where the body cannot imitate it.
std::string failure_mark(const ConversationEntry& entry) {
    if (entry.author != ConversationEntry::Author::rep) return {};
    const std::string why = entry.reason.empty() ? "" : ": " + on_one_line(entry.reason);
    switch (entry.state) {
        case TextState::rejected:
        case TextState::cancelled:
            return " [NOT SENT" + why + "]";
        case TextState::failed:
            return " [FAILED" + why + "]";
        default:
            return {};
    }
}

/// " [sent 2 pictures]": before the body for the same reason.
std::string media_mark(const ConversationEntry& entry) {
    const std::string words = media_words(entry.body, entry.media);
    return words.empty() ? "" : " [" + words + "]";
}

std::string author_of(const ConversationEntry& entry, const std::string& person) {
    switch (entry.author) {
        case ConversationEntry::Author::rep:
            return on_one_line(entry.rep_name);
        case ConversationEntry::Author::other_application:
            return "(from the carrier's own application)";
        case ConversationEntry::Author::person:
            break;
    }
    return person;
}

}  // namespace

std::string conversation_text(const ConversationBatch& batch, const std::string& person_name) {
    const std::string number = readable_number(batch.number.str());
    const std::string name = on_one_line(person_name);
    const std::string person = name.empty() ? number : name;

    std::string text =
        "Text conversation with " + (name.empty() ? number : name + ", " + number) + "\nTimes are in UTC.\n";
    for (const ConversationEntry& entry : batch.entries) {
        text += "\n" + minute_text(entry.at) + " " + author_of(entry, person) + failure_mark(entry) +
                media_mark(entry);
        if (has_words(entry.body)) text += ": " + with_breaks_as(continued, entry.body);
    }
    return text + "\n";
}

}  // namespace send_text
