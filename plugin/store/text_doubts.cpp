#include "store/text_doubts.hpp"

#include "store/query.hpp"
#include "store/text_state.hpp"

namespace send_text {

void doubt_all(Poco::Data::Session& session) {
    // 2: right before it leaves.
    execute(session, "UPDATE outgoing_text SET must_be_looked_for = 2 WHERE state IN (?, ?, ?, ?)",
            {TextState::held, TextState::queued, TextState::sending, TextState::unknown});
}

}  // namespace send_text
