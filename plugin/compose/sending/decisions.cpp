#include "compose/sending/decisions.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "core/phone_format.hpp"
#include "core/pluralize.hpp"
#include "core/time.hpp"

namespace send_text {
namespace {

constexpr std::size_t texts_at_once = 1000;

/// "it was sent": what was decided about so many.
std::string what(Decision decision, std::int64_t count) {
    switch (decision) {
        case Decision::was_sent:
            return count == 1 ? "it was sent" : "they were sent";
        case Decision::send_again:
            return count == 1 ? "it will be sent again" : "they will be sent again";
        case Decision::do_not_send:
            break;
    }
    return count == 1 ? "it will not be sent" : "they will not be sent";
}

/// What became of a text that nobody decided about.
std::string what(TextState state) {
    switch (state) {
        case TextState::accepted:
        case TextState::delivered:
        case TextState::failed:
            return "the carrier has it, so it was sent";
        case TextState::rejected:
        case TextState::cancelled:
            return "it was not sent";
        case TextState::held:
        case TextState::queued:
        case TextState::sending:
        case TextState::unknown:
            break;
    }
    return "the carrier did not get it, so it will be sent again";
}

std::string name_of(const Sender& who) {
    return who.name.empty() ? "Somebody" : who.name;
}

/// Leaves out what waits for somebody, but not for this user.
std::vector<TextId> permitted(const ComposeServices& services, std::vector<TextId> text_ids,
                              const SessionUser& user) {
    std::vector<UndecidedGroup> others = services.outbox.undecided();
    const Decider who = decider_of(user);
    std::erase_if(others, [&](const UndecidedGroup& group) { return may_decide(who, group); });
    const std::vector<TextId> forbidden = services.outbox.undecided_ids(others);
    const std::set<TextId> is_forbidden(forbidden.begin(), forbidden.end());
    std::erase_if(text_ids, [&](TextId id) { return is_forbidden.contains(id); });
    return text_ids;
}

void notify_senders(const ComposeServices& services, const DecisionResult& result, Decision decision,
                    const SessionUser& user) {
    std::map<std::int64_t, std::int64_t> by_sender;
    for (const auto& [request_id, count] : result.by_request)
        by_sender[services.outbox.sender_of(request_id).rep_id] += count;
    by_sender.erase(user.rep_id);
    for (const auto& [rep_id, count] : by_sender) {
        services.watch.notify_rep(
            rep_id, "A decision was made about your texts",
            name_of({user.rep_id, user.name}) + " decided about " + std::to_string(count) +
                " of your texts that may not have been sent: " + what(decision, count) + ".");
    }
}

std::string describe_one(const EarlierDecision& earlier) {
    const std::string number = "The text to " + national_format(earlier.number.str()) + ": ";
    const bool was_decided = earlier.who.rep_id != 0 || !earlier.who.name.empty();
    return number +
           (was_decided ? name_of(earlier.who) + " already decided that " + what(earlier.decision, 1)
                        : what(earlier.state)) +
           ". Nothing was changed.";
}

std::string describe_earlier(const std::vector<EarlierDecision>& earlier) {
    if (earlier.size() == 1) return describe_one(earlier.front());
    std::map<std::pair<std::string, Decision>, std::int64_t> by_person;
    std::int64_t by_carrier = 0;
    for (const EarlierDecision& one : earlier) {
        if (one.who.rep_id == 0 && one.who.name.empty()) {
            ++by_carrier;
        } else {
            ++by_person[{name_of(one.who), one.decision}];
        }
    }
    std::string words;
    for (const auto& [person, count] : by_person)
        words += (words.empty() ? "" : " ") + person.first + " already decided about " +
                 pluralize_texts(count) + ": " + what(person.second, count) + ".";
    if (by_carrier > 0)
        words += (words.empty() ? "" : " ") + pluralize_texts(by_carrier) +
                 (by_carrier == 1 ? " was" : " were") + " settled with the carrier in the meantime.";
    return words + " Nothing was changed for these.";
}

std::string describe_result(const DecisionResult& result, Decision decision) {
    std::string words;
    if (result.found_sent > 0) {
        words = pluralize_texts(result.found_sent) + " had already been sent: the conversation has " +
                (result.found_sent == 1 ? "it" : "them") + ". ";
        words += decision == Decision::send_again ? (result.found_sent == 1 ? "It will not be sent again."
                                                                            : "They will not be sent again.")
                                                  : "That stays as it is.";
    }
    if (!result.earlier.empty()) words += (words.empty() ? "" : " ") + describe_earlier(result.earlier);
    return words;
}

void add(DecisionResult& all, const DecisionResult& part) {
    all.decided += part.decided;
    all.found_sent += part.found_sent;
    all.earlier.insert(all.earlier.end(), part.earlier.begin(), part.earlier.end());
    for (const auto& [request_id, count] : part.by_request)
        all.by_request[request_id] += count;
}

/// One decision about many texts, on its way.
class Decisions final : public std::enable_shared_from_this<Decisions> {
  public:
    Decisions(const ComposeServices& services, std::vector<TextId> text_ids, Decision decision,
              SessionUser user, std::function<void(const std::string&)> done)
        : services_(services),
          text_ids_(std::move(text_ids)),
          decision_(decision),
          user_(std::move(user)),
          done_(std::move(done)) {}

    void go_on() {
        services_.desk.post([self = shared_from_this()] { self->take_part(); });
    }

  private:
    void take_part() {
        try {
            decide_part();
        } catch (const std::exception& error) {
            finish(std::string("That could not be done: ") + error.what());
            return;
        }
        if (next_ < text_ids_.size()) return go_on();
        finish(describe_result(result_, decision_));
    }

    void decide_part() {
        const std::size_t end = std::min(next_ + texts_at_once, text_ids_.size());
        const std::vector<TextId> part(text_ids_.begin() + static_cast<std::ptrdiff_t>(next_),
                                       text_ids_.begin() + static_cast<std::ptrdiff_t>(end));
        next_ = end;
        const Milliseconds batch_window = services_.settings.get()->batch_window;
        add(result_,
            services_.outbox.decide(permitted(services_, part, user_), decision_, {user_.rep_id, user_.name},
                                    services_.clock.now(), batch_window));
    }

    void finish(const std::string& words) {
        services_.undecided.changed();
        services_.undecided.refresh();
        services_.wake_delivery();
        notify_senders(services_, result_, decision_, user_);
        for (const auto& [request_id, count] : result_.by_request)
            services_.watch.request_changed(request_id);
        done_(words);
    }

    ComposeServices services_;
    std::vector<TextId> text_ids_;
    Decision decision_;
    SessionUser user_;
    std::function<void(const std::string&)> done_;
    std::size_t next_ = 0;
    DecisionResult result_;
};

}  // namespace

void carry_out(const ComposeServices& services, std::vector<TextId> text_ids, Decision decision,
               const SessionUser& user, std::function<void(const std::string&)> done) {
    std::make_shared<Decisions>(services, std::move(text_ids), decision, user, std::move(done))->go_on();
}

}  // namespace send_text
