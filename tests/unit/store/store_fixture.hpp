#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "model/ids.hpp"
#include "store/account_store.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"
#include "store/settings_store.hpp"
#include "unit/support/numbers.hpp"
#include "unit/support/temp_folder.hpp"
#include "unit/support/times.hpp"

using namespace std::chrono_literals;
using send_text::testing::at;
using send_text::testing::bytes_of;
using send_text::testing::TempFolder;

/// Gives 1, 2, 3 …
class CountingRandom final : public send_text::RandomSource {
  public:
    std::uint64_t next() override { return ++last_; }

  private:
    std::uint64_t last_ = 0;
};

inline constexpr send_text::Milliseconds batch_window = std::chrono::days(1);
inline const send_text::LineId line("+16125550100");
inline const send_text::E164 jo("+16515551204");
inline const send_text::E164 kim("+16515551205");

inline send_text::RecordRef employee(std::int64_t id) {
    return {send_text::RecordKind::employee, id};
}
inline send_text::RecordRef contact(std::int64_t id) {
    return {send_text::RecordKind::contact, id};
}

/// A request of Ann's (rep 7) to these.
send_text::SendRequest request(std::vector<send_text::OutgoingText> texts, const std::string& body = "Hello");

/// A reply of the number to the line.
send_text::ListedMessage reply(const send_text::E164& number, const std::string& carrier_message_id,
                               send_text::TimePoint created_at, const std::string& body = "Yes");

/// What `open` is refused with; empty when it is not.
std::string refusal_of(const std::string& path);

/// A store in a folder of its own, with all that works on it.
struct Store {
    TempFolder folder;
    CountingRandom random;
    std::string path = folder.file("texts.db");
    std::unique_ptr<send_text::Database> database = std::make_unique<send_text::Database>(path, random);
    send_text::OutboxStore outbox{*database};
    send_text::ConversationStore conversations{*database};
    send_text::AccountStore accounts{*database, random};
    send_text::SettingsStore settings{*database};

    /// Commits one text to `number`, owned by `records`, and returns it.
    send_text::Text queue(const send_text::E164& number, std::vector<send_text::RecordRef> records,
                          send_text::TimePoint now, const std::string& body = "Hello");

    /// The same, claimed and accepted at that time.
    send_text::Text send(const send_text::E164& number, std::vector<send_text::RecordRef> records,
                         send_text::TimePoint now, const std::string& body = "Hello");

    send_text::Text text(send_text::TextId id);

    /// Makes a text be in a state, whatever it was.
    void force_state(send_text::TextId text_id, send_text::TextState state);
};
