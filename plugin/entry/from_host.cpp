#include "entry/from_host.hpp"

#include "body/blanks.hpp"
#include "core/utf8.hpp"

namespace send_text {

std::string text_from(const staffing_string& text) {
    if (text.data == nullptr) return {};
    return replace_invalid_utf8({text.data, text.size});
}

std::string name_from(const staffing_string& name) {
    return on_one_line(text_from(name));
}

bool is_known(staffing_record_kind kind) {
    return kind == STAFFING_RECORD_KIND_EMPLOYEE || kind == STAFFING_RECORD_KIND_CONTACT;
}

RecordRef record_from(const staffing_record_ref& record) {
    if (!is_known(record.kind)) {
        throw staffing::StatusError(
            STAFFING_STATUS_INVALID_ARGUMENT,
            "There is no record kind " + std::to_string(record.kind) + "; 1 is an employee and 2 a contact.");
    }
    return {static_cast<RecordKind>(record.kind), record.id};
}

}  // namespace send_text
