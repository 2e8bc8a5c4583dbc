#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "recipients/number_judge.hpp"

namespace send_text::testing {

/// A number as a record has it, and what it is judged to be.
struct JudgedRow {
    std::string as_typed;
    Verdict verdict;
    std::string e164 = {};
    std::string extension = {};
    std::string note = {};
    std::string prefix = {};
};

inline void check(const JudgedRow& row, const std::string& region = "US") {
    CAPTURE(row.as_typed, region);
    const auto judgement = NumberJudge(region).judge(row.as_typed);
    CHECK(judgement.verdict == row.verdict);
    CHECK(judgement.e164 == row.e164);
    CHECK(judgement.extension == row.extension);
    CHECK(judgement.note == row.note);
    CHECK(judgement.prefix == row.prefix);
}

}  // namespace send_text::testing
