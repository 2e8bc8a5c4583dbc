#include "store/request_counter.hpp"

#include <algorithm>
#include <cinttypes>
#include <exception>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include "core/utf8_path.hpp"
#include "store/database.hpp"
#include "store/durable_file.hpp"

namespace send_text {
namespace {

constexpr Milliseconds keep_interval = std::chrono::minutes(5);
constexpr std::size_t max_stores = 20;  // in the vault, which several seats of a host may share

/// A line that says how many requests a store has begun.
struct Count {
    std::string store_id;
    std::int64_t count = 0;
};

/// Of one length, so that a new one is written over the old one.
std::string line_of(const std::string& store_id, std::int64_t count) {
    char digits[24] = {};
    std::snprintf(digits, sizeof digits, "%020" PRId64, count);
    return store_id + " " + digits + "\n";
}

/// Lines that make no sense are left out.
std::vector<Count> counts_in(std::istream& lines) {
    std::vector<Count> counts;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Count count;
        if (words >> count.store_id >> count.count && words.eof() && count.count >= 0)
            counts.push_back(count);
    }
    return counts;
}

std::int64_t count_of(const std::string& store_id, const std::vector<Count>& counts) {
    std::int64_t highest = 0;
    for (const Count& count : counts) {
        if (count.store_id == store_id) highest = std::max(highest, count.count);
    }
    return highest;
}

}  // namespace

std::string request_counter_file(const std::string& data_folder) {
    return data_folder + "/requests_begun.txt";
}

RequestCounter::RequestCounter(const std::string& data_folder, std::string store_id, CounterVault vault,
                               const Clock& clock, Log& log)
    : file_name_(request_counter_file(data_folder)),
      store_id_(std::move(store_id)),
      vault_(std::move(vault)),
      clock_(clock),
      log_(log) {}

std::int64_t RequestCounter::counted() {
    const MutexLock lock(mutex_);
    std::istringstream lines(lines_in_vault());
    return std::max(counted_in_file(), count_of(store_id_, counts_in(lines)));
}

std::int64_t RequestCounter::counted_by_others_alone() {
    const MutexLock lock(mutex_);
    std::istringstream lines(lines_in_vault());
    std::int64_t sum = 0;
    for (const Count& count : counts_in(lines)) {
        if (count.store_id == store_id_) return 0;
        sum += count.count;
    }
    return sum;
}

bool RequestCounter::begun(std::int64_t count) {
    const MutexLock lock(mutex_);
    count_ = std::max(count_, count);
    if (count_ == 0) return false;
    try {
        put_in_file(count_);
    } catch (const std::exception& error) {
        file_.reset();
        log_once(is_file_logged_, "in " + file_name_, error.what());
    }
    const MonotonicTime now = clock_.monotonic_now();
    if (now < keep_from_) return false;
    keep_from_ = now + keep_interval;
    return true;
}

/// Whoever keeps the vault may be slow: nothing waits for it.
void RequestCounter::keep() {
    const MutexLock keeping(keeping_);
    std::int64_t count = 0;
    {
        const MutexLock lock(mutex_);
        if (kept_count_ == count_) return;
        count = count_;
        if (file_ != nullptr) put_on_disk(file_.get());
    }
    std::string failure;
    try {
        put_in_vault(count);
    } catch (const std::exception& error) {
        failure = error.what();
    }
    const MutexLock lock(mutex_);
    if (failure.empty()) {
        kept_count_ = count;
    } else {
        log_once(is_vault_logged_, "in the host's place for secrets", failure);
    }
}

std::string RequestCounter::lines_in_vault() {
    try {
        return vault_.read().value_or(std::string());
    } catch (const std::exception& error) {
        log_once(is_vault_logged_, "in the host's place for secrets", error.what());
        return {};
    }
}

std::int64_t RequestCounter::counted_in_file() {
    std::ifstream lines(path_from_utf8(file_name_));
    return count_of(store_id_, counts_in(lines));
}

/// The file is made whole at first, and then written over: that takes no room on a full disk.
void RequestCounter::put_in_file(std::int64_t count) {
    const std::string line = line_of(store_id_, count);
    if (file_ == nullptr) {
        write_durably(file_name_, line);
        file_.reset(open_to_change(path_from_utf8(file_name_)));
        return;
    }
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0 ||
        std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size() ||
        std::fflush(file_.get()) != 0) {
        throw StoreError("It cannot be written.");
    }
}

/// What others have counted stays.
void RequestCounter::put_in_vault(std::int64_t count) {
    std::istringstream lines(vault_.read().value_or(std::string()));
    std::vector<Count> counts = counts_in(lines);
    std::erase_if(counts, [this](const Count& other) { return other.store_id == store_id_; });
    if (counts.size() >= max_stores) counts.erase(counts.begin());
    counts.push_back({store_id_, count});
    std::string written;
    for (const Count& one : counts)
        written += line_of(one.store_id, one.count);
    vault_.write(written);
}

void RequestCounter::log_once(bool& is_logged, const std::string& where, const std::string& reason) {
    if (std::exchange(is_logged, true)) return;
    log_.warning("The number of texts sent cannot be saved " + where +
                 ", so Send Text may not notice when an older store replaces this one. " + reason);
}

}  // namespace send_text
