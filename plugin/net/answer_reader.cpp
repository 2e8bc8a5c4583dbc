#include "net/answer_reader.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPResponse.h>

#include <charconv>
#include <sstream>

namespace send_text {

namespace {

using Poco::Net::HTTPResponse;

constexpr std::string_view answer_line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";
constexpr std::string_view first_bytes = "HTTP/";
constexpr std::size_t max_head_bytes = 65'536;

StreamError nonsense() {
    return StreamError("the answer is not HTTP");
}

std::size_t to_size(std::string_view digits, int base) {
    std::size_t size = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, size, base);
    if (error != std::errc() || stop != end) throw nonsense();
    return size;
}

}  // namespace

std::string AnswerReader::read(HTTPResponse& response) {
    do {
        read_head(response);
    } while (response.getStatus() >= 100 && response.getStatus() < 200);
    std::string body = read_body(response);
    may_be_reused_ = may_be_reused_ && buffer_.empty() && response.getKeepAlive();
    return body;
}

void AnswerReader::read_head(HTTPResponse& response) {
    std::size_t end = buffer_.find(head_end);
    while (end == std::string::npos) {
        const std::string_view start = std::string_view(buffer_).substr(0, first_bytes.size());
        if (!first_bytes.starts_with(start) || buffer_.size() > max_head_bytes) throw nonsense();
        if (!fill()) throw StreamError("the connection was closed before an answer came");
        end = buffer_.find(head_end);
    }
    std::istringstream head(take(end + head_end.size()));
    try {
        response.clear();
        response.read(head);
    } catch (const Poco::Exception&) {
        throw nonsense();
    }
}

std::string AnswerReader::read_body(const HTTPResponse& response) {
    may_be_reused_ = true;
    if (response.getStatus() == HTTPResponse::HTTP_NO_CONTENT ||
        response.getStatus() == HTTPResponse::HTTP_NOT_MODIFIED) {
        return {};
    }
    if (response.getChunkedTransferEncoding()) return read_chunks();
    if (response.has(HTTPResponse::CONTENT_LENGTH)) {
        return take(to_size(response.get(HTTPResponse::CONTENT_LENGTH), 10));
    }
    may_be_reused_ = false;
    return read_to_end();
}

std::string AnswerReader::read_chunks() {
    std::string body;
    for (;;) {
        const std::string line = take_line();
        const std::size_t size = to_size(line.substr(0, line.find_first_of("; \t")), 16);
        if (size == 0) break;
        body += take(size);
        if (!take_line().empty()) throw nonsense();
    }
    while (!take_line().empty()) {
    }  // trailers
    return body;
}

std::string AnswerReader::read_to_end() {
    while (fill()) {
    }
    return std::move(buffer_);
}

std::string AnswerReader::take_line() {
    std::size_t end = buffer_.find(answer_line_end);
    while (end == std::string::npos) {
        if (buffer_.size() > max_head_bytes) throw nonsense();
        if (!fill()) throw StreamError("the connection was closed in the middle of the answer");
        end = buffer_.find(answer_line_end);
    }
    std::string line = take(end + answer_line_end.size());
    line.resize(end);
    return line;
}

std::string AnswerReader::take(std::size_t size) {
    if (size > max_bytes_) throw StreamError("the answer is too large");
    while (buffer_.size() < size) {
        if (!fill()) throw StreamError("the connection was closed in the middle of the answer");
    }
    std::string taken = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return taken;
}

/// Straight into the buffer: on the stack a part of the answer would stay behind.
bool AnswerReader::fill() {
    constexpr std::size_t max_bytes = 16'384;
    const std::size_t before = buffer_.size();
    buffer_.resize(before + max_bytes);
    const std::size_t size = stream_.read(buffer_.data() + before, max_bytes, deadline_);
    buffer_.resize(before + size);
    received_ += size;
    if (received_ > max_bytes_) throw StreamError("the answer is too large");
    return size > 0;
}

}  // namespace send_text
