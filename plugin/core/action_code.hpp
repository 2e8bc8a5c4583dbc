#pragma once

#include <string>

namespace send_text {

/// A message action code of the host.
struct ActionCode {
    std::string code;
    bool is_active = true;
    bool relevant_to_employees = true;
    bool relevant_to_contacts = true;
    std::string side_effect;  ///< in words; empty: none
};

}  // namespace send_text
