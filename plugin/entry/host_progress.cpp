#include "entry/host_progress.hpp"

#include "staffing_cpp/text.hpp"

namespace send_text {

std::optional<std::uint64_t> HostProgress::begin(const std::string& title, std::int64_t total) {
    if (host_.progress == nullptr) return std::nullopt;
    staffing_progress_start start{};
    start.struct_size = sizeof(start);
    start.can_cancel = 1;
    start.total = static_cast<std::uint64_t>(total);
    start.title = staffing::abi(title);
    std::uint64_t id = 0;
    try {
        host_.call("Showing a progress", host_.progress->begin, &start, &id);
        return id;
    } catch (const staffing::StatusError& error) {
        log_.warning(std::string("The host does not show the progress of a request: ") + error.what());
        return std::nullopt;
    }
}

bool HostProgress::update(std::uint64_t id, std::int64_t done, const std::string& detail) {
    const staffing_string words = staffing::abi(detail);
    std::int32_t is_cancelled = 0;
    try {
        host_.call("Showing a progress", host_.progress->update, id, static_cast<std::uint64_t>(done), &words,
                   &is_cancelled);
    } catch (const staffing::StatusError& error) {
        log_.warning(std::string("The host did not show the progress of a request: ") + error.what());
        return false;
    }
    return is_cancelled != 0;
}

void HostProgress::end(std::uint64_t id, const std::string& outcome) {
    const staffing_string words = staffing::abi(outcome);
    try {
        host_.call("Ending a progress", host_.progress->end, id, &words);
    } catch (const staffing::StatusError& error) {
        log_.warning(std::string("The host did not end a progress: ") + error.what());
    }
}

}  // namespace send_text
