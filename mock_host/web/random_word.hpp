#pragma once

#include <string>

namespace mock_host {

/// 32 hexadecimal digits that nobody can guess, from the operating system. Throws std::runtime_error when it
/// gives none.
std::string random_word();

}  // namespace mock_host
