#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "compose/message_draft.hpp"
#include "compose/templates/template_choice.hpp"

namespace send_text {

/// The field of the compose dialog where the message is written, and the template that it began with. Main
/// thread only.
class MessageField {
  public:
    explicit MessageField(const SessionUser& user) : draft_(user), templates_(user) {}

    MessageDraft& draft() { return draft_; }
    const MessageDraft& draft() const { return draft_; }

    /// The field's id: a host keeps what was typed into a field that it knows, so what we write there needs
    /// another field.
    std::string id() const;

    /// A person typed.
    void typed(const std::string& message) { draft_.write(message); }

    /// These put another message into a new field.
    void use_plain_characters();
    void choose_template(const std::string& value);

    void set_templates(std::vector<MessageTemplate> templates) { templates_.set(std::move(templates)); }

    bool has_templates() const { return !templates_.is_empty(); }

    /// The message was kept as this template.
    void kept_as(const MessageTemplate& kept) { templates_.choose(kept.id); }

    /// The one that the message began with.
    std::optional<MessageTemplate> chosen_template() const;

    /// The elements of the dialog.
    nlohmann::json template_element() const;
    nlohmann::json element() const;
    nlohmann::json fields_element() const;

  private:
    void put(const std::string& message);

    MessageDraft draft_;
    TemplateChoice templates_;
    std::string own_message_;  ///< what was there before a template was put in its place
    std::string first_value_;
    std::size_t fields_ = 1;  ///< so many fields there were; the last is shown
};

}  // namespace send_text
