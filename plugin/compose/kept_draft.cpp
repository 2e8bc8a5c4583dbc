#include "compose/kept_draft.hpp"
#include "core/time.hpp"

#include <utility>

namespace send_text {

bool KeptDraft::keep(const MessageField& message, TimePoint now) {
    if (message.message() == draft_.body) return false;
    const auto begun_with = message.chosen_template();
    draft_.body = message.message();
    draft_.template_id = begun_with ? begun_with->id : 0;
    if (draft_.body.empty() || message.is_untouched_template()) {
        forget();
    } else {
        draft_.typed_at = now;
        keeper_.keep(draft_);
    }
    return true;
}

void KeptDraft::forget() {
    if (std::exchange(draft_.typed_at, no_time) != no_time) keeper_.forget(draft_.id);
}

}  // namespace send_text
