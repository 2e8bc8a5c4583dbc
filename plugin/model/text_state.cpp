#include "model/text_state.hpp"

namespace send_text {

bool is_settled(TextState state) {
    switch (state) {
        case TextState::accepted:
        case TextState::delivered:
        case TextState::rejected:
        case TextState::failed:
        case TextState::cancelled:
            return true;
        case TextState::held:
        case TextState::queued:
        case TextState::sending:
        case TextState::unknown:
            break;
    }
    return false;
}

bool may_become(TextState from, TextState to) {
    using enum TextState;
    switch (from) {
        case held:
            return to == queued || to == rejected || to == cancelled || to == accepted ||  // a person says so
                   to == unknown;  // of an older store that was put back: it may have left since
        case queued:
            // Accepted: it turned out that the request before had been taken.
            return to == held || to == sending || to == rejected || to == cancelled || to == unknown ||
                   to == accepted;
        case sending:
            return to == accepted || to == rejected || to == queued || to == unknown;
        case unknown:
            // Unknown: asked about again. Cancelled: a person says so, of what cannot be asked about.
            return to == accepted || to == queued || to == held || to == unknown || to == cancelled;
        case accepted:
            return to == delivered || to == failed;
        case cancelled:
            return to == accepted;  // a person did not want it sent, and it turned out that it had been
        case delivered:
        case rejected:
        case failed:
            break;
    }
    return false;
}

const char* name_of(TextState state) {
    switch (state) {
        case TextState::held:
            return "held";
        case TextState::queued:
            return "queued";
        case TextState::sending:
            return "sending";
        case TextState::accepted:
            return "accepted";
        case TextState::delivered:
            return "delivered";
        case TextState::rejected:
            return "rejected";
        case TextState::failed:
            return "failed";
        case TextState::cancelled:
            return "cancelled";
        case TextState::unknown:
            return "unknown";
    }
    return "?";
}

}  // namespace send_text
