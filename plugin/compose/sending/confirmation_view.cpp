#include "compose/sending/confirmation_view.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/phone_format.hpp"
#include "core/pluralize.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

/// While nothing is known but that they are on their way, to how many.
std::string outcome(const RequestReport& report, std::size_t people) {
    const RequestProgress& progress = report.progress;
    if (standing_of(report) != RequestStanding::sending || progress.waiting < progress.total ||
        progress.delayed + progress.being_asked + progress.out_of_hours > 0)
        return describe_outcome(report);
    return pluralize(static_cast<std::uint64_t>(progress.total), "text", "texts") +
           (progress.total == 1 ? " is" : " are") + " on the way to " +
           pluralize(people, "person.", "people.");
}

json row(const UnsentText& text, const std::map<E164, std::string>& names) {
    const bool is_failed = text.state == TextState::rejected || text.state == TextState::failed;
    const auto name = names.find(text.number);
    return view::Row(text.number.str(), name == names.end() ? "" : name->second)
        .detail(national_format(text.number.str()))
        .mark(is_failed ? "rejected" : "warning")
        .note(text.reason);
}

const char* label_of_unsent(const RequestProgress& progress) {
    if (progress.undecided > 0) return "Not sent, or not known";
    return progress.undelivered == progress.not_sent ? "Not delivered" : "Not sent";
}

void add_unsent(json& elements, const RequestReport& report, const Addressees& addressees) {
    json rows = json::array();
    for (const UnsentText& text : report.unsent)
        rows.push_back(row(text, addressees.names));
    elements.push_back(view::Rows("not_sent", label_of_unsent(report.progress), std::move(rows)));
    const std::int64_t more = unsent_count(report.progress) - static_cast<std::int64_t>(report.unsent.size());
    if (more > 0) elements.push_back(view::Text("more_not_sent", "And " + std::to_string(more) + " more."));
}

}  // namespace

json confirmation_elements(const RequestReport& report, const Addressees& addressees) {
    const RequestProgress& progress = report.progress;
    json elements = {view::Text("outcome", outcome(report, addressees.people)).severity(severity_of(report)),
                     view::Progress("accepted", "Accepted by the carrier", progress.accepted, progress.total),
                     view::Text("pace", describe_pace(report))};
    if (!report.unsent.empty()) add_unsent(elements, report, addressees);
    return elements;
}

json confirmation_buttons(bool can_stop) {
    json buttons = json::array({view::Button("continue_working", "Continue working").as_default()});
    if (can_stop) buttons.push_back(view::Button("stop_sending", "Stop sending"));
    return buttons;
}

}  // namespace send_text
