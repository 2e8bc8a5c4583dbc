#include "store/text_state.hpp"

namespace send_text {

bool is_settled(TextState state) {
    switch (state) {
        case TextState::accepted:
        case TextState::delivered:
        case TextState::rejected:
        case TextState::failed:
        case TextState::cancelled: return true;
        case TextState::held:
        case TextState::queued:
        case TextState::sending:
        case TextState::unknown: break;
    }
    return false;
}

const char* name_of(TextState state) {
    switch (state) {
        case TextState::held: return "held";
        case TextState::queued: return "queued";
        case TextState::sending: return "sending";
        case TextState::accepted: return "accepted";
        case TextState::delivered: return "delivered";
        case TextState::rejected: return "rejected";
        case TextState::failed: return "failed";
        case TextState::cancelled: return "cancelled";
        case TextState::unknown: return "unknown";
    }
    return "?";
}

}  // namespace send_text
