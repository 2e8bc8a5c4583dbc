#pragma once

#include <string>
#include <vector>

namespace send_text {

/// The time zones (IANA names) in one of which a number (E.164) lies: those of its North American area code,
/// several where the code spans several. For a number without a place (toll-free), of an unknown code or of
/// another country: the fallback; and when that is empty, the zones of the contiguous United States. Of other
/// countries no zones are known here: their hours are those of the branch that texts them, which may be night
/// there.
std::vector<std::string> zones_of(const std::string& number, const std::string& fallback_zone);

}  // namespace send_text
