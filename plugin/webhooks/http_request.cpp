#include "webhooks/http_request.hpp"

#include <algorithm>
#include <charconv>

#include "core/secret.hpp"

namespace send_text {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";
constexpr std::string_view blanks = " \t";
constexpr std::size_t most_head_bytes = 16 << 10;
constexpr std::size_t most_body_bytes = 64 << 10;

constexpr int bad_request = 400;
constexpr int request_timeout = 408;
constexpr int length_required = 411;
constexpr int content_too_large = 413;
constexpr int header_fields_too_large = 431;

/// Cuts off what stands before `separator`, which goes too.
std::string_view cut(std::string_view& text, std::string_view separator) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) throw HttpRefusal{bad_request};
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end + separator.size());
    return part;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

/// `head` ends with the line end of its last line.
void parse_head(std::string_view head, HttpRequest& request) {
    std::string_view first = cut(head, line_end);
    request.method = cut(first, " ");
    request.target = cut(first, " ");
    if (!first.starts_with("HTTP/1.")) throw HttpRefusal{bad_request};
    while (!head.empty()) {
        std::string_view line = cut(head, line_end);
        const std::string_view name = cut(line, ":");
        if (name.empty() || name.find_first_of(blanks) != std::string_view::npos)
            throw HttpRefusal{bad_request};
        const auto [place, is_new] = request.headers.emplace(lower_case(name), trimmed(line));
        if (!is_new) place->second.append(", ").append(trimmed(line));
    }
}

std::size_t body_size(const HttpRequest& request) {
    if (!request.header("transfer-encoding").empty()) throw HttpRefusal{length_required};
    const std::string_view digits = request.header("content-length");
    if (digits.empty()) return 0;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (error != std::errc() || end != digits.data() + digits.size()) throw HttpRefusal{bad_request};
    if (size > most_body_bytes) throw HttpRefusal{content_too_large};
    return size;
}

/// Reads straight into strings that never grow beyond what was reserved: no copy stays behind to be wiped.
class RequestReader {
  public:
    RequestReader(ByteStream& stream, Deadline deadline) : stream_(stream), deadline_(deadline) {
        head_.reserve(most_head_bytes);
    }
    ~RequestReader() { wipe(head_); }
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    void read(HttpRequest& request) {
        const std::size_t end = read_head();
        parse_head(std::string_view(head_).substr(0, end + line_end.size()), request);
        const std::size_t size = body_size(request);
        request.body.reserve(size);
        request.body = std::string_view(head_).substr(end + head_end.size(), size);
        if (request.body.size() < size && request.header("expect") == "100-continue")
            stream_.write("HTTP/1.1 100 Continue\r\n\r\n", deadline_);
        while (request.body.size() < size)
            append(request.body, size - request.body.size());
    }

  private:
    std::size_t read_head() {
        std::size_t searched = 0;
        for (;;) {
            const std::size_t end = head_.find(head_end, searched);
            if (end != std::string::npos) return end;
            if (head_.size() == most_head_bytes) throw HttpRefusal{header_fields_too_large};
            searched = std::max(head_.size(), head_end.size()) - head_end.size();
            append(head_, most_head_bytes - head_.size());
        }
    }

    void append(std::string& text, std::size_t most) {
        const std::size_t before = text.size();
        text.resize(before + most);
        std::size_t size = 0;
        try {
            size = stream_.read(text.data() + before, most, deadline_);
        } catch (const StreamError&) {
            if (!has_begun_) throw;
            throw HttpRefusal{request_timeout};
        }
        text.resize(before + size);
        if (size == 0 && !has_begun_) throw StreamError("nothing was asked");
        if (size == 0) throw HttpRefusal{bad_request};
        has_begun_ = true;
    }

    ByteStream& stream_;
    Deadline deadline_;
    std::string head_;  // and as much of the body as came with it
    bool has_begun_ = false;
};

}  // namespace

HttpRequest::~HttpRequest() {
    wipe(target);
    wipe(body);
}

std::string_view HttpRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

void read_request(ByteStream& stream, Deadline deadline, HttpRequest& request) {
    RequestReader(stream, deadline).read(request);
}

}  // namespace send_text
