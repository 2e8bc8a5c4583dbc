#include "compose/sending/undecided_view.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/minute_text.hpp"
#include "core/phone_format.hpp"
#include "core/pluralize.hpp"
#include "dialogs/view.hpp"
#include "model/folded_body.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr Milliseconds doubtful = std::chrono::hours(26);  // a carrier's times may be off by a zone
constexpr std::size_t max_listed = 3;                      // messages named beside a text
constexpr std::size_t max_choices = 50;

std::string texts(std::size_t count) {
    return pluralize(count, "text", "texts");
}

std::string time_of(TimePoint at) {
    return minute_text(at) + " UTC";
}

std::string state_of(const CarrierMessage& message) {
    switch (message.state) {
        case CarrierState::delivered:
            return "delivered";
        case CarrierState::failed:
            return message.failure.empty() ? "failed" : "failed (" + message.failure + ")";
        case CarrierState::in_progress:
            break;
    }
    return "not delivered yet";
}

std::string describe(const CarrierMessage& message, const Text& text) {
    return time_of(message.created_at) + ", " + state_of(message) + ", " +
           (folded_body(message.body) == folded_body(text.body)
                ? "with the same words"
                : "with the words \xE2\x80\x9C" + message.body + "\xE2\x80\x9D");
}

/// What the carrier lists to the text's number about the time when it was sent, the nearest first.
std::string describe_listed(const Text& text, const CarrierAnswer& answer) {
    const TimePoint from = listed_from(time_sent(text));
    std::vector<const CarrierMessage*> listed;
    if (const auto found = answer.by_number.find(text.number); found != answer.by_number.end()) {
        for (const CarrierMessage& message : found->second)
            if (message.created_at >= from) listed.push_back(&message);
    }
    std::string words = " The carrier lists ";
    if (listed.empty()) {
        words += "no texts to this number since " + time_of(std::max(from, answer.complete_from)) + ".";
        return answer.has_gaps ? words + " Part of its list cannot be read." : words;
    }
    const auto apart = [&](const CarrierMessage* message) {
        return std::chrono::abs(message->created_at - time_sent(text));
    };
    std::stable_sort(listed.begin(), listed.end(),
                     [&](const auto* left, const auto* right) { return apart(left) < apart(right); });
    words += "to this number: ";
    for (std::size_t index = 0; index < std::min(listed.size(), max_listed); ++index)
        words += (index == 0 ? "" : "; ") + describe(*listed[index], text);
    if (listed.size() > max_listed) words += "; and " + std::to_string(listed.size() - max_listed) + " more";
    return words + ".";
}

json row_of(const Text& text, const UndecidedContent& content) {
    const auto answer = content.answers.find(text.line);
    const bool is_answered = answer != content.answers.end() && !answer->second.refusal;
    return view::Row(std::to_string(number_of(text.id)), national_format(text.number.str()))
        .detail(text.body)
        .mark("warning")
        .note(text.reason + " " + (text.sender.name.empty() ? std::string("Somebody") : text.sender.name) +
              " sent it from " + national_format(text.line.str()) + " at " + time_of(time_sent(text)) + "." +
              (is_answered ? describe_listed(text, answer->second) : ""))
        .actions({{"was_sent", "It was sent"},
                  {"send_again", "Send it again"},
                  {"do_not_send", "Do not send it"}});
}

/// What cannot be asked, what is being asked, and where people can look themselves.
std::string describe_carriers(const UndecidedContent& content) {
    std::set<LineId> lines;
    for (const Text& text : content.texts)
        lines.insert(text.line);
    std::string words;
    std::set<std::string> addresses;
    for (const LineId& line : lines) {
        const std::string carrier = "The carrier of " + national_format(line.str());
        const auto answer = content.answers.find(line);
        if (answer == content.answers.end()) {
            words += carrier + " is being asked for its list... ";
            continue;
        }
        if (answer->second.refusal)
            words += carrier + " could not be asked for its list: " + answer->second.refusal->reason + " ";
        if (!answer->second.log_address.empty()) addresses.insert(answer->second.log_address);
    }
    for (const std::string& address : addresses)
        words += "The carrier shows its list at " + address + " ";
    if (!words.empty()) words.pop_back();
    return words;
}

std::string summary(const UndecidedContent& content) {
    if (content.ids.empty()) return "All are decided.";
    const bool is_one = content.ids.size() == 1;
    return std::string("It is not known whether ") +
           (is_one ? "this text was" : "these " + texts(content.ids.size()) + " were") +
           " sent. The list shows what the carrier has for each number. You can also check the carrier's "
           "application or ask the person. Then decide what to do, so that nobody is texted twice.";
}

std::string name_of(const UndecidedGroup& group) {
    return texts(static_cast<std::size_t>(group.count)) + " by " +
           (group.sender.name.empty() ? "somebody" : group.sender.name) + " from " +
           national_format(group.line.str()) + ", " + time_of(group.created_at);
}

json choice_of_groups(const UndecidedContent& content) {
    std::int64_t all = 0;
    for (const UndecidedGroup& group : content.groups)
        all += group.count;
    std::vector<view::Option> choices = {{"", "All " + texts(static_cast<std::size_t>(all))}};
    for (const UndecidedGroup& group : content.groups) {
        if (choices.size() > max_choices) break;
        choices.push_back({id_of(group), name_of(group)});
    }
    return view::Choice("which", "Which texts", content.chosen_group, choices);
}

}  // namespace

std::string id_of(const UndecidedGroup& group) {
    return std::to_string(number_of(group.request_id)) + ":" + group.line.str();
}

TimePoint listed_from(TimePoint sent_at) {
    return sent_at - doubtful;
}

json undecided_elements(const UndecidedContent& content) {
    json rows = json::array();
    for (const Text& text : content.texts)
        rows.push_back(row_of(text, content));
    json elements = {
        view::Text("summary", summary(content)).severity(content.ids.empty() ? "success" : "warning"),
        view::Text("outcome", content.outcome).severity("info"),
        view::Text("carriers", describe_carriers(content)).severity("info")};
    if (content.groups.size() > 1) elements.push_back(choice_of_groups(content));
    elements.push_back(view::Rows("undecided", "Texts", std::move(rows)).empty_text("All are decided."));
    if (content.texts.size() < content.ids.size()) {
        elements.push_back(view::Text("more", std::to_string(content.texts.size()) + " of " +
                                                  std::to_string(content.ids.size()) +
                                                  " are shown. More appear as you decide these."));
    }
    return elements;
}

json undecided_buttons(const UndecidedContent& content) {
    json buttons = json::array();
    if (content.ids.size() > 1) {
        const std::string count = std::to_string(content.ids.size());
        buttons.push_back(view::Button("all_were_sent", "All " + count + " were sent"));
        buttons.push_back(view::Button("send_all_again", "None were sent: send all " + count + " again"));
        buttons.push_back(view::Button("send_none", "Do not send any of the " + count));
    }
    buttons.push_back(view::Button("later", content.ids.empty() ? "Close" : "Decide later").as_cancel());
    return buttons;
}

json undecided_view(const UndecidedContent& content) {
    return view::dialog("send_text.undecided", "Texts that may not have been sent",
                        undecided_elements(content), undecided_buttons(content));
}

}  // namespace send_text
