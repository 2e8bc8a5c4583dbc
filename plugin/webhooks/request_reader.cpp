#include "webhooks/request_reader.hpp"

#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <utility>

#include "core/secret.hpp"

namespace send_text {

using Poco::Net::HTTPResponse;

RequestReader::~RequestReader() {
    wipe(head_);
}

bool RequestReader::take(std::string_view bytes) {
    has_begun_ = has_begun_ || !bytes.empty();
    if (!is_head_read_ && !take_head(bytes)) return false;
    return take_body(bytes);
}

bool RequestReader::must_give_leave() {
    return std::exchange(gives_leave_, false);
}

/// Takes off `bytes` what belongs to the head. True at its end, the first empty line behind the first line.
bool RequestReader::take_head(std::string_view& bytes) {
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        if (head_.size() + end > max_head_bytes)
            throw HttpRefusal{HTTPResponse::HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE};
        append_to_wiped(head_, bytes.substr(0, end));
        bytes.remove_prefix(end);
        if (!head_.ends_with('\n')) return false;
        const std::string_view line = std::string_view(head_).substr(line_begin_);
        if (line != "\n" && line != "\r\n") {
            line_begin_ = head_.size();
        } else if (line_begin_ == 0) {
            head_.clear();  // some clients end what they sent before with an empty line too much
        } else {
            framing_ = parse_head(std::string_view(head_).substr(0, line_begin_), request_);
            is_head_read_ = true;
            return true;
        }
    }
    return false;
}

bool RequestReader::take_body(std::string_view bytes) {
    bool is_whole = false;
    if (framing_.is_chunked) {
        is_whole = chunks_.take(bytes, request_.body);
    } else {
        append_to_wiped(request_.body, bytes.substr(0, framing_.size - request_.body.size()));
        is_whole = request_.body.size() == framing_.size;
    }
    gives_leave_ = !is_whole && std::exchange(framing_.waits_for_leave, false);
    return is_whole;
}

}  // namespace send_text
