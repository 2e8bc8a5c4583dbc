#include "compose/sending/confirmation_view.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/counted.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

std::string outcome(const RequestProgress& progress, std::size_t people) {
    if (progress.waiting < progress.total || progress.undecided + progress.out_of_hours > 0)
        return words_of_outcome(progress);
    return counted(static_cast<std::uint64_t>(progress.total), "text", "texts") +
           (progress.total == 1 ? " is" : " are") + " on the way to " + counted(people, "person.", "people.");
}

const char* severity(const RequestProgress& progress) {
    if (unsent_count(progress) > progress.cancelled) return "error";
    return progress.cancelled > 0 ? "warning" : "success";
}

json row(const UnsentText& text, const std::map<std::string, std::string>& names) {
    const bool is_failed = text.state == TextState::rejected || text.state == TextState::failed;
    const auto name = names.find(text.number);
    return {{"id", text.number},
            {"title", name == names.end() ? "" : name->second},
            {"detail", national_format(text.number)},
            {"mark", is_failed ? "rejected" : "warning"},
            {"note", text.reason}};
}

void add_unsent(json& elements, const RequestReport& report, const Addressees& addressees) {
    json rows = json::array();
    for (const UnsentText& text : report.unsent)
        rows.push_back(row(text, addressees.names));
    elements.push_back({{"kind", "rows"},
                        {"id", "not_sent"},
                        {"label", report.progress.undecided == 0 ? "Not sent" : "Not sent, or not known"},
                        {"rows", std::move(rows)}});
    const std::int64_t more = unsent_count(report.progress) - static_cast<std::int64_t>(report.unsent.size());
    if (more > 0) {
        elements.push_back(
            {{"kind", "text"}, {"id", "more_not_sent"}, {"text", "And " + std::to_string(more) + " more."}});
    }
}

}  // namespace

json confirmation_elements(const RequestReport& report, const Addressees& addressees) {
    const RequestProgress& progress = report.progress;
    json elements = {{{"kind", "text"},
                      {"id", "outcome"},
                      {"text", outcome(progress, addressees.people)},
                      {"severity", severity(progress)}},
                     {{"kind", "progress"},
                      {"id", "accepted"},
                      {"label", "Accepted by the carrier"},
                      {"done", progress.accepted},
                      {"total", progress.total}},
                     {{"kind", "text"}, {"id", "pace"}, {"text", words_of_pace(report)}}};
    if (!report.unsent.empty()) add_unsent(elements, report, addressees);
    return elements;
}

json confirmation_buttons(bool can_stop) {
    json buttons =
        json::array({{{"id", "continue_working"}, {"label", "Continue working"}, {"role", "default"}}});
    if (can_stop) buttons.push_back({{"id", "stop_sending"}, {"label", "Stop sending"}});
    return buttons;
}

}  // namespace send_text
