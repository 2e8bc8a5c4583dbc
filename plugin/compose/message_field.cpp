#include "compose/message_field.hpp"

#include <nlohmann/json.hpp>

#include "body/body_problem.hpp"

namespace send_text {

using nlohmann::json;

std::string MessageField::id() const {
    return fields_ == 1 ? "body" : "body_" + std::to_string(fields_);
}

void MessageField::use_plain_characters() {
    draft_.use_plain_characters();
    put(draft_.message());
}

void MessageField::choose_template(const std::string& value) {
    const MessageTemplate* const before = templates_.chosen();
    if (before == nullptr || before->body != draft_.message()) own_message_ = draft_.message();
    templates_.choose(value);
    const MessageTemplate* const chosen = templates_.chosen();
    put(chosen == nullptr ? own_message_ : chosen->body);
}

std::optional<MessageTemplate> MessageField::chosen_template() const {
    const MessageTemplate* const chosen = templates_.chosen();
    return chosen == nullptr ? std::nullopt : std::optional(*chosen);
}

void MessageField::put(const std::string& message) {
    draft_.write(message);
    first_value_ = message;
    ++fields_;
}

json MessageField::template_element() const {
    return templates_.element();
}

json MessageField::element() const {
    return {{"kind", "text_area"},
            {"id", id()},
            {"label", "Message"},
            {"value", first_value_},
            {"max_characters", longest_body_characters},
            {"note", draft_.note()}};
}

json MessageField::fields_element() const {
    return {{"kind", "text"}, {"id", "fields"}, {"text", draft_.fields_help()}};
}

}  // namespace send_text
