#include "entry/plugin.hpp"

#include "entry/extensions.hpp"
#include "entry/from_host.hpp"
#include "staffing_cpp/call.hpp"

namespace send_text {

void SendTextPlugin::init() {
    host_.extensions.ask();
    why_not_texting_ = host_.extensions.why_not_texting();
    if (!why_not_texting_.empty()) host_.log.warning(why_not_texting_);
}

void SendTextPlugin::activate() {
    // Without a place for its texts there is nothing that could work; the menu says so.
    if (host_.extensions.paths == nullptr) return;
    const staffing::StringCollector folder;
    staffing::call("Asking the host for a folder", host_.extensions.paths->get, host_.extensions.host,
                   STAFFING_PATH_DATA, folder.sink());
    try {
        services_ = std::make_unique<Services>(host_, folder.text());
    } catch (const StoreError& error) {
        throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE, error.what());
    }
}

void SendTextPlugin::deactivate() {
    services_.reset();
}

const void* SendTextPlugin::extension(std::string_view id) {
    return find_extension(id);
}

Services& SendTextPlugin::services() {
    if (services_ != nullptr) return *services_;
    throw staffing::StatusError(STAFFING_STATUS_NOT_SUPPORTED, why_not_texting_);
}

}  // namespace send_text
