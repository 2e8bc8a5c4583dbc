#include "entry/host_dialogs.hpp"

#include <nlohmann/json.hpp>

#include "entry/from_host.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {

std::uint64_t HostDialogs::open(const nlohmann::json& view) {
    const std::string text = view.dump();
    const staffing_string given = staffing::abi(text);
    std::uint64_t dialog_id = 0;
    host_.call("Opening a window", offered(host_.dialogs, STAFFING_EXT_DIALOGS).open, &given, &dialog_id);
    return dialog_id;
}

void HostDialogs::update(std::uint64_t dialog_id, const nlohmann::json& patch) {
    const std::string text = patch.dump();
    const staffing_string given = staffing::abi(text);
    try_to([&] {
        host_.call("Changing a window", offered(host_.dialogs, STAFFING_EXT_DIALOGS).update, dialog_id,
                   &given);
    });
}

void HostDialogs::close(std::uint64_t dialog_id) {
    try_to([&] {
        host_.call("Closing a window", offered(host_.dialogs, STAFFING_EXT_DIALOGS).close, dialog_id);
    });
}

/// What was asked for in a window is done or not; the answer to the host tells of that alone.
template <class Show>
void HostDialogs::try_to(Show show) {
    try {
        show();
    } catch (const staffing::StatusError& error) {
        if (error.status() == STAFFING_STATUS_NOT_FOUND) return;  // the host has closed it by itself
        log_.warning(std::string("The host did not change a window: ") + error.what());
    }
}

}  // namespace send_text
