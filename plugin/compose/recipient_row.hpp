#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/e164.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

/// What the message means for one recipient.
struct RowRemark {
    std::string words = {};     ///< a sentence, behind the reason
    bool is_rejection = false;  ///< they cannot get it

    bool operator==(const RowRemark&) const = default;
};

/// The list of recipients, without rows: a table, the rejected first.
nlohmann::json recipient_rows(const char* id, const char* label);

/// One recipient's row: marked, with the reason in words.
nlohmann::json recipient_row(const Recipient& recipient, const RowRemark& remark = {});

/// "Cell Phone (651) 556-5757"; without a number (E.164) as it was typed.
std::string label_of(const ContactMethod& method, const E164& number);

/// "employee:5814": the id of a recipient's row.
std::string row_id(const RecordRef& record);

/// The record of such an id; nothing when it is none.
std::optional<RecordRef> record_of_row(const std::string& id);

}  // namespace send_text
