#pragma once

#include <string>
#include <string_view>

#include "core/random.hpp"
#include "core/secret.hpp"

namespace send_text {

/// A communication key: 256 random bits, as 64 hexadecimal digits. `random` must be one that nobody can
/// foresee, such as SystemRandom.
Secret new_webhook_key(RandomSource& random);

/// What is kept of a key: its SHA-256 in hexadecimal digits. 256 random bits cannot be guessed, so no slow
/// hash is needed.
std::string key_hash(const Secret& key);

/// Whether a hash is that of a key, in a time that tells nothing of either.
bool matches(const std::string& hash, std::string_view key);

}  // namespace send_text
