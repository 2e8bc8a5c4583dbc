#pragma once

#include <cstdint>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "carrier/list_fault.hpp"

namespace mock_host {

/// What goes wrong. `…_after` means that the request is carried out (a text is taken) and only the answer is
/// spoilt; the others, but for latency, leave the request undone.
enum class FaultKind {
    latency,  ///< carried out and answered, later
    status,   ///< an HTTP status such as 503
    status_after,
    error_with_200,  ///< an error in the carrier's own words, with HTTP 200; Twilio has none with that status
                     ///< and answers with the one that belongs to the code (twilio/error.hpp)
    error_with_200_after,
    cut_before,  ///< the connection closes without an answer
    cut_after,
    garbage,  ///< HTTP 200 and bytes that are not JSON
    garbage_after,
    hang,  ///< no answer until the client gives up or the simulator ends
    hang_after,
    // A list of messages (Zipwhip's message/list, Twilio's Messages) misleads: see ListFault. Other requests
    // are carried out and answered.
    list_lag,
    list_short,
    list_shift,
    list_nonsense,
    list_altered,
    list_equal_ids
};

/// The kind's name in JSON: "cut_after".
std::string to_string(FaultKind kind);
/// Whether the request is carried out although its answer is spoilt or late.
bool is_carried_out(FaultKind kind);
/// Whether it is one of a list of messages.
bool is_of_list(FaultKind kind);

/// What to do wrong, and when.
struct FaultRule {
    FaultKind kind = FaultKind::latency;
    std::string method;                      ///< "POST"; empty: every method
    std::string path;                        ///< empty: every path of the carriers
    std::uint64_t skip = 0;                  ///< matching requests that pass first
    std::optional<std::uint64_t> times;      ///< nothing: for ever
    std::uint64_t milliseconds = 0;          ///< of latency
    int status = 0;                          ///< of status and status_after
    std::optional<int> retry_after_seconds;  ///< of status and status_after
    std::optional<int> code;                 ///< of error_with_200 and …_after; nothing: it gives no code
    std::string message;                     ///< of the same; empty: it gives no words
    ListFault list;                          ///< of list_…
    std::uint64_t matched = 0;               ///< requests this rule was asked about
    std::uint64_t applied = 0;               ///< requests it spoilt
};

/// The rules in force, in their order. [thread-safe]
class FaultRules {
  public:
    /// Puts a JSON list of rules in place of those in force, with fresh counts. Throws std::invalid_argument,
    /// with the number of the rule and what is wrong with it; the old rules then stay.
    void replace(const nlohmann::json& rules);
    nlohmann::json to_json() const;
    void clear();

    /// The fault for a request that has just come in: that of the first rule which matches method and path,
    /// has let its `skip` requests pass and has some of its `times` left. Is it one of a list, those of all
    /// such rules come together.
    std::optional<FaultRule> take(const std::string& method, const std::string& path);

  private:
    mutable std::mutex mutex_;
    std::vector<FaultRule> rules_;
};

}  // namespace mock_host
