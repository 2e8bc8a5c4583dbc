#include "compose/compose_dialog.hpp"
#include "compose/send_text_item.hpp"
#include "compose/sending/undecided_dialog.hpp"
#include "compose/sending/waiting_dialog.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "entry/from_host.hpp"
#include "store/database.hpp"

namespace send_text {
namespace {

constexpr std::string_view decide_action = "decide_about_texts";
constexpr std::string_view waiting_action = "show_waiting_texts";
constexpr std::uint64_t max_records = 1'000'000;

staffing_menu_target target_from(const staffing_menu_target* given) {
    const auto target = staffing::checked_struct(given, "the menu's target");
    if (target.record_count > max_records) {
        throw staffing::StatusError(STAFFING_STATUS_TOO_LARGE,
                                    "The menu's target has more than 1,000,000 records.");
    }
    if (target.record_count > 0) staffing::required(target.records, "the menu's records");
    return target;
}

std::vector<RecordRef> records_of(const staffing_menu_target& target) {
    std::vector<RecordRef> records;
    records.reserve(target.record_count);
    for (std::uint64_t index = 0; index < target.record_count; ++index)
        records.push_back(record_from(target.records[index]));
    return records;
}

std::optional<MenuItem> item_for(SendTextPlugin& plugin, const staffing_menu_target& target) {
    std::optional<Refusal> refusal = plugin.texting_refusal();
    if (!refusal) {
        try {
            refusal = plugin.services()->texting_refusal([&] { return records_of(target); });
        } catch (const StoreError& error) {
            refusal = Refusal{error.what()};
        }
    }
    return send_text_item(target.place, target.record_count, std::move(refusal));
}

std::optional<MenuItem> undecided_item_for(SendTextPlugin& plugin, const staffing_menu_target& target) {
    if (plugin.texting_refusal()) return std::nullopt;
    try {
        return undecided_item(target.place, plugin.services()->undecided_count());
    } catch (const StoreError&) {  // Send Text says why
        return std::nullopt;
    }
}

std::optional<MenuItem> waiting_item_for(SendTextPlugin& plugin, const staffing_menu_target& target) {
    if (plugin.texting_refusal()) return std::nullopt;
    try {
        const WaitingNotice notice = plugin.services()->waiting_notice([&] { return records_of(target); });
        return waiting_item(target.place, notice.count, notice.words);
    } catch (const StoreError&) {  // Send Text says why
        return std::nullopt;
    }
}

void write(const staffing_menu_item_sink& sink, std::string_view action,
           const std::optional<MenuItem>& item) {
    if (!item) return;
    staffing_menu_item crossing{};
    crossing.struct_size = sizeof(crossing);
    crossing.is_enabled = item->is_enabled() ? 1 : 0;
    crossing.action_id = staffing::abi(action);
    crossing.label = staffing::abi(item->label);
    crossing.disabled_reason = staffing::abi(item->refusal ? std::string_view(item->refusal->reason) : "");
    crossing.tooltip = staffing::abi(item->tooltip);
    crossing.icon = staffing::abi("text_message");
    crossing.notice = staffing::abi(item->notice);
    sink.write(sink.context, &crossing);
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* given,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    return on_main_thread(plugin, error, [&](SendTextPlugin& self) {
        const staffing_menu_target target = target_from(given);
        usable(sink, "a place for the menu's items");
        write(*sink, send_text_action, item_for(self, target));
        write(*sink, waiting_action, waiting_item_for(self, target));
        write(*sink, decide_action, undecided_item_for(self, target));
    });
}

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* given,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    return on_main_thread(plugin, error, [&](SendTextPlugin& self) {
        const staffing_menu_target target = target_from(given);
        const std::string_view action = staffing::checked_text(action_id, "the action", 200);
        if (action == decide_action && undecided_item_for(self, target)) {
            const ComposeServices services = self.services()->compose();
            return show_undecided(services, services.session.user());
        }
        if (action == waiting_action && waiting_item_for(self, target)) {
            const ComposeServices services = self.services()->compose();
            return show_waiting(services, services.session.user(), without_repeats(records_of(target)));
        }
        const std::optional<MenuItem> item = item_for(self, target);
        if (action != send_text_action || !item) {
            throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                        "Send Text has no action \"" + std::string(action) + "\" here.");
        }
        if (item->refusal) throw staffing::StatusError(STAFFING_STATUS_REFUSED, item->refusal->reason);
        ComposeDialog::open(self.services()->compose(), without_repeats(records_of(target)));
    });
}

}  // namespace

const staffing_menu menu_extension{&populate, &perform};

}  // namespace send_text
