#include "compose/message_field.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <nlohmann/json.hpp>

#include "body/blanks.hpp"
#include "body/plain_characters.hpp"
#include "compose/message_inserts.hpp"
#include "core/utf8.hpp"
#include "dialogs/view.hpp"

namespace send_text {

using nlohmann::json;

namespace {

/// What fits into one event of a host. That fewer can be sent is said when they were typed.
constexpr std::size_t max_typed_characters = 40'000;

constexpr const char* gone_through = "Counting what it costs...";

}  // namespace

std::string MessageField::id() const {
    return count_ == 1 ? "body" : "body_" + std::to_string(count_);
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
    if (without_surrounding_blanks(message).empty()) {
        error_.clear();
    } else if (!has_fields()) {
        error_ = reason_or_empty(draft_.problem());
    }
}

void MessageField::use_plain_characters() {
    put(plain_characters(message()));
}

void MessageField::found(std::uint64_t version, MessageFindings findings) {
    if (version != version_ || !has_fields()) return;
    error_ = reason_or_empty(findings.problem);
    found_ = std::move(findings);
}

bool MessageField::set_fields(std::vector<std::string> fields) {
    if (fields == fields_) return false;
    fields_ = std::move(fields);
    return true;
}

bool MessageField::set_templates(std::vector<MessageTemplate> templates) {
    const bool is_template = is_untouched_template();
    templates_.set(std::move(templates));
    const MessageTemplate* const chosen = templates_.chosen();
    if (!is_template || chosen == nullptr || chosen->body == message()) return false;
    put(chosen->body);
    return true;
}

MessageFindings MessageField::findings(std::size_t texts) const {
    if (!has_fields()) {
        return {draft_.note(), draft_.problem(), static_cast<std::int64_t>(texts) * draft_.segments_of_one(),
                draft_.offers_plain_characters()};
    }
    return found_.value_or(MessageFindings{gone_through, {}});
}

void MessageField::choose_template(const std::string& value) {
    if (!is_untouched_template()) own_message_ = draft_.message();
    templates_.choose(value);
    const MessageTemplate* const chosen = templates_.chosen();
    put(chosen == nullptr ? own_message_ : chosen->body);
}

void MessageField::rewrite(const std::string& message, std::int64_t template_id) {
    templates_.choose(template_id);
    put(message);
}

bool MessageField::is_untouched_template() const {
    const MessageTemplate* const chosen = templates_.chosen();
    return chosen != nullptr && chosen->body == message();
}

std::size_t MessageField::own_characters() const {
    const MessageTemplate* const chosen = templates_.chosen();
    const std::vector<Character> own = characters_of(message());
    const std::vector<Character> given = characters_of(chosen == nullptr ? std::string_view() : chosen->body);
    const auto is_same = [](const Character& a, const Character& b) { return a.code_point == b.code_point; };
    const auto begin = std::mismatch(own.begin(), own.end(), given.begin(), given.end(), is_same);
    const auto end = std::mismatch(own.rbegin(), std::make_reverse_iterator(begin.first), given.rbegin(),
                                   std::make_reverse_iterator(begin.second), is_same);
    return static_cast<std::size_t>(end.first.base() - begin.first);
}

std::optional<MessageTemplate> MessageField::chosen_template() const {
    const MessageTemplate* const chosen = templates_.chosen();
    return chosen == nullptr ? std::nullopt : std::optional(*chosen);
}

void MessageField::put(const std::string& message) {
    write(message);
    first_value_ = message;
    ++count_;
}

json MessageField::template_element() const {
    return templates_.element();
}

json MessageField::element() const {
    return view::TextArea(id(), "Message", first_value_)
        .max_characters(max_typed_characters)
        .note(findings(0).note)
        .error(error_)
        .inserts(inserts());
}

json MessageField::inserts() const {
    return message_inserts(fields_);
}

json MessageField::fields_element() const {
    return view::Text("fields", describe_fields(fields_)).folded("All fields");
}

}  // namespace send_text
