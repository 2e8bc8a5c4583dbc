#include "entry/host_log.hpp"

#include "staffing_cpp/text.hpp"

namespace send_text {

namespace {

/// A host that calls us back at every line is not to fill the memory.
constexpr std::size_t max_kept = 100;

}  // namespace

void HostLog::write(LogSeverity severity, std::string_view message) {
    if (host_.log == nullptr) return;
    if (writers_.includes_this_thread()) {
        const MutexLock lock(mutex_);
        if (kept_.size() < max_kept) kept_.emplace_back(severity, message);
        return;
    }
    give(severity, message);
    std::vector<std::pair<LogSeverity, std::string>> kept;
    {
        const MutexLock lock(mutex_);
        kept.swap(kept_);
    }
    for (const auto& [kept_severity, kept_message] : kept)
        give(kept_severity, kept_message);
}

void HostLog::give(LogSeverity severity, std::string_view message) {
    const staffing_string text = staffing::abi(message);
    writers_.enter();
    host_.ask(host_.log->write, static_cast<staffing_log_severity>(severity), &text);
    writers_.leave();
}

}  // namespace send_text
