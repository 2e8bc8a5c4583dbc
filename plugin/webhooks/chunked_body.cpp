#include "webhooks/chunked_body.hpp"

#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "webhooks/http_request.hpp"
#include "webhooks/request_head.hpp"

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;

constexpr std::size_t max_beside_bytes = 16 << 10;
constexpr std::size_t max_size_digits = 16;

}  // namespace

bool ChunkedBody::take(std::string_view bytes, std::string& body) {
    while (!bytes.empty() && part_ != Part::done) {
        if (part_ != Part::data) {
            if (take_line(bytes)) end_line(body);
            continue;
        }
        const std::size_t size = std::min(left_, bytes.size());
        append_to_wiped(body, bytes.substr(0, size));
        bytes.remove_prefix(size);
        left_ -= size;
        if (left_ == 0) part_ = Part::end_of_data;
    }
    return part_ == Part::done;
}

/// True at the end of a line, which is CR LF and nothing else: a lone LF is where two readers would part.
bool ChunkedBody::take_line(std::string_view& bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (line_.size() + end > max_size_digits + max_beside_bytes)
        throw HttpRefusal{HTTPResponse::HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE};
    line_.append(bytes.substr(0, end));
    if (end == bytes.size()) {
        bytes = {};
        return false;
    }
    bytes.remove_prefix(end + 1);
    if (!line_.ends_with('\r')) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    line_.pop_back();
    if (line_.find('\r') != std::string::npos) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    return true;
}

void ChunkedBody::end_line(const std::string& body) {
    switch (part_) {
        case Part::size:
            begin_chunk(body);
            break;
        case Part::end_of_data:
            if (!line_.empty()) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
            part_ = Part::size;
            break;
        case Part::trailers:
            if (line_.empty()) {
                part_ = Part::done;
            } else {
                parse_header_line(line_);
                count_beside(line_.size());
            }
            break;
        case Part::data:
        case Part::done:
            break;
    }
    line_.clear();
}

/// "1a", "1a ; name=value": the size in hexadecimal digits, and what is passed over.
void ChunkedBody::begin_chunk(const std::string& body) {
    const std::string_view line = line_;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789abcdefABCDEF"), line.size());
    const std::size_t extension = std::min(line.find_first_not_of(" \t", digits), line.size());
    const bool has_end = extension == line.size() || line[extension] == ';';
    if (digits == 0 || digits > max_size_digits || !has_end)
        throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    count_beside(line.size() - digits);
    std::size_t size = 0;
    std::from_chars(line.data(), line.data() + digits, size, 16);
    if (size > max_body_bytes - body.size()) throw HttpRefusal{HTTPResponse::HTTP_REQUEST_ENTITY_TOO_LARGE};
    left_ = size;
    part_ = size == 0 ? Part::trailers : Part::data;
}

void ChunkedBody::count_beside(std::size_t bytes) {
    beside_bytes_ += bytes;
    if (beside_bytes_ > max_beside_bytes)
        throw HttpRefusal{HTTPResponse::HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE};
}

}  // namespace send_text
