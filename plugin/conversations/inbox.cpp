#include "conversations/inbox.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <set>
#include <utility>

#include "conversations/late_finding_words.hpp"
#include "conversations/media_words.hpp"
#include "conversations/routing.hpp"
#include "core/backoff.hpp"
#include "core/e164.hpp"
#include "core/masked_number.hpp"
#include "gateway/list_reader.hpp"

namespace send_text {
namespace {

constexpr std::int64_t max_pages = 200;
constexpr Milliseconds refused_line_pause = std::chrono::minutes(5);
constexpr Milliseconds min_hint_distance = std::chrono::seconds(1);
constexpr Milliseconds late_listing = std::chrono::minutes(10);  // how late a message may appear in the list
constexpr Milliseconds first_look_back = std::chrono::days(1);   // for what an earlier run left for later
constexpr Milliseconds progress_awaited = std::chrono::days(1);
constexpr Milliseconds max_answer = std::chrono::minutes(5);  // of a send, time-outs considered
constexpr std::size_t max_settled = 10'000;
constexpr int max_failures_per_poll = 3;

/// What a notification of a message says: its words, and what came beside them or instead.
std::string notification_text(const CarrierMessage& message) {
    std::string what = media_words(message.body, message.media);
    if (what.empty()) return message.body;
    what.front() = 'S';
    what += '.';
    if (message.media != 0)
        what +=
            std::string(" See ") + (message.media == 1 ? "it" : "them") + " in the carrier's application.";
    return has_words(message.body) ? message.body + "\n" + what : what;
}

ListedMessage listed(const Line& line, const CarrierMessage& message) {
    return {line.id,      message.number,     message.id,   message.direction == Direction::inbound,
            message.body, message.created_at, message.media};
}

}  // namespace

Inbox::Inbox(OutboxStore& outbox, ConversationStore& conversations, LineGateways& gateways,
             ConsentRegister& consent, RecordDirectory& directory, Notifier& notifier,
             const WorkContext& context, InboxHooks hooks)
    : outbox_(outbox),
      conversations_(conversations),
      gateways_(gateways),
      consent_(consent),
      directory_(directory),
      notifier_(notifier),
      settings_(context.settings),
      clock_(context.clock),
      random_(context.random),
      log_(context.log),
      hooks_(std::move(hooks)),
      clock_settings_(context.clock),
      reads_(context.clock) {}

void Inbox::accounts_changed() {
    accounts_changed_ = true;
}

void Inbox::poll_soon(const LineId& line) {
    const MutexLock lock(soon_mutex_);
    soon_.insert(line);
}

TimePoint Inbox::step() {
    const bool is_clock_set_back = clock_settings_.take_change() < Milliseconds::zero();
    if (accounts_changed_.exchange(false) || is_clock_set_back) {
        for (auto& [number, state] : lines_) {
            state.polled_at.reset();
            state.hinted_poll_at.reset();
            state.is_hinted = false;
            if (!is_clock_set_back) continue;
            state.was_read = false;
            state.looked_at_to = no_time;  // it was a time of the clock as it went before
        }
    }
    if (is_clock_set_back) reads_.forget();
    take_hints();
    const std::vector<Line> lines = gateways_.lines();
    std::vector<LineId> ids;
    for (const Line& line : lines)
        ids.push_back(line.id);
    reads_.polled(ids);
    std::erase_if(lines_, [&lines](const auto& entry) {
        return std::none_of(lines.begin(), lines.end(),
                            [&entry](const Line& line) { return line.id == entry.first; });
    });
    MonotonicTime deadline = clock_.monotonic_now() + poll_interval();
    for (const Line& line : lines) {
        LineState& state = lines_[line.id];
        if (stopping()) break;
        if (due_at(state) <= clock_.monotonic_now()) poll(line, state);
        deadline = std::min(deadline, due_at(state));
    }
    return clock_.deadline_of(deadline);
}

/// However often the carrier knocks: a line that fails keeps its pause, and another is polled once a second.
void Inbox::take_hints() {
    std::set<LineId> soon;
    {
        const MutexLock lock(soon_mutex_);
        soon.swap(soon_);
    }
    const MonotonicTime now = clock_.monotonic_now();
    for (const LineId& line : soon) {
        const auto found = lines_.find(line);
        if (found == lines_.end() || found->second.failures > 0) continue;
        LineState& state = found->second;
        if (std::exchange(state.is_hinted, true)) continue;  // the poll that is wanted already is to come
        const MonotonicTime before = state.hinted_poll_at.value_or(now - min_hint_distance);
        state.hinted_poll_at = std::max(now, before + min_hint_distance);
    }
}

/// By the interval as it is set now: who shortens it does not wait for the end of a longer one.
MonotonicTime Inbox::due_at(const LineState& state) const {
    if (!state.polled_at) return {};
    const MonotonicTime regularly_at = *state.polled_at + std::max(state.pause, poll_interval());
    return state.is_hinted ? std::min(regularly_at, *state.hinted_poll_at) : regularly_at;
}

void Inbox::poll(const Line& line, LineState& state) {
    try {
        Gateway* gateway = gateways_.gateway_of(line.id);
        if (gateway != nullptr) {
            const TimePoint asked_at = clock_.now();
            std::vector<CarrierMessage> messages = list(line, state, *gateway);
            if (stopping()) return;
            if (file_all(line, state, std::move(messages))) reads_.read(line.id, asked_at);
        }
        poll_ended(state, Milliseconds::zero());
        if (std::exchange(state.failures, 0) > 0) {
            log_.info("Line " + masked_number(line.id.str()) + " can be polled for replies again.");
        }
    } catch (const Cancelled&) {
        throw;
    } catch (const GatewayError& error) {
        poll_failed(line, state, error.what(), error.kind() == GatewayError::Kind::credentials_refused);
    } catch (const std::exception& error) {
        poll_failed(line, state, error.what(), false);
    }
}

void Inbox::poll_failed(const Line& line, LineState& state, const std::string& reason,
                        bool are_credentials_refused) {
    if (++state.failures == 1) {
        log_.warning("Line " + masked_number(line.id.str()) +
                     " cannot be polled for replies. Send Text will try again. " + reason);
    }
    poll_ended(state, are_credentials_refused ? refused_line_pause : backoff(state.failures, random_));
}

void Inbox::poll_ended(LineState& state, Milliseconds pause) const {
    state.polled_at = clock_.monotonic_now();
    state.is_hinted = false;
    state.pause = pause;
}

/// What may be new, oldest first. The first poll of a run reads back until a whole page is known and a day
/// old; later ones until what the poll before has looked at. Where the list breaks off, what was read is
/// filed.
std::vector<CarrierMessage> Inbox::list(const Line& line, LineState& state, Gateway& gateway) {
    const TimePoint look_back_to = state.was_read ? state.looked_at_to : clock_.now() - first_look_back;
    std::vector<CarrierMessage> messages;
    ListReader reader(gateway);
    std::int64_t skipped = 0;
    bool is_read = false;
    std::optional<std::string> broken_off;
    for (std::int64_t page_number = 0; page_number < max_pages && !is_read && !stopping(); ++page_number) {
        CarrierPage page;
        try {
            page = reader.next();
        } catch (const GatewayError& error) {
            if (page_number == 0) throw;
            broken_off = error.what();
            break;
        }
        skipped += page.skipped;
        bool is_all_known = true;
        bool is_at_start = false;
        TimePoint oldest = TimePoint::max();
        for (CarrierMessage& message : page.messages) {
            oldest = std::min(oldest, message.created_at);
            const bool is_from_before = line.is_from_before(message);
            is_at_start = is_at_start || is_from_before;
            if (is_from_before) continue;
            is_all_known = is_all_known && (state.was_read || is_known(line, message));
            messages.push_back(std::move(message));
        }
        is_read = page.is_last || is_at_start || (is_all_known && oldest < look_back_to);
        broken_off = page.broken_off;
        if (broken_off) break;
    }
    log_skipped(line, state, skipped);
    list_broken_off(line, state, broken_off);
    if (!is_read && !broken_off && !stopping()) {
        log_.warning("Line " + masked_number(line.id.str()) + ": the carrier lists more than " +
                     std::to_string(messages.size()) +
                     " messages since the last poll; older ones are not read.");
    }
    std::reverse(messages.begin(), messages.end());
    std::stable_sort(messages.begin(), messages.end(),
                     [](const CarrierMessage& left, const CarrierMessage& right) {
                         return left.created_at < right.created_at;
                     });
    return messages;
}

/// What is missing may come with a later poll, which reads back as far as this one.
void Inbox::list_broken_off(const Line& line, LineState& state, const std::optional<std::string>& reason) {
    if (std::exchange(state.is_broken_off, reason.has_value()) || !reason) return;
    log_.warning(
        "Line " + masked_number(line.id.str()) +
        ": the carrier's list of messages cannot be read to its end. What was read is filed, and it is "
        "read again at each poll. " +
        *reason);
}

/// What cannot be read cannot be filed: then people must know where to look.
void Inbox::log_skipped(const Line& line, LineState& state, std::int64_t skipped) {
    if (std::exchange(state.skipped_some, skipped > 0) || skipped == 0) return;
    log_.warning("Line " + masked_number(line.id.str()) + ": the carrier lists " + std::to_string(skipped) +
                 " message(s) without a number, a time or an id that can be read; they are not filed. Check "
                 "the carrier's application.");
}

/// Whether nothing is missing now that the carrier had.
bool Inbox::file_all(const Line& line, LineState& state, std::vector<CarrierMessage> messages) {
    TimePoint looked_at_to = state.looked_at_to;
    if (!messages.empty()) {
        const TimePoint newest = std::min(messages.back().created_at, clock_.now());
        looked_at_to = std::max(looked_at_to, newest - late_listing);
    }
    // What failed before comes last, so that it does not keep back the rest for ever.
    std::stable_partition(messages.begin(), messages.end(), [&state](const CarrierMessage& message) {
        return !state.failed.contains(message.id);
    });
    const std::unordered_set<std::string> failed_before = std::exchange(state.failed, {});
    int failures = 0;
    for (const CarrierMessage& message : messages) {
        if (stopping()) return false;
        bool is_settled = false;
        bool has_failed = failures == max_failures_per_poll && failed_before.contains(message.id);
        try {
            is_settled = failures < max_failures_per_poll &&  // else the rest waits for the next poll
                         (state.settled.contains(message.id) || file(line, message) == Filed::settled);
        } catch (const std::exception& error) {
            ++failures;
            has_failed = true;
            if (!std::exchange(state.left_some, true)) {
                log_.warning("Line " + masked_number(line.id.str()) + ": message " + message.id +
                             " could not be filed and is left for the next poll. " + error.what());
            }
        }
        if (has_failed) state.failed.insert(message.id);
        if (is_settled) {
            if (state.settled.size() >= max_settled) state.settled.clear();
            state.settled.insert(message.id);
        } else {
            looked_at_to = std::min(looked_at_to, message.created_at);
        }
    }
    if (failures == 0) state.left_some = false;
    if (state.is_broken_off) return false;
    state.looked_at_to = looked_at_to;
    state.was_read = true;
    return failures == 0;
}

Inbox::Filed Inbox::file(const Line& line, const CarrierMessage& message) {
    return message.direction == Direction::inbound ? file_inbound(line, message)
                                                   : file_outbound(line, message);
}

Inbox::Filed Inbox::file_inbound(const Line& line, const CarrierMessage& message) {
    if (conversations_.has_message(line.id, message.id)) return Filed::settled;
    consent_.record_reply(message.number, message.body, message.created_at, line.id);
    const std::vector<RecordRef> records = route(line.id, message.number, conversations_, directory_);
    if (conversations_.add(listed(line, message), records, clock_.now(), batch_window()))
        notify(line, message, records);
    return Filed::settled;
}

/// Ours, or written in the carrier's own application: that joins the conversation when it has an owner.
Inbox::Filed Inbox::file_outbound(const Line& line, const CarrierMessage& message) {
    const auto is_ours = [&] { return outbox_.has_carrier_message(line.id, message.id); };
    if (is_ours()) return file_progress(line, message);
    if (conversations_.has_message(line.id, message.id)) return Filed::settled;
    if (may_be_ours(line, message)) return Filed::later;
    if (is_ours()) return file_progress(line, message);  // it may have become so between the questions

    const std::vector<RecordRef> records = route(line.id, message.number, conversations_, directory_);
    const auto finding =
        conversations_.add_outbound(listed(line, message), records, clock_.now(), batch_window());
    return finding ? file_late(line, message, *finding, records) : Filed::settled;
}

/// It is, or was, a text about which a person decided: they are told when it is not as they said.
Inbox::Filed Inbox::file_late(const Line& line, const CarrierMessage& message, const LateFinding& finding,
                              const std::vector<RecordRef>& records) {
    if (finding.then == LateFinding::Then::not_known_yet) return Filed::later;
    log_.info("Text " + std::to_string(number_of(finding.text.id)) + " to " +
              masked_number(message.number.str()) + ": a person decided about it, and the carrier has it.");
    const LateFindingWords words = describe(finding);
    for (const std::int64_t rep_id : std::set{finding.text.sender.rep_id, finding.decided_by.rep_id}) {
        if (!words.text.empty()) notifier_.notify(rep_id, words.title, words.text, records);
    }
    if (hooks_.text_changed) hooks_.text_changed(finding.text.request_id);
    return finding.then == LateFinding::Then::was_sent_twice ? Filed::settled : file_progress(line, message);
}

/// A text whose answer has not come, or never came: the delivery worker must find the message unclaimed. The
/// carrier may have altered its words.
bool Inbox::may_be_ours(const Line& line, const CarrierMessage& message) const {
    return message.created_at + max_answer > clock_.now() || outbox_.may_be_ours(line.id, message.number);
}

/// A text of ours: how far it has come.
Inbox::Filed Inbox::file_progress(const Line& line, const CarrierMessage& message) {
    const TimePoint now = clock_.now();
    switch (message.state) {
        case CarrierState::delivered:
            outbox_.record_progress(line.id, message.id, TextState::delivered, {}, now);
            return Filed::settled;
        case CarrierState::failed: {
            const auto request_id = outbox_.record_progress(
                line.id, message.id, TextState::failed,
                message.failure.empty() ? "The carrier could not deliver it." : message.failure, now);
            if (!request_id) return Filed::settled;
            // Told once: the person may have written since.
            if (message.fact) consent_.record_fact(message.number, *message.fact, message.failure);
            if (hooks_.text_failed) hooks_.text_failed(*request_id);
            return Filed::settled;
        }
        case CarrierState::in_progress:
            break;
    }
    return message.created_at + progress_awaited > now ? Filed::later : Filed::settled;
}

void Inbox::notify(const Line& line, const CarrierMessage& message, const std::vector<RecordRef>& records) {
    const auto sender = conversations_.latest_sender(line.id, message.number);
    const std::string name = records.size() == 1 ? name_of(records.front(), directory_) : std::string();
    notifier_.show({.rep_id = sender ? sender->rep_id : 0,
                    .title = "Reply from " + (name.empty() ? message.number.str() : name),
                    .text = notification_text(message),
                    .records = records,
                    .is_reply = true});
}

bool Inbox::is_known(const Line& line, const CarrierMessage& message) const {
    return conversations_.has_message(line.id, message.id) ||
           (message.direction == Direction::outbound && outbox_.has_carrier_message(line.id, message.id));
}

Milliseconds Inbox::poll_interval() const {
    return settings_.get()->poll_interval;
}

Milliseconds Inbox::batch_window() const {
    return settings_.get()->batch_window;
}

bool Inbox::stopping() const {
    return hooks_.stopping && hooks_.stopping();
}

}  // namespace send_text
