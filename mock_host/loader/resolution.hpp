#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"
#include "staffing/ext/recipient_resolver.h"

namespace mock_host {

class Host;

/// What the plug-in says of a record that has something to be said of.
struct RecordVerdict {
    RecordKey record;
    bool can_text = false;
    std::string reason;          ///< a sentence
    std::int64_t method_id = 0;  ///< of the contact method that it is about; 0: none
};

/// The plug-in's verdicts of many records, as far as it has told them; made by PluginCalls::resolve().
/// [thread-safe]
class Resolution {
  public:
    /// `news` is called after each part and at the end, on the plug-in's thread. The host must outlive the
    /// resolution's end.
    Resolution(Host& host, std::vector<RecordKey> records, std::function<void()> news);

    const std::vector<RecordKey>& records() const { return records_; }

    struct Part {
        std::vector<RecordVerdict> verdicts;
        std::size_t next = 0;    ///< where the next part begins
        std::size_t judged = 0;  ///< records that all verdicts until now are about
        bool is_complete = false;
        std::string failure;  ///< why not all records were judged; empty: they were, or it goes on
    };
    /// At most so many of those verdicts that give a reason, from one on, in the order of the records.
    Part part(std::size_t from, std::size_t most) const;
    bool is_complete() const;

    /// The listener for the plug-in; it keeps the resolution until `complete` was called.
    static staffing_resolution_listener listen(std::shared_ptr<Resolution> resolution);
    /// Takes back a listener that the plug-in did not take.
    static void forget(const staffing_resolution_listener& listener);

  private:
    static void STAFFING_CALL partial(void* context, const staffing_recipient* const* recipients,
                                      std::uint64_t count) noexcept;
    static void STAFFING_CALL complete(void* context, staffing_status status,
                                       const staffing_string* message) noexcept;
    void take(const staffing_recipient* const* recipients, std::uint64_t count);
    void take_one(const staffing_recipient* given);
    void finish(staffing_status status, const staffing_string* message);
    void end() noexcept;

    Host& host_;
    const std::vector<RecordKey> records_;
    const std::function<void()> news_;
    mutable std::mutex mutex_;  // over all that follows
    std::vector<RecordVerdict> verdicts_;
    std::size_t judged_ = 0;
    bool is_complete_ = false;
    std::string failure_;
};

}  // namespace mock_host
