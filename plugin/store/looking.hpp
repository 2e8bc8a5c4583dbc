#pragma once

#include <string>

#include "core/time.hpp"
#include "model/ids.hpp"
#include "store/database.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// Whether a text may not leave before it was looked for in the carrier's list.
bool must_be_looked_for(Poco::Data::Session& session, TextId text_id);

/// What waits is looked for, back to when it was made, before it leaves.
void require_lookup_of_queued(Poco::Data::Session& session);

/// The store lacks what was done last: what waits in it may have left, and what is open in it may have been
/// logged, so that the host would take no more of it under the same log key.
void require_lookup_of_waiting(Poco::Data::Session& session);

void set_look(Poco::Data::Session& session, TextId text_id, Look look);

/// The text is held for a person to decide.
void give_to_person(Poco::Data::Session& session, TextId text_id, const std::string& reason, TimePoint now);

/// A request about the text begins, and is counted already. Where the text is looked for begins with it,
/// unless an earlier one is in doubt.
void note_request(Poco::Data::Session& session, TextId text_id, const NewRequest& request, TimePoint now);

}  // namespace send_text
