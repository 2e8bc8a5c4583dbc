#include "app/services.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/texting_permission.hpp"
#include "consent/number_conditions.hpp"
#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"
#include "core/masked_number.hpp"
#include "core/phone_format.hpp"
#include "core/webhook_key.hpp"
#include "gateway/login_words.hpp"
#include "gateway/make_gateway_factory.hpp"

namespace send_text {

Services::Services(const Host& host, StorePlace place, const Cancellation& ending)
    : host_(host),
      place_(std::move(place)),
      ends_early_(ending, [this] { cancellation_.cancel(); }),
      database_(place_.file(), random_, place_.begin_opening()),
      settings_service_(settings_store_, place_.address(), audit_, current_settings_, host.clock, host.log,
                        {host.action_codes, [this](const Settings& settings) { return try_out(settings); }}),
      gateways_(make_gateway_factory(host.clock, cancellation_,
                                     [this](const LineId& line, const std::optional<std::string>& warning) {
                                         clock_warned(line, warning);
                                     })),
      accounts_(account_store_, host.secrets, *gateways_, audit_, context_,
                {[this] {
                     delivery_.accounts_changed();
                     inbox_.accounts_changed();
                     wake_all();
                 },
                 [this] { return new_webhook_key(random_); }}),
      webhook_messages_(webhook_message_store_, *gateways_, host.clock),
      webhooks_(accounts_, current_settings_, host.log, webhook_hooks()),
      delivery_gateways_(accounts_, *gateways_, current_settings_, &webhook_messages_),
      inbox_gateways_(accounts_, *gateways_, current_settings_, &webhook_messages_),
      list_gateways_(accounts_, *gateways_, current_settings_, &webhook_messages_),
      drafts_(draft_store_, host.clock, [this] { drafts_thread_.wake(); }),
      dialogs_(host.dialogs),
      watch_(outbox_, current_settings_, host.clock, host.session, host.main_thread, host.notifier,
             host.progress, &waiting_),
      failure_notices_(outbox_, host.records, host.notifier, host.clock,
                       [this](RequestId request_id) { return watch_.is_in_view(request_id); }),
      line_notices_(host.notifier, host.session),
      request_counter_(place_.data_folder(), database_.store_id(), counter_vault(), host.clock, host.log),
      carrier_lists_(list_gateways_, host.clock, host.log),
      delivery_(outbox_, conversations_, delivery_gateways_, context_, delivery_hooks()),
      inbox_(outbox_, conversations_, inbox_gateways_, consent_, host.records, host.notifier, context_,
             inbox_hooks()),
      logger_(conversations_, host.message_log, host.records, host.notifier, context_, stopping(),
              &inbox_.reads()),
      desk_(host.clock, host.log),
      drafting_(host.clock, host.log),
      resolutions_(
          [this] {
              const auto settings = current_settings_.get();
              return RecipientResolver(
                  host_.records, NumberJudge(settings->default_region),
                  {.method_order = settings->method_order,
                   .fall_through_unusable_number = settings->fall_through_unusable_number,
                   .condition_of = number_conditions()});
          },
          host.clock, host.log),
      delivery_thread_("Delivery", host.clock, host.log,
                       [this] {
                           handle_older_store();
                           const TimePoint next = delivery_.step();
                           undecided_.refresh();
                           undecided_notices_.look();
                           const TimePoint look_at = std::min(watch_.look(), failure_notices_.look());
                           return std::min({next, look_at, waiting_.refresh()});
                       }),
      inbox_thread_("Replies", host.clock, host.log,
                    [this] {
                        const TimePoint next = inbox_.step();
                        logger_thread_.wake();
                        return next;
                    }),
      logger_thread_("Conversation log", host.clock, host.log,
                     [this] {
                         conversation_lines_.refresh();
                         return logger_.step();
                     }),
      check_thread_("The store", host.clock, host.log, [this] { return check_store(); }),
      drafts_thread_("Drafts", host.clock, host.log, [this] { return drafts_.step(); }) {
    place_.end_opening();
    settings_service_.load();
    accounts_.load();
    host.main_thread.start();
    desk_.start();
    drafting_.start();
    carrier_lists_.start();
    resolutions_.start();
    want_conversation_lines();
    delivery_thread_.start();
    inbox_thread_.start();
    logger_thread_.start();
    drafts_thread_.start();
    start_store_checks();
    desk_.post([this] {
        // First, since it uses OpenSSL, which a process that ends meanwhile takes away.
        if (const auto problem = problem_of_ca_file(current_settings_.get()->ca_file))
            host_.log.warning(problem->reason);
        NumberJudge(current_settings_.get()->default_region).warm_up();
        accounts_.forget_incomplete();
        const Problems problems = settings_service_.try_out();
        if (!problems.empty()) host_.log.warning(problems.begin()->second);
    });
}

Services::~Services() {
    cancellation_.cancel();
    dialogs_.close_all();
    resolutions_.stop();
    delivery_thread_.stop();
    drafting_.stop();
    drafts_thread_.stop();
    desk_.post([this] { drafts_.flush(); });  // not here: this may be the main thread
    desk_.post([this] { request_counter_.keep(); });
    desk_.stop();
    carrier_lists_.stop();
    webhooks_.listen_at({});
    inbox_thread_.stop();
    logger_thread_.stop();
    check_thread_.stop();
    watch_.end();
    host_.main_thread.stop();
}

ComposeServices Services::compose() {
    dialogs_of_rep_id_ = host_.session.user().rep_id;
    return {dialogs_,
            host_.session,
            accounts_,
            host_.records,
            current_settings_,
            outbox_,
            conversations_,
            watch_,
            templates_,
            desk_,
            drafting_,
            host_.main_thread,
            host_.clock,
            [this] { delivery_thread_.wake(); },
            [this] { return number_conditions(); },
            consent_,
            undecided_,
            carrier_lists_,
            waiting_,
            drafts_};
}

WaitingNotice Services::waiting_notice(const std::function<std::vector<RecordRef>()>& records) {
    const SessionUser user = this->user();
    if (!user.is_logged_in || waiting_.is_empty()) return {};  // the host is asked no more: a menu waits
    const WaitingSummary summary = waiting_.summary(records(), decider_of(user));
    if (summary.count == 0) return {};
    return {summary.count, describe(summary, user.time_zone, host_.clock.now())};
}

std::int64_t Services::undecided_count() {
    const SessionUser user = this->user();
    return user.is_logged_in ? undecided_.count_for(decider_of(user)) : 0;
}

void Services::clock_warned(const LineId& line, const std::optional<std::string>& warning) {
    accounts_.set_clock_warning(line, warning);
    const std::string name = "Line " + masked_number(line.str()) + ": ";
    if (warning) {
        host_.log.warning(name + *warning);
    } else {
        host_.log.info(name + "this computer's clock is right again.");
    }
}

void Services::request_begins() {
    if (request_counter_.begun(outbox_.requests_begun())) desk_.post([this] { request_counter_.keep(); });
}

WebhookHooks Services::webhook_hooks() {
    return {.poll_line =
                [this](const LineId& line) {
                    inbox_.poll_soon(line);
                    inbox_thread_.wake();
                },
            .keep_messages =
                [this](const LineId& line, const std::vector<CarrierMessage>& messages) {
                    webhook_messages_.add(line, messages);
                },
            .carrier_now = [this](const LineId& line) { return webhook_messages_.carrier_now(line); }};
}

DeliveryHooks Services::delivery_hooks() {
    DeliveryHooks hooks;
    hooks.text_changed = [this](RequestId request_id) { text_changed(request_id); };
    hooks.line_stopped = [this](const LineId& line, const std::string& reason) {
        accounts_.set_problem(line, reason, is_login_refused(reason) ? "Login refused" : "Cannot text");
        host_.notifier.notify(0, "Texting from " + national_format(line.str()) + " has stopped", reason, {});
    };
    hooks.line_resumed = [this](const LineId& line) { accounts_.clear_problem(line); };
    hooks.texts_wait = [this](const WaitingTexts& waiting) {
        if (concerns_line(waiting.cause)) set_delay_problem(waiting);
        line_notices_.texts_wait(waiting);
        watch_.record_known_doubts(waiting.in_doubt);
    };
    hooks.wait_ended = [this](const WaitEnded& over) {
        if (concerns_line(over.cause)) accounts_.clear_problem(over.line);
        line_notices_.wait_ended(over);
    };
    hooks.request_begins = [this] { request_begins(); };
    hooks.refusal = [this](const Text& text) {
        const auto refusal = expired_permission_refusal(user(), text.sender);
        return refusal ? refusal : consent_.refusal(text.number);
    };
    hooks.taken = [this](const E164& number) { record_in_service(number); };
    hooks.learned = [this](const E164& number, NumberFact fact, const std::string& reason) {
        consent_.record_fact(number, fact, reason);
    };
    hooks.permitted_from = [this](const Text& text, TimePoint now) {
        return permitted_from(zones_of(text.number, user().time_zone), texting_hours(), now);
    };
    hooks.stopping = stopping();
    return hooks;
}

InboxHooks Services::inbox_hooks() {
    return {.text_changed =
                [this](RequestId request_id) {
                    text_changed(request_id);
                    delivery_thread_.wake();
                },
            .text_failed =
                [this](RequestId request_id) {
                    watch_.failed_later(request_id);
                    failure_notices_.failed();
                    delivery_thread_.wake();
                },
            .stopping = stopping()};
}

/// A login that is refused stays the headline of what waits for it.
void Services::set_delay_problem(const WaitingTexts& waiting) {
    const bool is_login = waiting.cause == WaitCause::line_stopped && is_login_refused(waiting.reason);
    const bool is_stopped = waiting.cause == WaitCause::line_stopped;
    accounts_.set_problem(waiting.line, problem_words(waiting),
                          is_login ? "Login refused" : (is_stopped ? "Cannot text" : "Texts wait"));
}

void Services::text_changed(RequestId request_id) {
    undecided_.changed();
    watch_.request_changed(request_id);
    logger_thread_.wake();
}

/// Somebody insisted on a number that is not known to be in service, and its carrier knows it.
void Services::record_in_service(const E164& number) {
    const NumberJudgement judgement =
        NumberJudge(current_settings_.get()->default_region).judge(number.str());
    if (judgement.verdict == Verdict::not_in_service || judgement.may_not_be_in_service_yet)
        consent_.record_fact(number, NumberFact::is_in_service, "A carrier took a text for it.");
}

TextingHours Services::texting_hours() const {
    const auto settings = current_settings_.get();
    return {settings->hours_begin, settings->hours_end};
}

NumberConditionOf Services::number_conditions() {
    return send_text::number_conditions(number_facts_, texting_hours(), user().time_zone, host_.clock.now());
}

Problems Services::try_out(const Settings& settings) {
    if (const auto refusal = place_.refusal(settings.store_address))
        return {{"store_address", refusal->reason}};
    // One that was taken before does not keep other settings from being changed.
    if (settings.ca_file != current_settings_.get()->ca_file) {
        if (const auto problem = problem_of_ca_file(settings.ca_file)) return {{"ca_file", problem->reason}};
    }
    try {
        webhooks_.listen_at(settings.webhook_listener);
        return {};
    } catch (const std::exception& error) {
        return {{"webhook_listener", error.what()}};
    }
}

Problems Services::change_settings(const nlohmann::json& values, const Sender& who) {
    Problems problems = settings_service_.change(values, who);
    if (!problems.empty()) return problems;
    try {
        accounts_.register_webhooks_again();
    } catch (const StoreError& error) {  // they are changed all the same, and the answer says so
        host_.log.error(
            std::string("The settings are changed, but some webhooks could not be registered again. ") +
            error.what());
    }
    delivery_.hours_changed();
    wake_all();
    return {};
}

std::optional<std::string> Services::wanted_store_address() const {
    const std::string wanted = current_settings_.get()->store_address;
    return wanted == place_.address() ? std::nullopt : std::optional(wanted);
}

std::optional<Refusal> Services::texting_refusal(const std::function<std::vector<RecordRef>()>& records) {
    const SessionUser user = host_.session.user();
    std::optional<Refusal> refusal = send_text::texting_refusal(user, true);
    if (refusal || !accounts_.accounts_for(user).empty()) return refusal;

    // Somebody without a line may go on with the conversations that there are.
    const std::vector<Account> accounts = accounts_.all();
    if (std::none_of(accounts.begin(), accounts.end(),
                     [](const Account& account) { return account.state == AccountState::in_use; })) {
        return send_text::texting_refusal(user, false);
    }
    if (!conversation_lines_.is_known()) {
        want_conversation_lines();
        return Refusal{"Earlier conversations are being looked up. Open the menu again in a moment."};
    }
    const std::vector<RecordRef> wanted = records();
    const bool has_line = std::any_of(wanted.begin(), wanted.end(), [this](const RecordRef& record) {
        const auto line = conversation_lines_.line_of(record);
        const auto account = line ? accounts_.account_of_line(*line) : std::nullopt;
        return account && account->state == AccountState::in_use;
    });
    return send_text::texting_refusal(user, has_line);
}

void Services::session_changed() {
    close_dialogs_of_others();
    want_conversation_lines();
    undecided_notices_.session_changed();
}

void Services::close_dialogs_of_others() {
    const SessionUser user = host_.session.user();
    if (!user.is_logged_in || !user.may_text || user.rep_id != dialogs_of_rep_id_) dialogs_.close_all();
}

void Services::records_changed() {
    conversation_lines_.invalidate();
    waiting_.invalidate();
    logger_thread_.wake();
    delivery_thread_.wake();
}

/// Who is logged in; nobody, while the host cannot say.
SessionUser Services::user() {
    try {
        return host_.session.user();
    } catch (const std::exception&) {
        return {};
    }
}

/// From the first moment on in which somebody is logged in who has no line of their own.
void Services::want_conversation_lines() {
    const SessionUser user = this->user();
    if (!user.is_logged_in || !accounts_.accounts_for(user).empty()) return;
    conversation_lines_.want();
    logger_thread_.wake();
}

void Services::wake_all() {
    delivery_thread_.wake();
    inbox_thread_.wake();
    logger_thread_.wake();
}

}  // namespace send_text
