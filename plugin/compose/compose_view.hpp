#pragma once

#include <cstddef>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "recipients/recipient.hpp"

namespace send_text {

/// What the compose dialog says, apart from its rows.
struct ComposeTexts {
    std::string summary;
    std::string severity = "info";  ///< of the summary: info, warning or error
    std::string body_note;
    bool offers_plain_characters = false;
    std::string send_label = "Send";
    std::string why_not_send;  ///< empty: Send can be pressed
};

/// The id of a dialog's message field, from 1: "body", "body_2" ...
std::string body_field_id(std::size_t number);

/// The compose dialog with no recipient yet; `line` is the element that names the line.
nlohmann::json compose_view(const ComposeTexts& texts, const nlohmann::json& line);

/// One recipient's row: marked, with the reason in words.
nlohmann::json compose_row(const Recipient& recipient);

/// "Cell Phone (651) 556-5757"; without a number (E.164) as it was typed.
std::string label_of(const ContactMethod& method, const std::string& number);

/// "employee:5814": the id of a recipient's row.
std::string row_id(const RecordRef& record);

/// Operations of a JSON Patch for the compose dialog. `patch_body` puts a new message field in the place of
/// the old one, under another id: a host keeps what was typed into a field that it knows.
nlohmann::json patch_texts(const ComposeTexts& texts);
nlohmann::json patch_line(const nlohmann::json& line);
nlohmann::json patch_body(const std::string& field, const std::string& value);
nlohmann::json patch_add_row(const Recipient& recipient);
nlohmann::json patch_replace_row(std::size_t index, const Recipient& recipient);
nlohmann::json patch_remove_row(std::size_t index);

}  // namespace send_text
