#include "compose/compose_content.hpp"

#include <algorithm>

#include "core/pluralize.hpp"
#include "requests/large_group.hpp"
#include "templates/template_rules.hpp"

namespace send_text {

std::optional<Refusal> ComposeContent::sending_refusal() const {
    switch (stage) {
        case ComposeStage::looking_up:
            return Refusal{"The recipients are still being looked up."};
        case ComposeStage::saving:
            return Refusal{"The texts are being saved."};
        case ComposeStage::editing:
            break;
    }
    if (!refused.empty()) return Refusal{refused};
    if (counts->textable == 0) return Refusal{nobody_to_text};
    return findings().problem;
}

ComposeTexts ComposeContent::opening_texts() const {
    ComposeTexts texts;
    texts.summary = "Looking up " + pluralize(record_count, "recipient", "recipients") + "...";
    texts.sending_refusal = Refusal{texts.summary};
    return texts;
}

ComposeTexts ComposeContent::texts(std::int64_t segments_per_minute) const {
    ComposeTexts texts;
    texts.summary = summary(segments_per_minute);
    const bool is_partial = counts->textable < counts->all;
    const bool is_warning = is_partial || is_large_group(counts->texts);
    texts.severity = !refused.empty() || !failure.empty() ? "error" : is_warning ? "warning" : "info";
    if (counts->texts > 1) texts.send_label = "Send " + std::to_string(counts->texts) + " texts";
    texts.sending_refusal = sending_refusal();
    texts.offers_plain_characters = findings().offers_plain_characters;
    texts.offers_preview = message.has_fields() && stage == ComposeStage::editing;
    texts.offers_to_keep = !problem_of_template_body(message.message());
    texts.offers_to_manage = message.has_templates();
    texts.draft = draft_words;
    texts.offers_to_remove_rejected = rejected > 0 && stage == ComposeStage::editing;
    return texts;
}

std::string ComposeContent::summary(std::int64_t segments_per_minute) const {
    if (!refused.empty()) return refused;
    if (!failure.empty()) return failure;
    if (stage == ComposeStage::looking_up) {
        return "Looking up " + pluralize(record_count, "recipient", "recipients") + "... " +
               std::to_string(counts->all) + " found.";
    }
    return counts->words + describe_large_group(counts->texts, segments_until_sent(), segments_per_minute);
}

/// Those of its texts, one each as long as nothing is written, and of what leaves before the last of them.
std::int64_t ComposeContent::segments_until_sent() const {
    return queued_segments + std::max(static_cast<std::int64_t>(counts->texts), findings().total_segments);
}

}  // namespace send_text
