#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compose/merge_values_of.hpp"
#include "core/e164.hpp"
#include "core/session.hpp"
#include "model/text.hpp"
#include "recipients/recipient.hpp"
#include "templates/rendering.hpp"
#include "templates/rendering_survey.hpp"
#include "templates/template.hpp"

namespace send_text {

/// A recipient of a draft who gets a text.
struct DraftRecipient {
    std::size_t index = 0;  ///< among all recipients, as they were given
    RecordRef record;
    std::shared_ptr<const MergeValues> values;
};

/// A text that a draft makes: one for each number, worded for the first of those who share it.
struct DraftText {
    E164 number;
    std::vector<DraftRecipient> recipients;
};

/// What is to be said of one recipient.
struct RecipientRemark {
    std::size_t index = 0;  ///< among all recipients, as they were given
    std::string words;
};

/// The message that is being written, and what it becomes for each recipient. A message without fields costs
/// nothing for each of them; one with fields is gone through once, whenever it or the recipients change. A
/// copy is cheap, and shows what was there when it was made.
/// Threads: any, one at a time.
class MessageDraft {
  public:
    explicit MessageDraft(SessionUser sender) : sender_(std::move(sender)) { write({}); }

    /// Values made elsewhere (values_by_record), so that this thread need not. Before set_recipients.
    void add_values(ValuesByRecord values);

    /// All recipients, in order; those that can be texted count. After each change of them.
    void set_recipients(const std::vector<Recipient>& all);

    /// What is written now: valid UTF-8, as a Template.
    void write(std::string message);

    const std::string& message() const { return message_; }
    const SessionUser& sender() const { return sender_; }
    bool has_fields() const { return !template_.fields().empty(); }

    /// The line below the message: what it costs, and of one with fields the longest and what all cost.
    std::string note() const;

    /// What one text costs, of a message without fields.
    std::int64_t segments_of_one() const;

    /// What all texts cost that can be sent.
    std::int64_t total_segments() const;

    /// Which fields there are, see FieldsHelp.
    std::vector<std::string> fields() const { return fields_help_.names(); }

    /// Whether plain_characters(message()) costs fewer segments, or as many and leaves more room in them.
    bool offers_plain_characters() const;

    /// Why it cannot be sent, in a sentence that says what to do.
    std::optional<Refusal> problem() const;

    /// Whose text cannot be sent, and why; who shares it is told the same. Nobody when the message itself is
    /// to be corrected (then problem() says it all) or has no fields.
    std::vector<RecipientRemark> failed() const;

    /// Who gets the text that is worded for another with the same number, though their own would be
    /// different: "Gets the text worded for Ann Poe."
    std::vector<RecipientRemark> worded_for_others() const;

    const std::vector<DraftText>& texts() const { return *texts_; }
    Rendering rendering(std::size_t text) const;

    /// The text with the most segments and characters; of a message without fields, the first.
    std::size_t longest_text() const { return survey_ ? survey_->longest_index() : 0; }

    /// The text that a record gets, if it gets one.
    std::optional<std::size_t> text_of(const RecordRef& record) const;

    /// Puts the message into the request, and into its texts, found by their numbers, what each is and costs.
    void fill(SendRequest& request) const;

  private:
    /// Somebody who gets the text worded for another.
    struct Wording {
        const DraftRecipient* recipient;
        const DraftRecipient* worded_for;
    };

    Rendering rendering_for(const MergeValues& values) const;
    RenderingSurvey survey(const Template& letter) const;
    void look_over();
    std::optional<Refusal> problem_of_unknown_fields() const;
    std::vector<Wording> wordings() const;
    std::string describe_wordings() const;

    SessionUser sender_;
    std::string message_;
    Template template_;
    std::optional<Refusal> template_problem_;
    bool is_too_long_ = false;  ///< to be looked at
    std::string body_;          ///< of all, when there are no fields
    ValuesByRecord values_;
    std::shared_ptr<const std::vector<DraftText>> texts_ = std::make_shared<const std::vector<DraftText>>();
    FieldsHelp fields_help_;
    std::optional<RenderingSurvey> survey_;  ///< of a message with fields
};

}  // namespace send_text
