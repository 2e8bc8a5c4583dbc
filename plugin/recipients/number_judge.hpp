#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "recipients/number_type.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

struct NumberAndNote;

/// What was found of a value that a person typed into a phone field.
struct NumberJudgement {
    Verdict verdict = Verdict::unspecified;
    std::string e164;  ///< "+16515800580", as subscriber_number() writes it; empty unless can_text(verdict)
    std::string extension;                  ///< "123": digits that were left out
    std::string note;                       ///< "(call after 5)": words behind the number that were left out
    NumberType type = NumberType::unknown;  ///< of a number in service
};

/// Says of a value as typed whether a text can be sent to it. libphonenumber judges; area codes that came
/// into service after its metadata are known here (newer_area_codes.hpp), and so are plain American and
/// Canadian numbers, for speed (plain_number.hpp). Any thread; holds only its region.
class NumberJudge {
  public:
    /// Longer values (in bytes) are too_long without being looked at.
    static constexpr std::size_t max_value_bytes = 250;

    /// `default_region` ("US"): where numbers without a country code belong. Throws std::invalid_argument
    /// when libphonenumber does not know it, see is_known_region.
    explicit NumberJudge(std::string default_region);

    static bool is_known_region(const std::string& region);

    /// Any bytes are welcome: what is no number is not_a_number, a blank value is missing.
    NumberJudgement judge(std::string_view as_typed) const;

    /// Does libphonenumber's first-time work (metadata and patterns: many milliseconds), so that the first
    /// judgement need not wait for it. Call it once on a worker.
    void warm_up() const;

  private:
    /// Empty when what stands before the words is no number by itself.
    std::optional<NumberJudgement> judge_before_note(const NumberAndNote& split) const;
    NumberJudgement judge_whole(std::string_view as_typed) const;

    std::string default_region_;
    bool knows_plain_numbers_;  ///< American and Canadian numbers need no country code
};

}  // namespace send_text
