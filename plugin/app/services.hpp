#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "accounts/account_gateways.hpp"
#include "accounts/account_service.hpp"
#include "app/host.hpp"
#include "app/webhook_door.hpp"
#include "compose/compose_services.hpp"
#include "compose/draft_keeper.hpp"
#include "compose/sending/waiting_view.hpp"
#include "consent/consent_register.hpp"
#include "conversations/conversation_lines.hpp"
#include "conversations/conversation_logger.hpp"
#include "conversations/inbox.hpp"
#include "core/cancellation.hpp"
#include "core/e164.hpp"
#include "core/periodic_worker.hpp"
#include "core/random.hpp"
#include "core/refusal.hpp"
#include "core/task_queue.hpp"
#include "core/texting_hours.hpp"
#include "core/time.hpp"
#include "delivery/delivery_worker.hpp"
#include "dialogs/dialog_set.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/work_context.hpp"
#include "recipients/resolution_jobs.hpp"
#include "requests/failure_notices.hpp"
#include "requests/line_notices.hpp"
#include "requests/request_watch.hpp"
#include "requests/undecided_notices.hpp"
#include "settings/settings_service.hpp"
#include "store/account_store.hpp"
#include "store/audit_store.hpp"
#include "store/conversation_store.hpp"
#include "store/database.hpp"
#include "store/draft_store.hpp"
#include "store/number_fact_store.hpp"
#include "store/outbox_store.hpp"
#include "store/request_counter.hpp"
#include "store/settings_store.hpp"
#include "store/store_place.hpp"
#include "store/template_store.hpp"

namespace send_text {

/// All that works between activate and deactivate, and how it hangs together.
/// Threads: the main thread and the host's workers; its own run what its members say: the delivery, replies,
/// logging, drafts and check workers, the desk, the drafting thread, the carrier lists' and the resolutions'.
class Services {
  public:
    /// Opens the store at its place and starts the threads. What waits for a carrier or works long is given
    /// up when this ends, and with `ending` already. Both must outlive this. Throws StoreError.
    Services(const Host& host, StorePlace place, const Cancellation& ending);

    /// Stops: joins all threads. Waits for the store and for the host, but for nobody else. Main thread; or
    /// any other but the plug-in's own when no window is open and the main thread cannot come here.
    ~Services();

    Services(const Services&) = delete;
    Services& operator=(const Services&) = delete;

    Database& database() { return database_; }
    AccountService& accounts() { return accounts_; }
    const AuditStore& audit() const { return audit_; }
    ConversationLogger& logger() { return logger_; }
    DialogSet& dialogs() { return dialogs_; }
    ResolutionJobs& resolutions() { return resolutions_; }
    const SettingsService& settings() const { return settings_service_; }
    ComposeServices compose();

    /// Changes settings and has everybody work with them. Returns what is wrong with the values: then
    /// nothing is changed.
    Problems change_settings(const nlohmann::json& values, const Sender& who);

    /// Where the settings want the store, when it is elsewhere.
    std::optional<std::string> wanted_store_address() const;

    /// The store could not be moved there: the settings say so again, and the audit trail. What was changed
    /// along with it is as before.
    void store_not_moved(const std::string& reason, const nlohmann::json& others_before, const Sender& who);

    /// A backup was made: the audit trail says so.
    void backed_up(const std::string& path, const Sender& who);

    /// A backup was put back by somebody, or was not: the audit trail tells of it.
    void audit_restore(const std::string& backup, const std::string& detail, bool is_done, const Sender& who);

    /// Why the one who is logged in cannot text, in a sentence that says what to do.
    /// `records` is asked where it depends on whom they want to text. Answers at once.
    std::optional<Refusal> texting_refusal(const std::function<std::vector<RecordRef>()>& records);

    /// How many texts wait for the one who is logged in to decide about. Answers at once.
    std::int64_t undecided_count();

    /// What of the records' texts has not left and may be stopped by the one who is logged in. `records` is
    /// asked where it depends on them. Answers at once.
    WaitingNotice waiting_notice(const std::function<std::vector<RecordRef>()>& records);

    /// Somebody logged in or out, or may do other things. Main thread.
    void session_changed();

    /// Closes the dialogs of one who is no longer logged in, or may no longer text. Main thread.
    void close_dialogs_of_others();

    /// Records were merged or deleted.
    void records_changed();

  private:
    std::function<bool()> stopping() {
        return [this] { return cancellation_.is_cancelled(); };
    }
    void clock_warned(const LineId& line, const std::optional<std::string>& warning);
    CounterVault counter_vault();
    void handle_older_store();
    void request_begins();
    WebhookHooks webhook_hooks();
    DeliveryHooks delivery_hooks();
    InboxHooks inbox_hooks();
    TextingHours texting_hours() const;
    NumberConditionOf number_conditions();
    void record_in_service(const E164& number);
    Problems try_out(const Settings& settings);
    SessionUser user();
    void set_delay_problem(const WaitingTexts& waiting);
    void text_changed(RequestId request_id);
    void wake_all();
    void notify_administrators(const std::string& words);
    void start_store_checks();
    TimePoint check_store();
    void want_conversation_lines();

    const Host& host_;
    StorePlace place_;
    Cancellation cancellation_;  ///< of what waits for carriers
    const Cancellation::Listener ends_early_;
    SystemRandom random_;
    Database database_;
    OutboxStore outbox_{database_};
    ConversationStore conversations_{database_};
    AccountStore account_store_{database_, random_};
    AuditStore audit_{database_};
    TemplateStore templates_{database_};
    DraftStore draft_store_{database_};
    WebhookMessageStore webhook_message_store_{database_};
    NumberFactStore number_facts_{database_};
    ConsentRegister consent_{number_facts_, host_.clock,
                             [this](const E164& number) { return host_.records.find_by_phone(number); }};
    SettingsStore settings_store_{database_};
    CurrentSettings current_settings_;
    const WorkContext context_{current_settings_, host_.clock, random_, host_.log};
    SettingsService settings_service_;
    std::unique_ptr<GatewayFactory> gateways_;
    AccountService accounts_;
    WebhookMessages webhook_messages_;
    WebhookDoor webhooks_;
    AccountGateways delivery_gateways_;
    AccountGateways inbox_gateways_;
    AccountGateways list_gateways_;
    DraftKeeper drafts_;
    DialogSet dialogs_;
    std::int64_t dialogs_of_rep_id_ = 0;
    ConversationLines conversation_lines_{conversations_};
    UnsentTexts waiting_{outbox_, host_.clock};
    RequestWatch watch_;
    FailureNotices failure_notices_;
    LineNotices line_notices_;
    RequestCounter request_counter_;
    bool is_store_age_known_ = false;                      ///< the delivery thread's
    bool is_store_checked_ = database_.is_checked();       ///< the check thread's, and the next
    bool must_check_store_ = database_.must_be_checked();  ///< at once
    UndecidedTexts undecided_{outbox_};
    UndecidedNotices undecided_notices_{undecided_, host_.notifier, [this] { return user(); }};
    CarrierLists carrier_lists_;
    DeliveryWorker delivery_;
    Inbox inbox_;
    ConversationLogger logger_;
    TaskQueue desk_;
    TaskQueue drafting_;
    ResolutionJobs resolutions_;
    PeriodicWorker delivery_thread_;
    PeriodicWorker inbox_thread_;
    PeriodicWorker logger_thread_;
    PeriodicWorker check_thread_;
    PeriodicWorker drafts_thread_;
};

}  // namespace send_text
