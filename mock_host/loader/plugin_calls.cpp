#include "mock_host/loader/plugin_calls.hpp"

#include "mock_host/loader/record_refs.hpp"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

using nlohmann::json;
using staffing::abi;
using staffing::call;
using staffing::StatusError;
using staffing::StringCollector;

namespace {

/// The JSON that the plug-in wrote. Throws StatusError when it is not JSON.
json json_in(const StringCollector& collector, const char* what) {
    try {
        return staffing::json_from(collector.text(), "What the plug-in wrote as " + std::string(what));
    } catch (const staffing::JsonError& error) {
        throw StatusError(STAFFING_STATUS_INTERNAL_ERROR, error.what());
    }
}

std::string text_of(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A target in the contract's form; `records` must outlive it.
staffing_menu_target to_abi(const MenuTarget& target, const std::vector<staffing_record_ref>& records) {
    return {sizeof(staffing_menu_target), target.place, records.data(), records.size(), target.hotlist_id};
}

/// Collects the items that the plug-in writes, and keeps the first error until the plug-in has returned.
struct ItemCollector {
    std::vector<MenuItem> items;
    std::exception_ptr failure;

    static void STAFFING_CALL write(void* context, const staffing_menu_item* given) noexcept {
        auto& self = *static_cast<ItemCollector*>(context);
        try {
            const staffing_menu_item item = staffing::checked_struct(given, "the menu item");
            const auto text = [](const staffing_string& from, const char* what) {
                return std::string(staffing::checked_text(from, what, 10000));
            };
            self.items.push_back({text(item.action_id, "the action's id"), text(item.label, "the label"),
                                  item.is_enabled != 0, text(item.disabled_reason, "the reason"),
                                  text(item.tooltip, "the tooltip"), text(item.icon, "the icon"),
                                  text(item.notice, "the notice")});
        } catch (...) {
            self.failure = std::current_exception();
        }
    }
};

}  // namespace

void PluginCalls::refuse_missing(const char* id) {
    throw StatusError(STAFFING_STATUS_NOT_SUPPORTED, "The plug-in does not offer " + std::string(id) + ".");
}

std::vector<MenuItem> PluginCalls::menu_items(const MenuTarget& target) const {
    const auto* const menu = plugin_.extension<staffing_menu>(STAFFING_EXT_MENU);
    if (menu == nullptr) return {};
    const auto records = mock_host::to_abi(target.records);
    const staffing_menu_target given = to_abi(target, records);
    ItemCollector collector;
    const staffing_menu_item_sink sink{&collector, &ItemCollector::write};
    call("Opening the menu", menu->populate, plugin_.plugin(), &given, &sink);
    if (collector.failure) std::rethrow_exception(collector.failure);
    return collector.items;
}

void PluginCalls::perform(const MenuTarget& target, const std::string& action_id) const {
    const auto records = mock_host::to_abi(target.records);
    const staffing_menu_target given = to_abi(target, records);
    const staffing_string action = abi(action_id);
    call("Choosing the menu item", table<staffing_menu>(STAFFING_EXT_MENU).perform, plugin_.plugin(), &given,
         &action);
}

void PluginCalls::send_dialog_event(std::uint64_t dialog_id, const json& event) const {
    const std::string text = text_of(event);
    const staffing_string given = abi(text);
    call("Handling the dialog's event", table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS).on_event,
         plugin_.plugin(), dialog_id, &given);
}

json PluginCalls::describe_settings() const {
    StringCollector answer;
    call("Describing the settings", table<staffing_settings>(STAFFING_EXT_SETTINGS).describe,
         plugin_.plugin(), answer.sink());
    return json_in(answer, "settings");
}

json PluginCalls::settings() const {
    StringCollector answer;
    call("Reading the settings", table<staffing_settings>(STAFFING_EXT_SETTINGS).values, plugin_.plugin(),
         answer.sink());
    return json_in(answer, "values of settings");
}

std::map<std::string, std::string> PluginCalls::change_settings(const json& values) const {
    const std::string text = text_of(values);
    const staffing_string given = abi(text);
    StringCollector problems;
    try {
        call("Changing the settings", table<staffing_settings>(STAFFING_EXT_SETTINGS).change,
             plugin_.plugin(), &given, problems.sink());
    } catch (const StatusError& e) {
        if (e.status() != STAFFING_STATUS_REFUSED || problems.text().empty()) throw;
        return json_in(problems, "problems").get<std::map<std::string, std::string>>();
    }
    return {};
}

json PluginCalls::describe_accounts() const {
    StringCollector answer;
    call("Describing the accounts", table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).describe,
         plugin_.plugin(), answer.sink());
    return json_in(answer, "a form");
}

std::map<std::string, std::string> PluginCalls::validate_account(const json& values) const {
    const std::string text = text_of(values);
    const staffing_string given = abi(text);
    StringCollector problems;
    call("Checking the account's values",
         table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).validate, plugin_.plugin(), &given,
         problems.sink());
    return json_in(problems, "problems").get<std::map<std::string, std::string>>();
}

void PluginCalls::test_account(std::int64_t account_id, const json& values) const {
    const std::string text = text_of(values);
    const staffing_string given = abi(text);
    call("Testing the account", table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).test,
         plugin_.plugin(), account_id, &given);
}

void PluginCalls::perform_account_action(std::int64_t account_id, const std::string& action_id) const {
    const staffing_string action = abi(action_id);
    call("Performing the account's action",
         table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS).perform, plugin_.plugin(), account_id,
         &action);
}

PluginCalls::AuditPart PluginCalls::read_audit(staffing_audit_format format, std::int64_t after_id,
                                               std::int64_t max_entries) const {
    StringCollector part;
    std::int64_t last_id = 0;
    call("Reading the audit trail", table<staffing_audit>(STAFFING_EXT_AUDIT).read, plugin_.plugin(), format,
         after_id, max_entries, part.sink(), &last_id);
    if (last_id == 0 || last_id > after_id) return {part.text(), last_id};
    throw StatusError(STAFFING_STATUS_INTERNAL_ERROR, "The plug-in's audit trail has the entry " +
                                                          std::to_string(last_id) + " after the entry " +
                                                          std::to_string(after_id) + ".");
}

void PluginCalls::read_whole_audit(staffing_audit_format format, std::int64_t entries_of_a_part,
                                   const std::function<void(const std::string& part)>& take) const {
    std::int64_t after_id = 0;
    do {
        const AuditPart part = read_audit(format, after_id, entries_of_a_part);
        take(part.text);
        after_id = part.last_id;
    } while (after_id != 0);
}

std::string PluginCalls::audit_file(staffing_audit_format format, std::int64_t entries_of_a_part) const {
    std::string file;
    read_whole_audit(format, entries_of_a_part, [&](const std::string& part) { file += part; });
    return file;
}

std::string PluginCalls::back_up(const std::string& path) const {
    const staffing_string wanted = abi(path);
    StringCollector written;
    call("Making a backup", table<staffing_backup>(STAFFING_EXT_BACKUP).back_up, plugin_.plugin(), &wanted,
         written.sink());
    return written.text();
}

void PluginCalls::restore(const std::string& path) const {
    const staffing_string wanted = abi(path);
    call("Restoring a backup", table<staffing_backup>(STAFFING_EXT_BACKUP).restore, plugin_.plugin(),
         &wanted);
}

json PluginCalls::backups() const {
    StringCollector answer;
    call("Listing the backups", table<staffing_backup>(STAFFING_EXT_BACKUP).list, plugin_.plugin(),
         answer.sink());
    return json_in(answer, "backups");
}

void PluginCalls::session_changed() const {
    const auto* const events = plugin_.extension<staffing_session_events>(STAFFING_EXT_SESSION_EVENTS);
    if (events != nullptr) call("Reporting the session", events->changed, plugin_.plugin());
}

json PluginCalls::accounts() const {
    StringCollector answer;
    call("Listing the accounts", table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).list,
         plugin_.plugin(), answer.sink());
    const json answered = json_in(answer, "accounts");
    if (!answered.is_object() || !answered.contains("accounts")) {
        throw StatusError(STAFFING_STATUS_INTERNAL_ERROR,
                          "The plug-in's list of accounts lacks \"accounts\".");
    }
    return answered["accounts"];
}

std::int64_t PluginCalls::save_account(std::int64_t account_id, const json& values) const {
    const std::string text = text_of(values);
    const staffing_string given = abi(text);
    std::int64_t saved_id = 0;
    call("Saving the account", table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).save,
         plugin_.plugin(), account_id, &given, &saved_id);
    return saved_id;
}

void PluginCalls::remove_account(std::int64_t account_id) const {
    call("Removing the account", table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).remove,
         plugin_.plugin(), account_id);
}

void PluginCalls::flush() const {
    call("Logging the conversations", table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER).flush,
         plugin_.plugin());
}

void PluginCalls::record_merged(const RecordKey& loser, const RecordKey& survivor) const {
    const staffing_record_ref from = mock_host::to_abi(loser);
    const staffing_record_ref to = mock_host::to_abi(survivor);
    call("Reporting the merged records",
         table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER).record_merged, plugin_.plugin(), &from,
         &to);
}

void PluginCalls::record_deleted(const RecordKey& record) const {
    const staffing_record_ref gone = mock_host::to_abi(record);
    call("Reporting the deleted record",
         table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER).record_deleted, plugin_.plugin(), &gone);
}

bool PluginCalls::logs_messages() const {
    return plugin_.extension<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER) != nullptr;
}

}  // namespace mock_host
