#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// Whether there is anything to read in a message's body.
bool has_words(const std::string& body);

/// "sent a picture", "sent 2 pictures", "sent one or more pictures" of a message with so much media
/// (core/media.hpp); "sent an empty message" of one without any and without words; empty of one with words
/// alone.
///
/// Carriers list how much media came, not of which kind: nearly all of it is pictures, and so it is called.
std::string media_words(const std::string& body, std::int64_t media);

}  // namespace send_text
