#pragma once

#include <string>

namespace send_text {

/// What a record has to fill merge fields with.
struct RecordFields {
    std::string first_name;
    std::string last_name;
    std::string postal_code;
    std::string
        further_json;  ///< the host's further fields, as it gave them: an object, name to string; or empty
};

}  // namespace send_text
