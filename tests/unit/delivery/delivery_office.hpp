#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "delivery/delivery_worker.hpp"
#include "store/conversation_store.hpp"
#include "store/database.hpp"
#include "store/outbox_store.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/simulated_carrier.hpp"
#include "unit/support/temp_folder.hpp"

namespace send_text::testing {

inline const std::string line = "+16515550100";
inline const std::string other_line = "+16125550100";
inline const std::string number = "+16515551204";

/// A delivery worker on a real store, with simulated carriers.
class DeliveryOffice {
  public:
    explicit DeliveryOffice(std::uint64_t seed = 1) : random(seed) { start(); }

    /// The plug-in starts: after a crash too.
    void start() {
        running_.reset();
        running_ = std::make_unique<Running>(*this);
    }

    OutboxStore& outbox() { return running_->outbox; }
    ConversationStore& conversations() { return running_->conversations; }
    Database& database() { return running_->database; }
    DeliveryWorker& worker() { return running_->worker; }
    std::int64_t step() { return worker().step(); }

    /// Steps until nothing is due any more, moving the clock to what each step asked for.
    void run_to_end() {
        for (std::int64_t deadline_ms = step(); deadline_ms != no_deadline_ms; deadline_ms = step()) {
            if (deadline_ms > clock.now_ms()) clock.set(deadline_ms);
        }
    }

    /// Commits one body to `numbers`, and returns the request's id.
    std::int64_t send(const std::vector<std::string>& numbers, const std::string& from = line,
                      const std::string& body = "Can you work on Monday?") {
        SendRequest request{from, body, {7, "Alexander Swanson"}, {}};
        for (const std::string& to : numbers) {
            request.texts.push_back({to, {{RecordKind::employee, 5814}}});
        }
        return outbox().commit(request, clock.now_ms());
    }

    Text only_text(std::int64_t request_id) { return outbox().texts_of(request_id).at(0); }

    TempFolder folder;
    ManualClock clock;
    SeededRandom random;
    RecordingLog log;
    CurrentSettings settings;
    SimulatedLines lines{clock};
    std::vector<std::string> stopped_lines;
    bool is_stopping = false;

  private:
    struct Running {
        explicit Running(DeliveryOffice& office)
            : database(office.folder.file("store.sqlite"), office.random),
              outbox(database),
              conversations(database),
              worker(
                  outbox, conversations, office.lines, office.settings, office.clock, office.random,
                  office.log,
                  {.progressed = {},
                   .line_stopped = [&office](const std::string& stopped,
                                             const std::string&) { office.stopped_lines.push_back(stopped); },
                   .stopping = [&office] { return office.is_stopping; }}) {}

        Database database;
        OutboxStore outbox;
        ConversationStore conversations;
        DeliveryWorker worker;
    };

    std::unique_ptr<Running> running_;
};

/// `fault` for the first request, and none afterwards.
inline void fail_once(SimulatedCarrier& carrier, Fault fault) {
    carrier.next_fault = [&carrier, fault](const std::string&) {
        return carrier.send_requests == 1 ? fault : Fault::none;
    };
}

/// "+16515550000" and on.
inline std::vector<std::string> numbers(int count, std::int64_t first = 16515550000) {
    std::vector<std::string> result;
    for (int i = 0; i < count; ++i)
        result.push_back("+" + std::to_string(first + i));
    return result;
}

}  // namespace send_text::testing
