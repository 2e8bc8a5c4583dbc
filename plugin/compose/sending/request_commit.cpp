#include "compose/sending/request_commit.hpp"

#include <exception>
#include <memory>
#include <set>
#include <stdexcept>
#include <utility>

#include "accounts/texting_permission.hpp"
#include "compose/line_choice.hpp"
#include "compose/recipient_lookup.hpp"
#include "model/line_id.hpp"

namespace send_text {
namespace {

struct ComingWindow {};

/// Why a request may not be committed (any more): who sends it, and from which line, is looked at once more.
std::optional<Refusal> sending_refusal(const ComposeServices& services, const SendRequest& request) {
    const SessionUser user = services.session.user();
    if (user.is_logged_in && user.rep_id != request.sender.rep_id)
        return Refusal{"Somebody else is logged in now: " + user.name + "."};
    const LineChoice choice(services.accounts.accounts_for(user), user);
    const std::set<LineId> in_use = lines_in_use(services.accounts);
    for (const OutgoingText& text : request.texts) {
        const bool has_line = choice.is_by_conversation()
                                  ? services.conversations.latest_line(text.number, in_use) == text.line
                                  : LineChoice(choice).choose(text.line);
        if (auto refusal = texting_refusal(user, has_line)) return refusal;
    }
    return std::nullopt;
}

}  // namespace

void commit_request(const ComposeServices& services, SendRequest request, std::weak_ptr<const void> window,
                    CommitAnswer answer) {
    services.desk.post([services, request = std::move(request), window = std::move(window),
                        answer = std::move(answer)] {
        try {
            if (const auto refusal = sending_refusal(services, request))
                throw std::runtime_error(refusal->reason);
            const auto coming = std::make_shared<const ComingWindow>();
            const RequestId request_id = services.outbox.commit(
                request, services.clock.now(), [&](RequestId id) { services.watch.expect_view(id, coming); });
            services.waiting.changed(request_id);
            if (answer.is_durable) answer.is_durable();
            services.wake_delivery();
            services.main_thread.post([answer, request_id, coming] { answer.committed(request_id, coming); });
        } catch (const std::exception& error) {
            const auto report_failure = [window, answer, words = std::string(error.what()),
                                         rep_id = request.sender.rep_id, &watch = services.watch] {
                if (!window.expired()) return answer.not_committed(words);
                watch.not_committed(rep_id, words);
            };
            // When the plug-in stops, the window is closed and the main thread does nothing any more.
            if (window.expired()) return report_failure();
            services.main_thread.post(report_failure);
        }
    });
}

}  // namespace send_text
