#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/mutex.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// What of somebody's texts has not left.
struct WaitingSummary {
    std::int64_t count = 0;
    std::int64_t out_of_hours = 0;
    std::int64_t delayed = 0;      ///< not taken, tried again
    std::int64_t being_asked = 0;  ///< whether the carrier took it
    TimePoint first_leaves_at{};
    TimePoint last_leaves_at{};
    E164 first_number = {};   ///< of those out of hours, whichever leaves first
    std::string reason = {};  ///< of one that was not taken
};

/// The texts that have not left, by record, kept in memory for quick answers: a menu that opens, or a record
/// that is looked at, must not wait for the store.
/// Threads: the main thread, the host's workers, the desk, the delivery and the replies worker; guarded by
/// mutex_, reading in turn by refreshing_.
class UnsentTexts {
  public:
    /// All must outlive this.
    UnsentTexts(const OutboxStore& outbox, const Clock& clock) : outbox_(outbox), clock_(clock) {}

    /// Texts of the request changed. Any thread; answers at once.
    void changed(RequestId request_id);

    /// Records were merged or deleted: all is read anew. Any thread; answers at once.
    void invalidate();

    /// Reads the requests that changed, a large one not for each text. Returns when it wants to be called
    /// again. Blocks on the store: any thread but the main one.
    TimePoint refresh();

    /// Whether no text of any record waits. Any thread; answers at once.
    bool is_empty() const;

    /// Of the records' texts those that a person may stop. Any thread; answers at once.
    WaitingSummary summary(std::span<const RecordRef> records, const Decider& who) const;

    /// Their ids; of everybody's texts when no record is named. Oldest first. Any thread; answers at once.
    std::vector<TextId> ids(std::span<const RecordRef> records, const Decider& who) const;

  private:
    struct Request {
        std::vector<WaitingGroup> groups;
        std::int64_t count = 0;
        std::int64_t changes = 0;  ///< since it was read
        MonotonicTime read_at{};
    };
    /// Where a text stands in its request.
    struct Place {
        RequestId request_id{};
        std::size_t group = 0;
        std::size_t text = 0;
        bool operator<(const Place& other) const {
            return std::tie(request_id, group, text) < std::tie(other.request_id, other.group, other.text);
        }
        bool operator==(const Place&) const = default;
    };
    struct HashOfRecord {
        std::size_t operator()(const RecordRef& record) const {
            return std::hash<std::int64_t>()(record.id * 4 + static_cast<std::int64_t>(record.kind));
        }
    };

    static Milliseconds interval(const Request& request);
    static bool is_due(const Request& request, MonotonicTime now);
    MonotonicTime next_read_at() const;
    std::vector<RequestId> due_requests(MonotonicTime now);
    void replace(RequestId request_id, std::vector<WaitingGroup> groups, MonotonicTime now);
    void forget_places(RequestId request_id, const Request& request) REQUIRES(mutex_);
    std::vector<Place> places_of(std::span<const RecordRef> records) const REQUIRES(mutex_);
    const WaitingGroup& group_at(const Place& place) const REQUIRES(mutex_);

    const OutboxStore& outbox_;
    const Clock& clock_;
    Mutex refreshing_;  ///< held by the thread that reads the store; before mutex_
    bool is_read_ GUARDED_BY(refreshing_) = false;
    mutable Mutex mutex_;
    bool is_stale_ GUARDED_BY(mutex_) = false;
    std::map<RequestId, Request> requests_ GUARDED_BY(mutex_);
    std::unordered_map<RecordRef, std::vector<Place>, HashOfRecord> by_record_ GUARDED_BY(mutex_);
};

}  // namespace send_text
