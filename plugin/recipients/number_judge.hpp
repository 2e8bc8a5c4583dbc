#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "recipients/recipient.hpp"
#include "recipients/verdict.hpp"

namespace send_text {

struct TakenApart;

/// What was found of a value that a person typed into a phone field.
struct NumberJudgement {
    Verdict verdict = Verdict::unspecified;
    std::string e164 = {};       ///< "+16515800580", as subscriber_number() writes it; empty unless can_text
    std::string extension = {};  ///< "123": digits that were left out
    std::string note = {};       ///< "(call after 5)": words behind the number that were left out
    std::string prefix = {};     ///< "mother's": words before a usable number, see prefix_of_number
    NumberType type = NumberType::unknown;  ///< of a number in service
    std::string possible = {};  ///< not_in_service: the number (E.164) that it would be; empty: none
    std::string obstacle = {};  ///< not_a_number: what is in it, "the letter "E""; empty: no more than that
    std::string instruction = {};  ///< held: the words that say so
    bool is_instruction_of_person =
        false;  ///< words in the value go for all numbers of the person; also where it is no good number
    bool may_not_be_in_service_yet =
        false;  ///< of a usable number: its area code is announced, not known to be open
};

/// Says of a value as typed whether a text can be sent to it. libphonenumber judges; what came into service
/// after its metadata is known here (newer_area_codes.hpp), and so are plain American and Canadian numbers,
/// for speed (plain_number.hpp). It never gets to see letters between digits: it would dial them as on a
/// keypad, or leave them out. Holds only its region.
/// Threads: any.
class NumberJudge {
  public:
    /// Longer values (in bytes) are too_long without being looked at.
    static constexpr std::size_t max_value_bytes = 250;

    /// `default_region` ("US"): where numbers without a country code belong. Throws std::invalid_argument
    /// when libphonenumber does not know it, see is_known_region (core/phone_format.hpp).
    explicit NumberJudge(std::string default_region);

    /// Any bytes are welcome: what is no number is not_a_number, a blank value is missing.
    NumberJudgement judge(std::string_view as_typed) const;

    /// Does libphonenumber's first-time work (metadata and patterns: many milliseconds), so that the first
    /// judgement need not wait for it. Call it once on a worker.
    void warm_up() const;

  private:
    NumberJudgement judge_typed(std::string_view value) const;
    NumberJudgement judge_parts(const TakenApart& parts, std::string_view value) const;
    NumberJudgement judge_number(std::string_view number) const;
    std::optional<NumberJudgement> judge_plain(std::string_view typed) const;

    std::string default_region_;
    bool knows_plain_numbers_;  ///< American and Canadian numbers need no country code
};

}  // namespace send_text
