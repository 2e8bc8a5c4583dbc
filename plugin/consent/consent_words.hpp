#pragma once

#include <string_view>

namespace send_text {

/// What somebody who writes to us wants of texts to come.
enum class Wish { none, opt_out, opt_in };

/// The wish that a whole message is, by the words that carriers and the rules know (STOP, START …), however
/// it is written and whatever stands around it that is no letter and no digit (see plain_letters): STOP🛑,
/// «Stop», S T O P and ＳＴＯＰ!!! opt out. YES opts in only whoever has opted out. Words amid other words
/// are no wish here. Source: the CTIA's messaging principles, and what carriers answer to by themselves.
Wish wish_of(std::string_view body, bool has_opted_out);

}  // namespace send_text
