#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace send_text {

/// A field's name as templates and values are matched by it: small letters, `_` for spaces and hyphens
/// within, none around, and nothing that cannot be seen. "First Name" and "first_name" are the same field.
std::string field_name(std::string_view as_written);

/// What a recipient's message is filled with.
struct MergeValues {
    std::string person;  ///< "Robert Smith", for what is said about the recipient
    std::map<std::string, std::string, std::less<>> values;  ///< by field_name
};

}  // namespace send_text
