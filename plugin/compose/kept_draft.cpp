#include "compose/kept_draft.hpp"

#include <utility>

namespace send_text {

bool KeptDraft::keep(const MessageField& message, std::int64_t now_ms) {
    if (message.message() == draft_.body) return false;
    const auto begun_with = message.chosen_template();
    draft_.body = message.message();
    draft_.template_id = begun_with ? begun_with->id : 0;
    if (draft_.body.empty() || message.is_untouched_template()) {
        forget();
    } else {
        draft_.typed_ms = now_ms;
        keeper_.keep(draft_);
    }
    return true;
}

void KeptDraft::forget() {
    if (std::exchange(draft_.typed_ms, 0) != 0) keeper_.forget(draft_.id);
}

}  // namespace send_text
