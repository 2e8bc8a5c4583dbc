#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace send_text {

/// A value as somebody may have typed it, and where numbers without a country code belong.
struct TypedNumber {
    std::string value;
    std::string region;
};

/// Numbers as people type them, the same in every run. None has words behind it, or is two numbers.
class NumberCorpus {
  public:
    /// Any exchange and line, in many ways of writing: `count` numbers of each area code that is in service
    /// as a whole, a fifth as many of each other from 000 to 999.
    std::vector<TypedNumber> north_american(int count);

    /// libphonenumber's example of each type of number for each region of the world, as it is written there,
    /// as it is written abroad, and as E.164.
    std::vector<TypedNumber> examples() const;

    /// `original` with one or two things done to it: a digit more, less or wrong, signs added or gone, a
    /// prefix, an extension, words in front, full-width digits.
    TypedNumber mutated(const TypedNumber& original);

  private:
    std::string with_slip(std::string value);
    std::size_t below(std::size_t bound) { return random_() % bound; }
    std::string digits(std::size_t count);

    std::mt19937_64 random_{6515551204};
};

}  // namespace send_text
