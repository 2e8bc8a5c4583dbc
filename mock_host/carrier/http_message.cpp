#include "carrier/http_message.hpp"

namespace mock_host {

std::optional<std::string> ApiRequest::parameter(std::string_view name) const {
    for (const auto& [key, value] : parameters) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::vector<std::string> ApiRequest::all_parameters(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : parameters) {
        if (key == name) values.push_back(value);
    }
    return values;
}

}  // namespace mock_host
