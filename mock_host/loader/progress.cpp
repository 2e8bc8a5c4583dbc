#include "mock_host/loader/progress.hpp"

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"

namespace mock_host {

using staffing::StatusError;

std::uint64_t Progresses::begin(Progress progress) {
    const std::lock_guard lock(mutex_);
    open_.emplace(++last_id_, std::move(progress));
    ++changes_;
    return last_id_;
}

bool Progresses::update(std::uint64_t id, std::uint64_t done, std::string detail) {
    const std::lock_guard lock(mutex_);
    Progress& progress = find(id);
    progress.done = done;
    progress.detail = std::move(detail);
    ++changes_;
    return progress.is_cancelled;
}

void Progresses::end(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    find(id);
    open_.erase(id);
    ++changes_;
}

void Progresses::cancel(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    Progress& progress = find(id);
    if (!progress.can_cancel) {
        throw StatusError(STAFFING_STATUS_REFUSED, "\"" + progress.title + "\" cannot be cancelled.");
    }
    progress.is_cancelled = true;
    ++changes_;
}

std::map<std::uint64_t, Progresses::Progress> Progresses::open() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

std::uint64_t Progresses::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

Progresses::Progress& Progresses::find(std::uint64_t id) {
    const auto found = open_.find(id);
    if (found == open_.end()) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no progress " + std::to_string(id) + ".");
    }
    return found->second;
}

namespace {

staffing_status STAFFING_CALL begin(const staffing_host* host, const staffing_progress_start* start,
                                    std::uint64_t* progress_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.begin", CalledOn::any_thread, error, [&](Host& self) {
        staffing::required(progress_id, "a place for the progress's id");
        const staffing_progress_start given = staffing::checked_struct(start, "the progress");
        Progresses::Progress progress;
        progress.title = staffing::checked_text(given.title, "the title", 1000);
        progress.total = given.total;
        progress.can_cancel = given.can_cancel != 0;
        *progress_id = self.progresses().begin(std::move(progress));
    });
}

staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t progress_id, std::uint64_t done,
                                     const staffing_string* detail, std::int32_t* is_cancelled,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.update", CalledOn::any_thread, error, [&](Host& self) {
        staffing::required(is_cancelled, "a place for the answer");
        std::string words(staffing::checked_text(detail, "the detail", 65536));
        *is_cancelled = self.progresses().update(progress_id, done, std::move(words)) ? 1 : 0;
    });
}

staffing_status STAFFING_CALL end(const staffing_host* host, std::uint64_t progress_id,
                                  const staffing_string* outcome, const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.end", CalledOn::any_thread, error, [&](Host& self) {
        const std::string words(staffing::checked_text(outcome, "the outcome", 65536));
        self.progresses().end(progress_id);
        self.log().write({self.now_ms(), STAFFING_LOG_INFO, "host", "A progress ended: " + words});
    });
}

}  // namespace

const staffing_progress& progress_table() {
    static constexpr staffing_progress table{&begin, &update, &end};
    return table;
}

}  // namespace mock_host
