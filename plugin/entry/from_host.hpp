#pragma once

#include <string>
#include <string_view>

#include "core/record.hpp"
#include "staffing/record.h"
#include "staffing_cpp/status_error.hpp"

// What comes from the host, in the plug-in's own types.
namespace send_text {

/// A string of the host's data. Bytes that are not UTF-8 become U+FFFD, so that one bad name harms nobody
/// else.
std::string text_from(const staffing_string& text);

/// A name of the host's data, as text_from, and as it is shown: on one line, without blanks around it.
std::string name_from(const staffing_string& name);

/// Whether the plug-in knows such records; a later host may have more kinds.
bool is_known(staffing_record_kind kind);

/// A record named by the host. Throws StatusError for a kind that there is not.
RecordRef record_from(const staffing_record_ref& record);

inline staffing_record_ref to_abi(const RecordRef& record) {
    return {static_cast<staffing_record_kind>(record.kind), 0, record.id};
}

/// The table of an extension of the host. Throws StatusError that names it when the host has none.
template <class Table>
const Table& offered(const Table* table, std::string_view extension_id) {
    if (table != nullptr) return *table;
    throw staffing::StatusError(STAFFING_STATUS_NOT_SUPPORTED,
                                "This host does not offer " + std::string(extension_id) + ".");
}

}  // namespace send_text
