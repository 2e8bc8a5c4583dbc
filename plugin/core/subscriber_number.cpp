#include "core/subscriber_number.hpp"

#include <cstddef>
#include <optional>

namespace send_text {
namespace {

/// Two ways to write the mobile numbers of a country.
struct Change {
    std::string_view country;
    std::size_t area_digits;       ///< between the country code and what differs
    std::string_view before;       ///< what stands there in the form that texts do not reach for sure
    std::string_view now;          ///< and in the one that they do
    std::size_t rest_digits;       ///< behind it
    std::string_view rest_begins;  ///< with one of these digits
};

constexpr Change changes[] = {
    {"+52", 0, "1", "", 10, "23456789"},  // Mexico
    {"+54", 0, "", "9", 10, "123"},       // Argentina: landlines take no texts, so every number is a mobile
    {"+55", 2, "", "9", 8, "6789"},       // Brazil: landlines begin with 2 to 5, and have no ninth digit
    {"+229", 0, "", "01", 8, "24569"},    // Benin
};

/// The number with `to` in place of `from`; nothing when it is not written with `from`.
std::optional<std::string> rewritten(std::string_view number, const Change& change, std::string_view from,
                                     std::string_view to) {
    const std::size_t at = change.country.size() + change.area_digits;
    const std::size_t rest = at + from.size();
    const bool is_so_written = number.size() == rest + change.rest_digits &&
                               number.starts_with(change.country) && number.substr(at, from.size()) == from &&
                               change.rest_begins.find(number[rest]) != std::string_view::npos;
    if (!is_so_written) return std::nullopt;
    return std::string(number.substr(0, at)).append(to).append(number.substr(rest));
}

}  // namespace

std::string subscriber_number(std::string_view number) {
    for (const Change& change : changes) {
        if (auto now = rewritten(number, change, change.before, change.now)) return *std::move(now);
    }
    return std::string(number);
}

std::vector<std::string> forms_of_number(std::string_view number) {
    std::vector<std::string> forms{subscriber_number(number)};
    for (const Change& change : changes) {
        if (auto before = rewritten(forms.front(), change, change.now, change.before))
            forms.push_back(*std::move(before));
    }
    return forms;
}

}  // namespace send_text
