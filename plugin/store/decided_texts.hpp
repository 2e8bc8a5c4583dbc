#pragma once

#include <optional>

#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/text_decision.hpp"
#include "store/conversation_store.hpp"
#include "store/database.hpp"

namespace send_text {

/// The decided text that a listed message from the line is, if it is one: same number, same words or such as
/// a carrier alters, about the same time. Settles it with the message's id, so that it is not sent any more
/// and stands in its conversation once. Nothing for a message that is no decided text's.
std::optional<LateFinding> find_decided(Poco::Data::Session& session, const ListedMessage& message,
                                        TimePoint now, Milliseconds batch_window);

/// The message from the text's line that was filed as another application's and is the text, if there is one:
/// the text becomes accepted with its id, and takes its place in the conversation. Returns the id; empty:
/// there is none.
std::string take_filed_message(Poco::Data::Session& session, const Text& text, bool is_surely_sent,
                               TimePoint now, Milliseconds batch_window);

/// Whether a person decided about the last request that was made for the text.
bool is_decided(Poco::Data::Session& session, TextId text_id);

/// The carrier turned out to have made a message of that request: nothing else is taken for it any more.
void found_decided(Poco::Data::Session& session, TextId text_id, const std::string& carrier_message_id);

}  // namespace send_text
