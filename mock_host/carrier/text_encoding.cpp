#include "carrier/text_encoding.hpp"

#include <nlohmann/json.hpp>

namespace mock_host {

bool is_utf8(const std::string& text) {
    try {
        return !nlohmann::json(text).dump().empty();
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

}  // namespace mock_host
