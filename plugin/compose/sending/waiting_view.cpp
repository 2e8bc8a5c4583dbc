#include "compose/sending/waiting_view.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "consent/number_zones.hpp"
#include "core/local_time.hpp"
#include "core/phone_format.hpp"
#include "core/pluralize.hpp"
#include "core/utf8.hpp"
#include "dialogs/view.hpp"
#include "requests/request_report.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::size_t max_bytes_of_body = 80;

/// The first words, cut between characters.
std::string beginning(const std::string& body) {
    if (body.size() <= max_bytes_of_body) return body;
    return std::string(first_bytes(body, max_bytes_of_body)) + "\xE2\x80\xA6";
}

std::string why(const WaitingRow& row) {
    switch (row.text.state) {
        case TextState::held:
            return "It waits until " + row.leaves_at + ".";
        case TextState::unknown:
            return "It is not yet known whether the carrier accepted it. " + row.text.reason +
                   " Send Text is asking the carrier. If you stop it, it will not be sent again.";
        default:
            break;
    }
    if (row.text.reason.empty()) return "It has not left yet.";
    return "It has not been sent yet. " + row.text.reason + " Send Text will try again automatically.";
}

json row_of(const WaitingRow& row) {
    const std::string number = national_format(row.text.number.str());
    const std::string sender = row.text.sender.name.empty() ? "Somebody" : row.text.sender.name;
    return view::Row(std::to_string(number_of(row.text.id)), row.name.empty() ? number : row.name)
        .detail((row.name.empty() ? "" : number + " ") + "\xE2\x80\x9C" + beginning(row.text.body) +
                "\xE2\x80\x9D")
        .mark("warning")
        .note(why(row) + " " + sender + " pressed Send at " + row.sent_at + ".")
        .actions({{"stop", "Stop"}});
}

std::string summary(const WaitingContent& content) {
    if (content.ids.empty()) return "No more texts are waiting.";
    return pluralize_texts(static_cast<std::int64_t>(content.ids.size())) +
           (content.ids.size() == 1 ? " has" : " have") +
           " not left yet. Texts that you stop will not be sent.";
}

json choice_of_scope(const WaitingContent& content) {
    return view::Choice("which", "Which texts", content.shows_all ? "all" : "selected",
                        {{"selected", "Of the selected records (" + std::to_string(content.selected) + ")"},
                         {"all", "All that I can stop (" + std::to_string(content.all) + ")"}});
}

}  // namespace

std::string describe(const WaitingSummary& summary, const std::string& fallback_zone, TimePoint now) {
    if (summary.count == 0) return {};
    std::string words;
    std::int64_t held = summary.out_of_hours;
    if (held > 0 && summary.first_leaves_at <= now) held = 0;  // it leaves this moment
    if (held > 0) {
        words += " " + describe_hours(held,
                                      permitted_time_text(zones_of(summary.first_number, fallback_zone),
                                                          summary.first_leaves_at, now),
                                      summary.first_leaves_at == summary.last_leaves_at);
    }
    if (summary.delayed > 0) words += " " + describe_delay(summary.delayed, summary.reason);
    if (summary.being_asked > 0)
        words += " " + describe_asking(summary.being_asked, summary.delayed > 0 ? "" : summary.reason);
    const std::int64_t others = summary.count - held - summary.delayed - summary.being_asked;
    if (others > 0)
        words += " " + pluralize_texts(others) + (others == 1 ? " has" : " have") + " not left yet.";
    return words.substr(1);
}

json waiting_elements(const WaitingContent& content) {
    json rows = json::array();
    for (const WaitingRow& row : content.rows)
        rows.push_back(row_of(row));
    json elements = {view::Text("summary", summary(content)).severity("info"),
                     view::Text("outcome", content.outcome).severity("info")};
    if (content.all > content.selected) elements.push_back(choice_of_scope(content));
    elements.push_back(view::Rows("waiting", "Texts", std::move(rows)).empty_text("No texts are waiting."));
    if (content.rows.size() < content.ids.size()) {
        elements.push_back(view::Text("more", std::to_string(content.rows.size()) + " of " +
                                                  std::to_string(content.ids.size()) +
                                                  " are shown. More appear as these leave or are stopped."));
    }
    return elements;
}

json waiting_buttons(const WaitingContent& content) {
    json buttons = json::array();
    if (content.ids.size() > 1)
        buttons.push_back(view::Button("stop_all", "Stop all " + std::to_string(content.ids.size())));
    buttons.push_back(view::Button("close", "Close").as_cancel());
    return buttons;
}

json waiting_view(const WaitingContent& content) {
    return view::dialog("send_text.waiting", "Waiting texts", waiting_elements(content),
                        waiting_buttons(content));
}

}  // namespace send_text
