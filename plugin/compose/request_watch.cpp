#include "compose/request_watch.hpp"

#include <utility>

namespace send_text {
namespace {

bool is_not_sent(const Text& text) {
    return text.state == TextState::rejected || text.state == TextState::failed ||
           text.state == TextState::cancelled;
}

bool is_undecided(const Text& text) {
    return text.state == TextState::held && text.hold_reason == HoldReason::person;
}

}  // namespace

RequestWatch::RequestWatch(const OutboxStore& outbox, MainThread& main_thread, Notifier& notifier)
    : outbox_(outbox), main_thread_(main_thread), notifier_(notifier) {}

void RequestWatch::watch(std::int64_t request_id, std::weak_ptr<RequestView> view) {
    const std::lock_guard lock(mutex_);
    std::erase_if(views_, [](const auto& entry) { return entry.second.expired(); });
    views_[request_id] = std::move(view);
}

void RequestWatch::progressed(std::int64_t request_id) {
    const std::weak_ptr<RequestView> view = view_of(request_id);
    RequestReport report{request_id, outbox_.progress(request_id), {}, {}};
    const bool is_over = report.progress.waiting == report.progress.undecided;
    if (view.expired() && !is_over) return;

    std::vector<Text> texts;
    if (report.progress.not_sent + report.progress.undecided > 0) texts = outbox_.texts_of(request_id);
    for (const Text& text : texts) {
        if (is_not_sent(text)) report.not_sent.push_back({text.number, text.reason});
        if (is_undecided(text)) report.undecided.push_back({text.number, text.reason});
    }
    if (!view.expired()) {
        main_thread_.post([view, report = std::move(report)] {
            if (const auto open = view.lock()) open->show(report);
        });
    } else if (!texts.empty()) {
        notify_sender(report, texts.front());
    }
}

std::weak_ptr<RequestView> RequestWatch::view_of(std::int64_t request_id) {
    const std::lock_guard lock(mutex_);
    const auto found = views_.find(request_id);
    if (found == views_.end()) return {};
    const std::weak_ptr<RequestView> view = found->second;
    if (view.expired()) views_.erase(found);
    return view;
}

void RequestWatch::notify_sender(const RequestReport& report, const Text& any_text) {
    const std::string of_all = " of " + std::to_string(report.progress.total);
    if (!report.not_sent.empty()) {
        notifier_.notify(any_text.sender.rep_id, "Texts were not sent",
                         std::to_string(report.not_sent.size()) + of_all +
                             " texts could not be sent. The first reason: " + report.not_sent.front().reason,
                         {});
    }
    if (!report.undecided.empty()) {
        notifier_.notify(
            any_text.sender.rep_id, "Texts may not have been sent",
            "Of " + std::to_string(report.undecided.size()) + of_all +
                " texts it is not known whether they were sent. Choose Send Text again to say what is to "
                "be done. The first reason: " +
                report.undecided.front().reason,
            {});
    }
}

void RequestWatch::not_committed(std::int64_t rep_id, const std::string& reason) {
    notifier_.notify(rep_id, "Texts were not sent", "Nothing was sent: " + reason, {});
}

}  // namespace send_text
