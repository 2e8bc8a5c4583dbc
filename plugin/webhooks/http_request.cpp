#include "webhooks/http_request.hpp"

#include <algorithm>

#include "core/secret.hpp"

namespace send_text {

HttpRequest::~HttpRequest() {
    wipe(target);
    wipe(body);
}

std::string_view HttpRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

void append_to_wiped(std::string& text, std::string_view more) {
    const std::size_t size = text.size() + more.size();
    if (size > text.capacity()) {
        std::string roomier;
        roomier.reserve(std::max(size, 2 * text.capacity()));
        roomier = text;
        text.swap(roomier);
        wipe(roomier);
    }
    text += more;
}

}  // namespace send_text
