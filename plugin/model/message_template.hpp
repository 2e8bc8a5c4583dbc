#pragma once

#include <cstdint>
#include <string>

namespace send_text {

enum class TemplateOwner : std::int32_t { branch = 1, user = 2 };

/// A message that is kept to be used again, by one user or by all of a branch.
struct MessageTemplate {
    std::int64_t id = 0;  ///< given by the store
    TemplateOwner owner = TemplateOwner::user;
    std::int64_t owner_id = 0;  ///< branch id or rep id
    std::string name;           ///< no two of an owner have the same
    std::string body;           ///< a Template
};

}  // namespace send_text
