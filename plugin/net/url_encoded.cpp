#include "net/url_encoded.hpp"

#include <algorithm>
#include <charconv>

namespace send_text {
namespace {

constexpr std::size_t max_parameters = 1000;

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            plain += plus_is_space && text[at] == '+' ? ' ' : text[at];
            continue;
        }
        unsigned char byte = 0;
        const std::string_view digits = text.substr(at + 1, 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (digits.size() != 2 || error != std::errc() || end != digits.data() + 2) return std::nullopt;
        plain += static_cast<char>(byte);
        at += 2;
    }
    return plain;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    return decoded(text, false);
}

std::optional<Form> url_decoded(std::string_view body) {
    Form form;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), true);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || form.size() == max_parameters) return std::nullopt;
        form.emplace_back(std::move(*name), std::move(*value));
    }
    return form;
}

}  // namespace send_text
