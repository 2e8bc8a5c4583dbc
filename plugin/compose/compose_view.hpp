#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "compose/message_field.hpp"
#include "compose/recipient_row.hpp"
#include "core/refusal.hpp"

namespace send_text {

/// What the compose dialog says, apart from its rows.
struct ComposeTexts {
    std::string summary;
    std::string severity = "info";  ///< of the summary: info, warning or error
    std::string send_label = "Send";
    std::optional<Refusal> sending_refusal = {};
    bool offers_plain_characters = false;
    bool offers_preview = false;
    bool offers_to_keep = false;    ///< the message as a template
    bool offers_to_manage = false;  ///< the templates
    std::string draft = {};         ///< that one was brought back
    bool offers_to_remove_rejected = false;
};

/// The compose dialog with no recipient yet; `line` is the element that names the line.
nlohmann::json compose_view(const ComposeTexts& texts, const nlohmann::json& line,
                            const MessageField& message);

/// Operations of a JSON Patch for the compose dialog.
nlohmann::json patch_texts(const ComposeTexts& texts);
nlohmann::json patch_line(const nlohmann::json& line);
nlohmann::json patch_note(const MessageField& message, const std::string& note);  ///< and its error
nlohmann::json patch_fields(const MessageField& message);                         ///< that there are
nlohmann::json patch_template(const MessageField& message);
nlohmann::json patch_message(const MessageField& message);  ///< a new message, and its template
nlohmann::json patch_add_row(const Recipient& recipient);
nlohmann::json patch_replace_row(std::size_t index, const Recipient& recipient, const RowRemark& remark);
nlohmann::json patch_remove_row(std::size_t index);

}  // namespace send_text
