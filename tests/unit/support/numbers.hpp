#pragma once

#include <catch2/catch_tostring.hpp>
#include <string>

#include "core/e164.hpp"
#include "model/line_id.hpp"

// A test that fails shows numbers and lines as they are.

template <>
struct Catch::StringMaker<send_text::E164> {
    static std::string convert(const send_text::E164& number) { return '"' + number.str() + '"'; }
};

template <>
struct Catch::StringMaker<send_text::LineId> {
    static std::string convert(const send_text::LineId& line) { return '"' + line.str() + '"'; }
};
