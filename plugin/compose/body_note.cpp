#include "compose/body_note.hpp"

#include <algorithm>
#include <vector>

#include "body/body_problem.hpp"
#include "body/body_segments.hpp"
#include "body/plain_characters.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

constexpr std::size_t max_named_characters = 3;

/// Where there is nothing to see, the name says where to look.
std::string named(const ForcingCharacter& forcing) {
    if (forcing.is_visible) return forcing.name;
    return forcing.name + " (character " + std::to_string(forcing.position) + ")";
}

/// "’, “ and others", to begin a sentence.
std::string subject_of(const std::vector<ForcingCharacter>& forcing) {
    std::string subject;
    const std::size_t shown = std::min(forcing.size(), max_named_characters);
    for (std::size_t at = 0; at < shown; ++at) {
        const bool is_last = at + 1 == forcing.size();
        subject += at == 0 ? "" : is_last ? " and " : ", ";
        subject += named(forcing[at]);
    }
    if (shown < forcing.size()) subject += " and others";
    if (subject.rfind("a ", 0) == 0 || subject.rfind("an ", 0) == 0) subject[0] = 'A';
    return subject;
}

/// What would cost less: "; ' would not." Nothing to say of what has no plain replacement.
std::string advice(const std::vector<ForcingCharacter>& forcing) {
    if (!forcing.front().replacement) return ".";
    if (forcing.size() > 1) return "; plain characters would not.";
    const std::string& replacement = *forcing.front().replacement;
    if (replacement.empty()) return "; leaving it out would not.";
    if (replacement == " ") return "; a plain space would not.";
    if (replacement == "\n") return "; a plain line end would not.";
    return "; " + replacement + " would not.";
}

/// Those that decide: as long as one is there that has no plain replacement, the others matter nothing.
std::vector<ForcingCharacter> deciding_characters(std::string_view body) {
    std::vector<ForcingCharacter> forcing = characters_forcing_ucs2(body);
    const auto has_replacement = [](const ForcingCharacter& one) { return one.replacement.has_value(); };
    if (!std::all_of(forcing.begin(), forcing.end(), has_replacement))
        std::erase_if(forcing, has_replacement);
    return forcing;
}

std::string describe_cost(std::string_view body, std::size_t segments) {
    const std::vector<ForcingCharacter> forcing = deciding_characters(body);
    const bool is_one = forcing.size() == 1;
    const std::size_t otherwise =
        std::max<std::size_t>(1, count_segments(without_forcing_characters(body)).segments);
    if (otherwise < segments) {
        return subject_of(forcing) + (is_one ? " makes this " : " make this ") +
               pluralize(segments, "segment", "segments") + " instead of " + std::to_string(otherwise) +
               advice(forcing);
    }
    return subject_of(forcing) + (is_one ? " leaves " : " leave ") +
           (segments == 1 ? "70 characters to a segment instead of 160"
                          : "67 characters to each segment instead of 153") +
           advice(forcing);
}

}  // namespace

BodyNote note_of_body(std::string_view body) {
    const BodySegments counts = count_segments(body);
    BodyNote note;
    if (counts.characters > max_body_characters)
        return note;  // all that is to be said is said as its problem
    note.text = describe_counts(counts);
    if (counts.is_gsm7) return note;
    note.text += ". " + describe_cost(body, counts.segments);
    const BodySegments plain = count_segments(plain_characters(body));
    const bool is_cheaper = plain.segments < counts.segments;
    note.offers_plain_characters = (is_cheaper || (plain.is_gsm7 && plain.segments == counts.segments)) &&
                                   plain.characters <= max_body_characters;
    return note;
}

std::string describe_counts(const BodySegments& counts) {
    std::string words = std::to_string(counts.units) + "/" + std::to_string(counts.capacity);
    if (counts.segments > 0) words += " · " + pluralize(counts.segments, "segment", "segments");
    return words;
}

std::string describe_forcing_characters(std::string_view body) {
    const BodySegments counts = count_segments(body);
    return counts.is_gsm7 ? std::string() : describe_cost(body, counts.segments);
}

}  // namespace send_text
