#include "webhooks/request_head.hpp"

#include <Poco/Net/HTTPResponse.h>
#include <Poco/String.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// A name of a method or a header: RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    const auto fits = [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7F';
}

std::string_view cut(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end + 1);
    return part;
}

/// Cuts off the next line, without its end. A CR anywhere else is a control character.
std::string_view cut_line(std::string_view& head) {
    std::string_view line = cut(head, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (std::any_of(line.begin(), line.end(), is_control)) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    return line;
}

/// Returns whether the sender speaks HTTP/1.0.
bool parse_request_line(std::string_view line, HttpRequest& request) {
    request.method = cut(line, ' ');
    append_to_wiped(request.target, cut(line, ' '));
    const bool is_http_1 =
        line.size() == 8 && line.starts_with("HTTP/1.") && line[7] >= '0' && line[7] <= '9';
    if (!is_http_1 || !is_token(request.method) || request.target.empty() ||
        request.target.find('\t') != std::string::npos) {
        throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    }
    return line[7] == '0';
}

std::size_t length_of(std::string_view digits) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (error != std::errc() || end != digits.data() + digits.size())
        throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    if (size > max_body_bytes) throw HttpRefusal{HTTPResponse::HTTP_REQUEST_ENTITY_TOO_LARGE};
    return size;
}

BodyFraming framing_of(const HttpRequest& request, bool is_http_1_0) {
    BodyFraming framing;
    const auto length = request.headers.find("content-length");
    const auto encoding = request.headers.find("transfer-encoding");
    const bool has_length = length != request.headers.end();
    if (encoding != request.headers.end()) {
        if (has_length || is_http_1_0) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
        if (Poco::icompare(encoding->second, "chunked") != 0)
            throw HttpRefusal{HTTPResponse::HTTP_NOT_IMPLEMENTED};
        framing.is_chunked = true;
    } else if (has_length) {
        framing.size = length_of(length->second);
    }
    const std::string expected(request.header("expect"));
    if (!expected.empty() && !is_http_1_0) {
        if (Poco::icompare(expected, "100-continue") != 0)
            throw HttpRefusal{HTTPResponse::HTTP_EXPECTATION_FAILED};
        framing.waits_for_leave = true;
    }
    return framing;
}

}  // namespace

HeaderLine parse_header_line(std::string_view line) {
    const std::string_view name = cut(line, ':');
    if (!is_token(name) || std::any_of(line.begin(), line.end(), is_control))
        throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    return {name, trimmed(line)};
}

BodyFraming parse_head(std::string_view head, HttpRequest& request) {
    const bool is_http_1_0 = parse_request_line(cut_line(head), request);
    while (!head.empty()) {
        const HeaderLine line = parse_header_line(cut_line(head));
        const std::string name = Poco::toLower(std::string(line.name));
        const auto [place, is_new] = request.headers.emplace(name, line.value);
        if (is_new) continue;
        if (name == "host") throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
        place->second.append(", ").append(line.value);  // two lengths are no number any more
    }
    return framing_of(request, is_http_1_0);
}

}  // namespace send_text
