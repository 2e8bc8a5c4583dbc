#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::checked_text;
using staffing::required;
using staffing::StatusError;

void expect_shown(bool is_shown) {
    if (!is_shown) throw StatusError(STAFFING_STATUS_NOT_FOUND, "This progress is over.");
}

staffing_status STAFFING_CALL begin(const staffing_host* host, const staffing_progress_start* start,
                                    std::uint64_t* progress_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.begin", CalledOn::any_thread, error, [&](ValidatorHost& self) {
        const staffing_progress_start given = staffing::checked_struct(start, "the progress");
        checked_text(given.title, "the progress's title");
        required(progress_id, "a place for the progress's id");
        const std::lock_guard lock(self.data_mutex);
        *progress_id = ++self.last_progress_id;
        self.progresses[*progress_id] = 0;
    });
}

staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t progress_id, std::uint64_t done,
                                     const staffing_string* detail, std::int32_t* is_cancelled,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.update", CalledOn::any_thread, error, [&](ValidatorHost& self) {
        checked_text(detail, "the progress's detail");
        required(is_cancelled, "a place for the answer");
        const std::lock_guard lock(self.data_mutex);
        const auto found = self.progresses.find(progress_id);
        expect_shown(found != self.progresses.end());
        found->second = done;
        *is_cancelled = 0;
    });
}

staffing_status STAFFING_CALL end(const staffing_host* host, std::uint64_t progress_id,
                                  const staffing_string* outcome, const staffing_error_sink* error) noexcept {
    return host_call(host, "progress.end", CalledOn::any_thread, error, [&](ValidatorHost& self) {
        checked_text(outcome, "the progress's outcome");
        const std::lock_guard lock(self.data_mutex);
        expect_shown(self.progresses.erase(progress_id) == 1);
    });
}

}  // namespace

const staffing_progress progress_table{&begin, &update, &end};

}  // namespace validator
