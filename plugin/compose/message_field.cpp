#include "compose/message_field.hpp"

#include <nlohmann/json.hpp>

#include "body/body_problem.hpp"
#include "body/plain_characters.hpp"

namespace send_text {

using nlohmann::json;

namespace {

constexpr const char* gone_through = "What it costs is being counted.";

}  // namespace

std::string MessageField::id() const {
    return fields_ == 1 ? "body" : "body_" + std::to_string(fields_);
}

bool MessageField::typed(const std::string& message) {
    if (message == draft_.message()) return false;
    write(message);
    return true;
}

void MessageField::write(const std::string& message) {
    draft_.write(message);
    found_.reset();
    ++version_;
}

void MessageField::use_plain_characters() {
    put(plain_characters(message()));
}

void MessageField::found(std::uint64_t version, MessageFindings findings) {
    if (version == version_ && has_fields()) found_ = std::move(findings);
}

MessageFindings MessageField::findings(std::size_t texts) const {
    if (!has_fields()) {
        return {draft_.note(), draft_.problem(), static_cast<std::int64_t>(texts) * draft_.segments_of_one(),
                draft_.offers_plain_characters()};
    }
    return found_.value_or(MessageFindings{gone_through, gone_through});
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
    write(message);
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
            {"note", findings(0).note}};
}

json MessageField::fields_element() const {
    return {{"kind", "text"}, {"id", "fields"}, {"text", fields_help_}};
}

}  // namespace send_text
