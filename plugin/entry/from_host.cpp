#include "entry/from_host.hpp"

#include "body/blanks.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// The length of the UTF-8 character at the start of `text`, 0 when there is none.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
        if (staffing::is_valid_utf8(text.substr(0, length))) return length;
    }
    return 0;
}

}  // namespace

std::string text_from(const staffing_string& text) {
    if (text.data == nullptr) return {};
    const std::string_view view(text.data, text.size);
    if (staffing::is_valid_utf8(view)) return std::string(view);
    std::string mended;
    for (std::size_t at = 0; at < view.size();) {
        const std::size_t length = character_length(view.substr(at));
        mended += length == 0 ? replacement_character : view.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return mended;
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
