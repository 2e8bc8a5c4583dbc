#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// What somebody wrote into a phone field to keep the number from being texted.
struct FieldInstruction {
    std::string words;              ///< as they stand there: "DO NOT TEXT"
    bool is_of_the_person = false;  ///< it holds for their other numbers, too: they refused, died …
};

/// Looks for an instruction in the words before or behind a number: "DO NOT TEXT", "no calls or texts",
/// "wrong number", "deceased", "landline", also in Spanish and French, some in Portuguese. Notes such as
/// "call after 5", "text only" or "not a landline" are none. A false alarm costs a look; one that is missed
/// costs a text to somebody who did not want it.
std::optional<FieldInstruction> instruction_in(std::string_view before, std::string_view behind);

/// Whether a value in which no good number stands says that its person is not to be texted: "DO NOT TEXT",
/// "deceased". There "refused", "no texts" and "do not use" are about the number that was asked for.
bool refuses_without_number(std::string_view value);

}  // namespace send_text
