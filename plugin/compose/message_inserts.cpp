#include "compose/message_inserts.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "compose/merge_values_of.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

struct Named {
    std::string_view text;
    std::string_view name;
};

/// Of our own fields, those whose name is not theirs in words.
constexpr Named our_fields[] = {
    {"branch", "Your branch"},           {"name", "Full name"},     {"rep_first_name", "Your first name"},
    {"rep_last_name", "Your last name"}, {"rep_name", "Your name"}, {"zip_code", "ZIP code"}};

/// By their Unicode names, shortened.
constexpr Named emoji[] = {{"🙂", "Slightly smiling face"},
                           {"😀", "Grinning face"},
                           {"😊", "Smiling face"},
                           {"😉", "Winking face"},
                           {"😂", "Tears of joy"},
                           {"😎", "Sunglasses"},
                           {"🤔", "Thinking face"},
                           {"😢", "Crying face"},
                           {"👍", "Thumbs up"},
                           {"👎", "Thumbs down"},
                           {"👌", "OK hand"},
                           {"👏", "Clapping hands"},
                           {"👋", "Waving hand"},
                           {"🙏", "Folded hands"},
                           {"🤝", "Handshake"},
                           {"💪", "Flexed biceps"},
                           {"🎉", "Party popper"},
                           {"🎂", "Birthday cake"},
                           {"❤️", "Red heart"},
                           {"⭐", "Star"},
                           {"✅", "Check mark"},
                           {"❌", "Cross mark"},
                           {"❗", "Exclamation mark"},
                           {"❓", "Question mark"},
                           {"⚠️", "Warning"},
                           {"⏰", "Alarm clock"},
                           {"📅", "Calendar"},
                           {"📍", "Pin"},
                           {"📞", "Telephone"},
                           {"📱", "Mobile phone"},
                           {"✉️", "Envelope"},
                           {"📄", "Document"},
                           {"💵", "Dollars"},
                           {"💼", "Briefcase"},
                           {"👷", "Worker"},
                           {"🦺", "Safety vest"},
                           {"🥾", "Boot"},
                           {"🧤", "Gloves"},
                           {"🚗", "Car"},
                           {"🚌", "Bus"},
                           {"🏠", "House"},
                           {"🏭", "Factory"},
                           {"🏥", "Hospital"},
                           {"☕", "Coffee"},
                           {"☀️", "Sun"},
                           {"🌧️", "Rain"},
                           {"❄️", "Snowflake"},
                           {"🌙", "Moon"}};

/// "first_name" as "First name".
std::string label_of(const std::string& field) {
    const auto* const ours = std::find_if(std::begin(our_fields), std::end(our_fields),
                                          [&](const Named& one) { return one.text == field; });
    if (ours != std::end(our_fields)) return std::string(ours->name);
    std::string label = field;
    std::replace(label.begin(), label.end(), '_', ' ');
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

json group_of_fields(const std::vector<std::string>& names) {
    std::vector<view::Insert> items;
    for (const std::string& name : names)
        items.push_back({label_of(name), "{" + name + "}"});
    return view::InsertGroup("Fields", items);
}

json group_of_emoji() {
    std::vector<view::Insert> items;
    for (const Named& one : emoji)
        items.push_back({std::string(one.name), std::string(one.text)});
    return view::InsertGroup("Emoji", items).as_grid();
}

}  // namespace

json message_inserts(const std::vector<std::string>& fields) {
    return {group_of_fields(fields.empty() ? FieldsHelp().names() : fields), group_of_emoji()};
}

}  // namespace send_text
