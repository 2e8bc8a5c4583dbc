#include "carrier/text_encoding.hpp"

#include <Poco/TextIterator.h>
#include <Poco/UTF8Encoding.h>

#include <nlohmann/json.hpp>

namespace mock_host {

bool is_utf8(const std::string& text) {
    try {
        return !nlohmann::json(text).dump().empty();
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

std::u32string to_characters(const std::string& utf8) {
    const Poco::UTF8Encoding encoding;
    std::u32string characters;
    const Poco::TextIterator end(utf8);
    for (Poco::TextIterator it(utf8, encoding); it != end; ++it)
        characters += static_cast<char32_t>(*it);
    return characters;
}

}  // namespace mock_host
