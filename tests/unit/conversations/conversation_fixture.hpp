#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conversations/conversation_logger.hpp"
#include "conversations/inbox.hpp"
#include "core/time.hpp"
#include "store/conversation_store.hpp"
#include "store/database.hpp"
#include "store/outbox_store.hpp"
#include "unit/support/fake_host.hpp"
#include "unit/support/fake_record_directory.hpp"
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
inline const RecordRef dominic{RecordKind::employee, 5814};
inline const RecordRef roommate{RecordKind::employee, 5815};

/// An inbox and a conversation logger on a real store, with simulated carriers and a host of fakes.
class ConversationFixture {
  public:
    /// Sends one text through the carrier, as the delivery worker would. Returns its id at the carrier.
    std::string send(const std::string& body, const std::vector<RecordRef>& records = {dominic},
                     std::int64_t rep_id = 7) {
        return send_to(number, body, records, rep_id);
    }

    std::string send_to(const E164& to, const std::string& body,
                        const std::vector<RecordRef>& records = {dominic}, std::int64_t rep_id = 7) {
        outbox.commit({body, {rep_id, "Alexander Swanson"}, {{to, records, line}}}, clock.now());
        const auto text = outbox.claim(line, clock.now());
        std::string id = carrier.send(to, body).carrier_message_id;
        outbox.accepted(text->id, id, clock.now(), batch_window());
        return id;
    }

    Milliseconds batch_window() const { return settings.get()->batch_window; }

    /// Lets the next poll be due, and polls.
    void poll() {
        clock.advance(10min);
        inbox.step();
    }

    /// Closes what is open and logs it; the text of the only message that there is.
    std::string logged_text() {
        logger.flush();
        return message_log.at(0).text;
    }

    TempFolder folder;
    ManualClock clock;
    SeededRandom random{1};
    RecordingLog log;
    CurrentSettings settings;
    const WorkContext context{settings, clock, random, log};
    SimulatedLines lines{clock};
    SimulatedCarrier& carrier = lines.add(line);
    FakeRecordDirectory directory;
    FakeMessageLog message_log;
    FakeNotifier notifier;
    bool is_stopping = false;
    Database database{folder.file("store.sqlite"), random};
    OutboxStore outbox{database};
    ConversationStore conversations{database};
    NumberFactStore number_facts{database};
    ConsentRegister consent{number_facts, clock};
    Inbox inbox{outbox,    conversations, lines,   consent,
                directory, notifier,      context, {.stopping = [this] { return is_stopping; }}};
    ConversationLogger logger{conversations, message_log, directory,
                              notifier,      context,     [this] { return is_stopping; }};
};

}  // namespace send_text::testing
