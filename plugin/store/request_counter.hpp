#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/mutex.hpp"
#include "core/time.hpp"

namespace send_text {

/// The file in a data folder in which requests are counted, UTF-8.
std::string request_counter_file(const std::string& data_folder);

/// A place outside of the store for a few lines. Either may throw.
struct CounterVault {
    std::function<std::optional<std::string>()> read;
    std::function<void(const std::string& lines)> write;
};

/// How many requests to carriers a store has begun, counted apart from the store: in a file of the data
/// folder, and now and then in a vault, the host's. A store that knows of fewer is older than what was sent:
/// somebody put a backup in its place, or took its log away.
///
/// It is never ahead of what was begun, and behind by what a loss of power took. What cannot be read or
/// written is logged and does no harm: then there is one witness less. The counts of other stores are theirs.
/// Threads: the delivery worker counts, the desk keeps; guarded by mutex_, keeping in turn by keeping_.
class RequestCounter {
  public:
    /// All must outlive this.
    RequestCounter(const std::string& data_folder, std::string store_id, CounterVault vault,
                   const Clock& clock, Log& log);

    /// The most that was counted for the store, by an earlier run. Asks the vault.
    std::int64_t counted();

    /// How many requests the vault counts for other stores, where it knows nothing of this one; else 0. Asks
    /// the vault.
    std::int64_t counted_by_others_alone();

    /// So many were begun by now. Quick: a process that is killed loses none of it. Returns whether it is
    /// time for keep().
    bool begun(std::int64_t count);

    /// Puts the count on the disk and into the vault, which knows this store from then on. Blocks; any
    /// thread.
    void keep();

  private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::int64_t counted_in_file() REQUIRES(mutex_);
    std::string lines_in_vault() REQUIRES(mutex_);
    void put_in_file(std::int64_t count) REQUIRES(mutex_);
    void put_in_vault(std::int64_t count);
    void log_once(bool& is_logged, const std::string& where, const std::string& reason);

    std::string file_name_;
    std::string store_id_;
    CounterVault vault_;
    const Clock& clock_;
    Log& log_;
    Mutex keeping_;  ///< only orders work: one vault call at a time; before mutex_
    Mutex mutex_;
    std::unique_ptr<std::FILE, CloseFile> file_ GUARDED_BY(mutex_);
    std::int64_t count_ GUARDED_BY(mutex_) = 0;
    std::optional<std::int64_t> kept_count_ GUARDED_BY(mutex_);
    MonotonicTime keep_from_ GUARDED_BY(mutex_){};
    bool is_file_logged_ GUARDED_BY(mutex_) = false;
    bool is_vault_logged_ GUARDED_BY(mutex_) = false;
};

}  // namespace send_text
