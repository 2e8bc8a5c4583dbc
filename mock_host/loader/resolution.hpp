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

/// The plug-in's verdict on a record, where it gives a reason.
struct RecordVerdict {
    RecordKey record;
    bool can_text = false;
    std::string reason;          ///< a sentence
    std::int64_t method_id = 0;  ///< the contact method that it is about; 0: none
};

/// The plug-in's verdicts on many records, as far as they have come; made by PluginCalls::resolve().
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
        std::size_t judged = 0;  ///< records that have a verdict so far
        bool is_complete = false;
        std::string failure;  ///< why not all records were judged; empty: all were, or it is still running
    };
    /// A part of the verdicts that give a reason, from one on, in the order of the records.
    Part part(std::size_t from, std::size_t most) const;
    bool is_complete() const;

    /// The listener for the plug-in; it keeps the resolution until `complete` was called.
    static staffing_resolution_listener listen(std::shared_ptr<Resolution> resolution);
    /// Frees a listener that the plug-in did not accept.
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
    mutable std::mutex mutex_;  // guards all that follows
    std::vector<RecordVerdict> verdicts_;
    std::size_t judged_ = 0;
    bool is_complete_ = false;
    std::string failure_;
};

}  // namespace mock_host
