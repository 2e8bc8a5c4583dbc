#include "delivery/line_watch.hpp"

#include <algorithm>
#include <utility>

namespace send_text {
namespace {

std::vector<SenderCount> sender_counts(const std::map<std::int64_t, std::int64_t>& texts_of_reps) {
    std::vector<SenderCount> counts;
    for (const auto& [rep_id, texts] : texts_of_reps)
        counts.push_back({rep_id, texts});
    return counts;
}

}  // namespace

LineWatch::LineWatch(const OutboxStore& outbox, const Clock& clock, Hooks hooks)
    : outbox_(outbox), clock_(clock), hooks_(std::move(hooks)) {}

void LineWatch::sending_failed(const LineId& line, WaitCause cause, const std::string& reason) {
    auto& sending = lines_[line].sending;
    if (!sending) sending = Trouble{.since = clock_.monotonic_now()};
    sending->cause = cause;
    sending->reason = reason;
}

void LineWatch::sending_worked(const LineId& name) {
    WatchedLine& line = lines_[name];
    line.sending.reset();
    if (!line.notified_of_sending.has_any()) return;
    over(name, line.notified_of_sending);
    line.delayed_since.clear();  // now they have their turns
}

void LineWatch::asking_failed(const LineId& line, const std::string& reason) {
    auto& asking = lines_[line].asking;
    if (!asking) asking = Trouble{.cause = WaitCause::in_doubt, .since = clock_.monotonic_now()};
    asking->reason = reason;
}

void LineWatch::asking_worked(const LineId& line) {
    lines_[line].asking.reset();
}

MonotonicTime LineWatch::look(const std::vector<LineId>& lines) {
    for (const LineId& name : lines)
        lines_.try_emplace(name);
    MonotonicTime deadline = no_monotonic_deadline;
    for (auto& [name, line] : lines_)
        deadline = std::min({deadline, look_at_sending(name, line), look_at_tried(name, line)});
    std::erase_if(lines_, [](const auto& entry) { return entry.second.is_quiet(); });
    return deadline;
}

MonotonicTime LineWatch::look_at_sending(const LineId& name, WatchedLine& line) {
    if (!line.sending) return no_monotonic_deadline;
    const std::vector<SenderCount> senders = outbox_.senders_waiting(name);
    if (senders.empty()) {  // nobody waits any more; who does so later has patience again
        line.sending.reset();
        for (auto& [cause, rep_ids] : line.notified_of_sending.rep_ids)
            rep_ids.clear();
        return no_monotonic_deadline;
    }
    const MonotonicTime due_at = line.sending->since + patience;
    if (due_at > clock_.monotonic_now()) return due_at;
    notify(name, line.notified_of_sending, *line.sending, senders);
    return no_monotonic_deadline;
}

/// Texts that were tried and are neither settled nor held. Where none of the line's texts gets through, all
/// of them wait, and not these alone.
MonotonicTime LineWatch::look_at_tried(const LineId& name, WatchedLine& line) {
    const MonotonicTime now = clock_.monotonic_now();
    MonotonicTime deadline = no_monotonic_deadline;
    Delayed put_back;
    Delayed unknown;
    std::map<TextId, MonotonicTime> delayed_since;
    for (const Text& text : outbox_.delayed_texts(name)) {
        const auto known = line.delayed_since.find(text.id);
        const MonotonicTime since = known == line.delayed_since.end() ? now : known->second;
        delayed_since.emplace(text.id, since);
        if (since + patience > now) {
            deadline = std::min(deadline, since + patience);
            continue;
        }
        const bool cannot_be_looked_for = line.asking && text.look != Look::none;
        Delayed& delayed = text.state == TextState::unknown || cannot_be_looked_for ? unknown : put_back;
        ++delayed.texts_of_reps[text.sender.rep_id];
        delayed.texts.push_back(
            {.text_id = text.id, .request_number = text.request_number, .rep_id = text.sender.rep_id});
        if (since >= delayed.since) continue;
        delayed.since = since;
        delayed.reason = text.reason;
    }
    line.delayed_since = std::move(delayed_since);

    deadline = std::min(deadline, look_at_doubt(name, line, unknown));
    if (put_back.texts_of_reps.empty()) {
        line.notified_of_texts = {};
    } else if (!line.notified_of_sending.has_any()) {
        notify(name, line.notified_of_texts, {WaitCause::some_texts, put_back.reason, put_back.since},
               sender_counts(put_back.texts_of_reps));
    }
    return deadline;
}

/// Texts of which it is not known whether they were sent, and what waits for these. While the carrier cannot
/// be asked, that holds for all of them.
MonotonicTime LineWatch::look_at_doubt(const LineId& name, WatchedLine& line, const Delayed& unknown) {
    Trouble doubt{WaitCause::in_doubt, unknown.reason, unknown.since};
    std::vector<SenderCount> senders = sender_counts(unknown.texts_of_reps);
    if (line.asking) {
        senders = outbox_.senders_in_doubt(name);
        if (senders.empty()) line.asking.reset();
    }
    if (line.asking) {
        doubt.reason = line.asking->reason;
        doubt.since = std::min(doubt.since, line.asking->since);
        const MonotonicTime due_at = doubt.since + patience;
        if (due_at > clock_.monotonic_now()) return due_at;
    }
    if (senders.empty()) {
        doubt_resolved(name, line);
    } else {
        notify_of_doubt(name, line, doubt, senders,
                        line.asking ? outbox_.texts_in_doubt(name) : unknown.texts);
    }
    return no_monotonic_deadline;
}

void LineWatch::notify_of_doubt(const LineId& name, WatchedLine& line, const Trouble& doubt,
                                const std::vector<SenderCount>& senders,
                                const std::vector<TextInDoubt>& texts) {
    std::optional<WaitingTexts> waiting = news(name, line.notified_of_doubt, doubt, senders);
    if (!waiting) return;
    waiting->can_be_asked = !line.asking;
    for (const TextInDoubt& text : texts) {
        const bool is_notified =
            std::any_of(waiting->senders.begin(), waiting->senders.end(),
                        [&text](const SenderCount& sender) { return sender.rep_id == text.rep_id; });
        if (!is_notified) continue;
        waiting->in_doubt.push_back(text);
        line.notified_in_doubt.push_back(text.text_id);
    }
    if (hooks_.texts_wait) hooks_.texts_wait(*waiting);
}

/// Those whose texts wait for a person now were told of the doubt, and it is not over.
void LineWatch::doubt_resolved(const LineId& name, WatchedLine& line) {
    if (!line.notified_of_doubt.has_any()) return;
    std::set<std::int64_t> still_in_doubt;
    for (const Text& text : outbox_.undecided_texts(line.notified_in_doubt))
        still_in_doubt.insert(text.sender.rep_id);
    line.notified_in_doubt.clear();
    std::set<std::int64_t>& rep_ids = line.notified_of_doubt.rep_ids.begin()->second;
    std::erase_if(rep_ids, [&](std::int64_t rep_id) { return still_in_doubt.contains(rep_id); });
    if (rep_ids.empty() && !still_in_doubt.empty()) {
        line.notified_of_doubt = {};
    } else {
        over(name, line.notified_of_doubt);
    }
}

void LineWatch::store_failed(const std::string& reason) {
    const MonotonicTime now = clock_.monotonic_now();
    if (!store_) store_ = Trouble{WaitCause::store_fails, reason, now};
    store_->reason = reason;
    if (store_->since + patience > now) return;
    std::vector<SenderCount> senders;
    try {
        senders = outbox_.senders_waiting({});
    } catch (const StoreError&) {
        // Then it is not known whose texts wait.
    }
    notify({}, notified_of_store_, *store_, senders);
}

void LineWatch::store_worked() {
    store_.reset();
    over({}, notified_of_store_);
}

void LineWatch::notify(const LineId& name, NotifiedReps& notified, const Trouble& trouble,
                       const std::vector<SenderCount>& senders) {
    const std::optional<WaitingTexts> waiting = news(name, notified, trouble, senders);
    if (waiting && hooks_.texts_wait) hooks_.texts_wait(*waiting);
}

/// What is to be told; nothing when everybody knows it.
std::optional<WaitingTexts> LineWatch::news(const LineId& name, NotifiedReps& notified,
                                            const Trouble& trouble,
                                            const std::vector<SenderCount>& senders) const {
    const auto [known, is_new] = notified.rep_ids.try_emplace(trouble.cause);
    WaitingTexts waiting{
        .line = name,
        .cause = trouble.cause,
        .reason = trouble.reason,
        .waited = std::chrono::floor<std::chrono::minutes>(clock_.monotonic_now() - trouble.since),
        .is_new = is_new};
    for (const SenderCount& sender : senders) {
        waiting.texts += sender.texts;
        if (known->second.insert(sender.rep_id).second) waiting.senders.push_back(sender);
    }
    if (!is_new && waiting.senders.empty()) return std::nullopt;
    return waiting;
}

void LineWatch::over(const LineId& name, NotifiedReps& notified) {
    if (!notified.has_any()) return;
    WaitEnded over{.line = name, .cause = notified.rep_ids.begin()->first};
    std::set<std::int64_t> rep_ids;
    for (const auto& [cause, reps] : std::exchange(notified, {}).rep_ids)
        rep_ids.insert(reps.begin(), reps.end());
    over.rep_ids.assign(rep_ids.begin(), rep_ids.end());
    if (hooks_.wait_ended) hooks_.wait_ended(over);
}

}  // namespace send_text
