#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "compose/message_draft.hpp"
#include "compose/message_findings.hpp"
#include "compose/templates/template_choice.hpp"

namespace send_text {

/// The field of the compose dialog where the message is written, and the template that it began with. What is
/// to be said of a message without fields is known at once; one with fields is gone through for each
/// recipient elsewhere (Composition), and what was found comes here.
/// Threads: the main thread only.
class MessageField {
  public:
    explicit MessageField(const SessionUser& user)
        : draft_(user), templates_(user), fields_(draft_.fields()) {}

    const std::string& message() const { return draft_.message(); }
    const SessionUser& sender() const { return draft_.sender(); }
    bool has_fields() const { return draft_.has_fields(); }

    /// Another number after each change of the message.
    std::uint64_t version() const { return version_; }

    /// The field's id: a host keeps what was typed into a field that it knows, so what we write there needs
    /// another field.
    std::string id() const;

    /// A person typed. False: what was there already.
    bool typed(const std::string& message);

    /// These put another message into a new field.
    void use_plain_characters();
    void choose_template(const std::string& value);
    void rewrite(const std::string& message, std::int64_t template_id);

    /// True: the template that the message is was changed, and the message with it.
    bool set_templates(std::vector<MessageTemplate> templates);

    bool has_templates() const { return !templates_.is_empty(); }

    /// The message was kept as this template.
    void kept_as(const MessageTemplate& kept) { templates_.choose(kept.id); }

    /// Whether it is the template that is chosen, word for word.
    bool is_untouched_template() const;

    /// How many characters a person has written: all that are not the template's that it began with.
    std::size_t own_characters() const;

    /// The one that the message began with.
    std::optional<MessageTemplate> chosen_template() const;

    /// What the message with this number means for all recipients. It may be out of date.
    void found(std::uint64_t version, MessageFindings findings);

    /// Which fields there are. False: just as before.
    bool set_fields(std::vector<std::string> fields);

    /// What is wrong with what was written, to be said beside the field. That nothing was written is no
    /// error. While a message with fields is gone through, it is that of the one before.
    const std::string& error() const { return error_; }

    /// Whether what is said below is of this very message.
    bool is_surveyed() const { return !has_fields() || found_.has_value(); }

    /// What is to be said of it when so many texts are made of it.
    MessageFindings findings(std::size_t texts) const;

    /// The elements of the dialog.
    nlohmann::json template_element() const;
    nlohmann::json element() const;
    nlohmann::json inserts() const;  ///< of the element: what can be put into the message by a click
    nlohmann::json fields_element() const;

  private:
    void write(const std::string& message);
    void put(const std::string& message);

    MessageDraft draft_;  ///< without recipients
    std::uint64_t version_ = 0;
    std::optional<MessageFindings> found_;  ///< of one with fields
    TemplateChoice templates_;
    std::vector<std::string> fields_;
    std::string own_message_;  ///< what was there before a template was put in its place
    std::string first_value_;
    std::string error_;
    std::size_t count_ = 1;  ///< so many text areas there were; the last is shown
};

}  // namespace send_text
