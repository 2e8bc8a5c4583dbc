#include "net/http_client.hpp"

#include <string_view>

namespace send_text {

namespace {

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::size_t encoded_size(std::string_view text) {
    std::size_t size = 0;
    for (const char c : text)
        size += is_unreserved(c) ? 1 : 3;
    return size;
}

void append_encoded(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', hex[byte >> 4U], hex[byte & 15U]};
        }
    }
}

}  // namespace

std::string form_encoded(const Form& form) {
    std::size_t size = 0;
    for (const auto& [name, value] : form)
        size += encoded_size(name) + encoded_size(value) + 2;
    std::string out;
    out.reserve(size);
    for (const auto& [name, value] : form) {
        if (!out.empty()) out += '&';
        append_encoded(out, name);
        out += '=';
        append_encoded(out, value);
    }
    return out;
}

}  // namespace send_text
