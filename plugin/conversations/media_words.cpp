#include "conversations/media_words.hpp"

#include "body/blanks.hpp"
#include "core/media.hpp"

namespace send_text {

bool has_words(const std::string& body) {
    return !without_surrounding_blanks(body).empty();
}

std::string media_words(const std::string& body, std::int64_t media) {
    if (media == some_media) return "sent one or more pictures";
    if (media == 1) return "sent a picture";
    if (media > 1) return "sent " + std::to_string(media) + " pictures";
    return has_words(body) ? "" : "sent an empty message";
}

}  // namespace send_text
