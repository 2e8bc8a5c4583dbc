#include "entry/host_log.hpp"

#include "staffing_cpp/text.hpp"

namespace send_text {

void HostLog::write(LogSeverity severity, std::string_view message) {
    if (host_.log == nullptr) return;
    const staffing_string text = staffing::abi(message);
    host_.log->write(host_.host, static_cast<staffing_log_severity>(severity), &text);
}

}  // namespace send_text
