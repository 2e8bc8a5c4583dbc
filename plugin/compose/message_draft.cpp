#include "compose/message_draft.hpp"

#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "body/body_problem.hpp"
#include "body/body_segments.hpp"
#include "body/plain_characters.hpp"
#include "compose/body_note.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

/// Four times the longest body in characters of the most bytes, for what stands in fields. Of what is longer
/// only the characters are counted: whoever pastes a book waits for nothing.
constexpr std::size_t max_message_bytes = 4 * 4 * max_body_characters;

}  // namespace

void MessageDraft::add_values(ValuesByRecord values) {
    for (auto& [record, one] : values)
        values_[record] = std::move(one);
}

void MessageDraft::set_recipients(const std::vector<Recipient>& all) {
    auto texts = std::make_shared<std::vector<DraftText>>();
    std::unordered_map<E164, std::size_t> by_number;
    fields_help_ = {};
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Recipient& recipient = all[index];
        if (!can_text(recipient.verdict)) continue;
        auto& values = values_[recipient.record];
        if (!values) values = std::make_shared<const MergeValues>(merge_values_of(recipient, sender_));
        const auto [entry, is_new] = by_number.try_emplace(recipient.number, texts->size());
        if (is_new) {
            texts->push_back({recipient.number, {}});
            fields_help_.add(*values);
        }
        (*texts)[entry->second].recipients.push_back({index, recipient.record, values});
    }
    texts_ = std::move(texts);
    look_over();
}

void MessageDraft::write(std::string message) {
    message_ = std::move(message);
    template_problem_.reset();
    is_too_long_ = message_.size() > max_message_bytes;
    if (is_too_long_) {
        template_ = {};
        template_problem_ = problem_of_body(message_);
        body_.clear();
        return look_over();
    }
    try {
        template_ = Template::parse(message_);
        body_ = has_fields() ? std::string() : template_.render({}).body;
    } catch (const TemplateError& error) {
        template_ = {};
        template_problem_ = Refusal{error.what()};
        body_ = message_;
    }
    look_over();
}

RenderingSurvey MessageDraft::survey(const Template& letter) const {
    RenderingSurvey survey(letter);
    for (const DraftText& text : *texts_)
        survey.add(*text.recipients.front().values);
    return survey;
}

void MessageDraft::look_over() {
    survey_.reset();
    if (has_fields()) survey_ = survey(template_);
}

std::string MessageDraft::note() const {
    if (is_too_long_) return {};
    if (!survey_) return note_of_body(body_).text;
    const std::size_t sent = survey_->texts() - survey_->failed().size();
    if (sent == 0) return "The fields are filled in for each recipient.";
    std::string words = survey_->longest_person() + " · " + describe_counts(survey_->longest_counts());
    if (sent > 1) {
        words = "Longest: " + words + " · " + pluralize(survey_->total_segments(), "segment", "segments") +
                " in all";
    }
    for (const std::string& more : {describe_forcing_characters(survey_->longest()), describe_wordings()}) {
        if (!more.empty()) words += (words.ends_with('.') ? " " : ". ") + more;
    }
    return words;
}

std::int64_t MessageDraft::segments_of_one() const {
    return static_cast<std::int64_t>(count_segments(body_).segments);
}

std::int64_t MessageDraft::total_segments() const {
    return survey_ ? static_cast<std::int64_t>(survey_->total_segments())
                   : static_cast<std::int64_t>(texts_->size()) * segments_of_one();
}

bool MessageDraft::offers_plain_characters() const {
    if (is_too_long_) return false;
    if (!survey_) return note_of_body(body_).offers_plain_characters;
    const std::string plain = plain_characters(message_);
    if (plain == message_) return false;
    try {
        const RenderingSurvey cheaper = survey(Template::parse(plain));
        if (cheaper.failed().size() > survey_->failed().size()) return false;
        const std::size_t before = survey_->total_segments();
        return cheaper.total_segments() < before ||
               (cheaper.total_segments() == before && cheaper.texts_in_ucs2() < survey_->texts_in_ucs2());
    } catch (const TemplateError&) {
        return false;
    }
}

std::optional<Refusal> MessageDraft::problem() const {
    if (template_problem_) return template_problem_;
    if (!survey_) return problem_of_body(body_);
    if (auto problem = problem_of_unknown_fields()) return problem;
    std::optional<Refusal> problem = survey_->first_problem();
    if (!problem) return std::nullopt;
    std::size_t count = 0;
    for (const std::size_t text : survey_->failed())
        count += (*texts_)[text].recipients.size();
    if (count > 1) {
        problem->reason += " The message cannot be sent to " +
                           (count == 2 ? "1 other" : std::to_string(count - 1) + " others") + " either.";
    }
    return problem;
}

std::optional<Refusal> MessageDraft::problem_of_unknown_fields() const {
    const std::vector<std::string> unknown = survey_->unknown_fields();
    if (unknown.empty()) return std::nullopt;
    std::string words;
    for (const std::string& field : unknown)
        words += (words.empty() ? "{" : ", {") + field + "}";
    return Refusal{(unknown.size() == 1 ? "There is no field " : "There are no fields ") + words +
                   ". Correct the spelling, or delete it."};
}

std::vector<RecipientRemark> MessageDraft::failed() const {
    if (!survey_ || !survey_->unknown_fields().empty()) return {};
    std::vector<RecipientRemark> failed;
    for (const std::size_t text : survey_->failed()) {
        const std::string words = reason_or_empty(rendering(text).problem);
        for (const DraftRecipient& recipient : (*texts_)[text].recipients)
            failed.push_back({recipient.index, words});
    }
    return failed;
}

std::vector<MessageDraft::Wording> MessageDraft::wordings() const {
    std::vector<Wording> wordings;
    if (!survey_) return wordings;
    for (const DraftText& text : *texts_) {
        if (text.recipients.size() == 1) continue;
        const DraftRecipient& first = text.recipients.front();
        const Rendering sent = rendering_for(*first.values);
        if (sent.problem) continue;
        for (const DraftRecipient& other : text.recipients) {
            if (rendering_for(*other.values).body != sent.body) wordings.push_back({&other, &first});
        }
    }
    return wordings;
}

std::string MessageDraft::describe_wordings() const {
    const std::vector<Wording> all = wordings();
    if (all.empty()) return {};
    const auto& [recipient, worded_for] = all.front();
    if (all.size() == 1) {
        return recipient->values->person + " gets the text worded for " + worded_for->values->person +
               ", whose number is the same.";
    }
    return recipient->values->person + " and " + pluralize(all.size() - 1, "other", "others") +
           " get the text worded for somebody whose number is the same.";
}

std::vector<RecipientRemark> MessageDraft::worded_for_others() const {
    std::vector<RecipientRemark> remarks;
    for (const auto& [recipient, worded_for] : wordings())
        remarks.push_back({recipient->index, "Gets the text worded for " + worded_for->values->person + "."});
    return remarks;
}

Rendering MessageDraft::rendering_for(const MergeValues& values) const {
    if (template_problem_) return {"", template_problem_};
    if (has_fields()) return rendering_of(template_, values);
    return {body_, problem_of_body(body_)};
}

Rendering MessageDraft::rendering(std::size_t text) const {
    return rendering_for(*texts_->at(text).recipients.front().values);
}

std::optional<std::size_t> MessageDraft::text_of(const RecordRef& record) const {
    for (std::size_t text = 0; text < texts_->size(); ++text) {
        for (const DraftRecipient& recipient : (*texts_)[text].recipients) {
            if (recipient.record == record) return text;
        }
    }
    return std::nullopt;
}

void MessageDraft::fill(SendRequest& request) const {
    std::unordered_map<E164, std::size_t> by_number;
    for (std::size_t text = 0; text < texts_->size(); ++text)
        by_number[(*texts_)[text].number] = text;
    request.body = has_fields() ? message_ : body_;
    for (OutgoingText& outgoing : request.texts) {
        // Rather no text than one with fields in it.
        Rendering filled = rendering(by_number.at(outgoing.number));
        if (filled.problem) throw std::invalid_argument(filled.problem->reason);
        outgoing.segments = static_cast<std::int64_t>(count_segments(filled.body).segments);
        if (has_fields()) outgoing.body = std::move(filled.body);
    }
}

}  // namespace send_text
