#include "mock_host/app/scenario/text_expectation.hpp"

#include "mock_host/app/scenario/object_reader.hpp"

namespace mock_host {

TextExpectation TextExpectation::read(ObjectReader& reader, const std::string& prefix) {
    return {reader.texts(prefix + "contains"), reader.texts(prefix + "not_contains")};
}

std::string TextExpectation::problem(const std::string& text) const {
    for (const std::string& part : contains) {
        if (text.find(part) == std::string::npos) return "it must contain \"" + part + "\"";
    }
    for (const std::string& part : not_contains) {
        if (text.find(part) != std::string::npos) return "it must not contain \"" + part + "\"";
    }
    return {};
}

}  // namespace mock_host
