#pragma once

#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "carrier/state_file.hpp"

namespace mock_host::telnyx {

/// What a text from a handset means for whether it may be texted.
enum class Keyword { none, opt_out, opt_in };

/// By default STOP, STOPALL, STOP ALL, UNSUBSCRIBE, CANCEL, END and QUIT opt out, START and UNSTOP in again,
/// in any case and with nothing else in the text.
Keyword keyword_of(const std::string& text);

/// Who has opted out, of a whole messaging profile each. [thread-safe]
class OptOuts {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit OptOuts(StateFile* file = nullptr);

    /// A handset (E.164) has sent this to a profile.
    void apply(const std::string& profile_id, const std::string& number, Keyword keyword);
    bool has(const std::string& profile_id, const std::string& number) const;
    void clear();

  private:
    const Kept kept_;
    mutable std::mutex mutex_;
    std::set<std::pair<std::string, std::string>> stopped_;  // profile, number
};

}  // namespace mock_host::telnyx
