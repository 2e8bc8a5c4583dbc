#pragma once

#include <Poco/Data/Session.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/time.hpp"
#include "delivery/delivery_worker.hpp"
#include "model/ids.hpp"
#include "store/conversation_store.hpp"
#include "store/database.hpp"
#include "store/outbox_store.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/numbers.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/simulated_carrier.hpp"
#include "unit/support/temp_folder.hpp"

namespace send_text::testing {

inline const LineId line("+16515550100");
inline const LineId other_line("+16125550100");
inline const E164 number("+16515551204");

/// A delivery worker on a real store, with simulated carriers.
class DeliveryFixture {
  public:
    explicit DeliveryFixture(std::uint64_t seed = 1) : random(seed) {
        Settings fast;  // the pace is a matter of its own tests
        fast.segments_per_minute = 6000;
        settings.set(fast);
        start();
    }

    /// The plug-in starts: after a crash too.
    void start() {
        running_.reset();
        running_ = std::make_unique<Running>(*this);
    }

    OutboxStore& outbox() { return running_->outbox; }
    ConversationStore& conversations() { return running_->conversations; }
    Database& database() { return running_->database; }
    DeliveryWorker& worker() { return running_->worker; }
    TimePoint step() { return worker().step(); }

    /// Steps until nothing is due any more, moving the clock to what each step asked for.
    void run_to_end() {
        for (TimePoint deadline = step(); deadline != no_deadline; deadline = step()) {
            if (deadline > clock.now()) clock.advance_to(deadline);
        }
    }

    /// Steps, when the steps want it, until so much time has passed. A step whose store fails is tried again
    /// after half a minute.
    void run_for(Milliseconds duration) {
        const MonotonicTime end = clock.monotonic_now() + duration;
        while (clock.monotonic_now() < end) {
            Milliseconds wait = 30s;
            try {
                const TimePoint deadline = step();
                wait = deadline == no_deadline ? duration : deadline - clock.now();
            } catch (const StoreError&) {
            }
            clock.advance(std::clamp(wait, 0ms, end - clock.monotonic_now()));
        }
    }

    /// Commits one body to `numbers`, and returns the request's id.
    RequestId send(const std::vector<E164>& numbers, const LineId& from = line,
                   const std::string& body = "Can you work on Monday?", std::int64_t rep_id = 7) {
        SendRequest request{body, {rep_id, "Alexander Swanson"}, {}};
        for (const E164& to : numbers) {
            request.texts.push_back({to, {{RecordKind::employee, 5814}}, from});
        }
        return outbox().commit(request, clock.now());
    }

    /// The text of the request is being sent, though an earlier one to its number may be as well: earlier
    /// versions did so.
    Text begin_sending(RequestId request_id) {
        const Text text = only_text(request_id);
        const TimePoint now = clock.now();
        database().transaction([&](Poco::Data::Session& session) {
            session << "UPDATE outgoing_text SET state = 3, sending_since_ms = "
                    << now.time_since_epoch().count() << ", attempts = 1 WHERE id = " << number_of(text.id),
                Poco::Data::Keywords::now;
        });
        return only_text(request_id);
    }

    Text only_text(RequestId request_id) { return outbox().texts_of(request_id).at(0); }

    TempFolder folder;
    ManualClock clock;
    SeededRandom random;
    RecordingLog log;
    CurrentSettings settings;
    const WorkContext context{settings, clock, random, log};
    SimulatedLines lines{clock};
    std::vector<LineId> stopped_lines;
    std::vector<LineId> resumed_lines;
    std::vector<WaitingTexts> waits;  ///< what people were told of
    std::vector<WaitEnded> overs;
    std::int64_t requests_begun = 0;
    std::vector<std::tuple<E164, NumberFact, std::string>> learned;
    std::vector<E164> taken;                ///< numbers that the carrier took a text for
    std::optional<Refusal> refusal;         ///< what stands against a text that is about to leave
    TimePoint permitted_from{};             ///< where all the numbers are
    std::function<void()> while_looked_at;  ///< happens once, when a text is about to leave
    bool is_stopping = false;

  private:
    DeliveryHooks hooks() {
        DeliveryHooks hooks;
        hooks.line_stopped = [this](const LineId& stopped, const std::string&) {
            stopped_lines.push_back(stopped);
        };
        hooks.line_resumed = [this](const LineId& resumed) { resumed_lines.push_back(resumed); };
        hooks.texts_wait = [this](const WaitingTexts& waiting) { waits.push_back(waiting); };
        hooks.wait_ended = [this](const WaitEnded& over) { overs.push_back(over); };
        hooks.request_begins = [this] { ++requests_begun; };
        hooks.taken = [this](const E164& of) { taken.push_back(of); };
        hooks.learned = [this](const E164& of, NumberFact fact, const std::string& reason) {
            learned.push_back({of, fact, reason});
        };
        hooks.refusal = [this](const Text&) {
            if (while_looked_at) std::exchange(while_looked_at, nullptr)();
            return refusal;
        };
        hooks.permitted_from = [this](const Text&, TimePoint) { return permitted_from; };
        hooks.stopping = [this] { return is_stopping; };
        return hooks;
    }

    struct Running {
        explicit Running(DeliveryFixture& office)
            : database(office.folder.file("store.sqlite"), office.random),
              outbox(database),
              conversations(database),
              worker(outbox, conversations, office.lines, office.context, office.hooks()) {}

        Database database;
        OutboxStore outbox;
        ConversationStore conversations;
        DeliveryWorker worker;
    };

    std::unique_ptr<Running> running_;
};

/// `fault` for the first request, and none afterwards.
inline void fail_once(SimulatedCarrier& carrier, Fault fault) {
    carrier.next_fault = [&carrier, fault](const E164&) {
        return carrier.send_requests == 1 ? fault : Fault::none;
    };
}

/// "+16515550000" and on.
inline std::vector<E164> numbers(int count, std::int64_t first = 16515550000) {
    std::vector<E164> result;
    for (int i = 0; i < count; ++i)
        result.push_back(E164("+" + std::to_string(first + i)));
    return result;
}

}  // namespace send_text::testing
