#include "core/webhook_key.hpp"

#include <Poco/SHA2Engine.h>

#include <cstdint>

#include "core/constant_time.hpp"

namespace send_text {

Secret new_webhook_key(RandomSource& random) {
    constexpr char digits[] = "0123456789abcdef";
    constexpr int words = 4;
    std::string text;
    text.reserve(words * 16);  // so that no part of it stays behind where it stood before
    for (int word = 0; word < words; ++word) {
        std::uint64_t bits = random.next();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4U)
            text += digits[bits & 15U];
    }
    Secret key(text);
    wipe(text);
    return key;
}

std::string key_hash(const Secret& key) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(key.reveal());
    return Poco::DigestEngine::digestToHex(engine.digest());
}

bool matches(const std::string& hash, std::string_view key) {
    return is_equal_in_constant_time(hash, key_hash(Secret(key)));
}

}  // namespace send_text
