#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/e164.hpp"
#include "requests/request_report.hpp"

namespace send_text {

/// Whom the texts of a request go to.
struct Addressees {
    std::size_t people = 0;
    std::map<E164, std::string> names;  ///< number → the names of those who are reached at it
};

/// What the confirmation says of a request.
nlohmann::json confirmation_elements(const RequestReport& report, const Addressees& addressees);

/// Its buttons: what still waits can be stopped.
nlohmann::json confirmation_buttons(bool can_stop);

}  // namespace send_text
