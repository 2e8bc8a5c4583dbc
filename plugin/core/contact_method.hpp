#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// The kinds of contact method. Values equal those of the contract's STAFFING_CONTACT_METHOD_….
enum class MethodType : std::int32_t {
    unspecified = 0,
    sms = 1,
    cell_phone = 2,
    phone = 3,
    office_phone = 4,
    home_phone = 5,
    other = 6,  ///< car phone, fax, e-mail and what a later host knows: never texted
};

/// "Cell Phone": the type in the host's words.
const char* describe(MethodType type);

/// One way to reach a record, its value as a person typed it.
struct ContactMethod {
    std::int64_t id = 0;
    MethodType type = MethodType::unspecified;
    std::string value;
};

}  // namespace send_text
