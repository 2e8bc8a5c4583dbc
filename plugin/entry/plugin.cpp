#include "entry/plugin.hpp"

#include "core/utf8_path.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "entry/from_host.hpp"
#include "staffing_cpp/call.hpp"

namespace send_text {
namespace {

/// The host's folder for the store. One that is no full path would put the store wherever the process happens
/// to stand.
std::string data_folder(const HostExtensions& host) {
    const staffing::StringCollector folder;
    host.call("Asking the host for a folder", host.paths->get, STAFFING_PATH_DATA, folder.sink());
    const std::string& text = folder.text();
    if (staffing::is_valid_utf8(text) && path_from_utf8(text).is_absolute()) return text;
    throw staffing::StatusError(
        STAFFING_STATUS_UNAVAILABLE,
        "The host did not give the full path of a folder for the store. Tell the host's vendor.");
}

}  // namespace

void SendTextPlugin::init() {
    std::vector<std::string> incomplete = host_.extensions.take_tables();
    require_main_thread(host_.extensions, true);
    for (const std::string& words : incomplete)
        host_misbehaves(words);
    texting_refusal_ = host_.extensions.texting_refusal();
    if (texting_refusal_) host_.log.warning(texting_refusal_->reason);
}

void SendTextPlugin::activate() {
    require_main_thread(host_.extensions, true);
    // Without a place for its texts there is nothing that could work; the menu says so.
    if (host_.extensions.paths == nullptr) return;
    try {
        runtime_.start(data_folder(host_.extensions));
    } catch (const StoreError& error) {
        throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE, error.what());
    }
}

void SendTextPlugin::deactivate() {
    runtime_.stop();
}

bool SendTextPlugin::is_calling_host() const {
    return host_.extensions.is_calling();
}

bool SendTextPlugin::knows_main_thread() const {
    return host_.extensions.thread_check != nullptr;
}

void SendTextPlugin::host_misbehaves(std::string_view words) {
    host_.log.write(LogSeverity::host_misbehaving, words);
}

const void* SendTextPlugin::extension(std::string_view id) {
    return find_extension(id);
}

Runtime::Use SendTextPlugin::services() {
    return runtime().use();
}

Problems SendTextPlugin::change_settings(const nlohmann::json& values, const Sender& who) {
    return runtime().change_settings(values, who);
}

std::string SendTextPlugin::back_up(const std::string& path, const Sender& who) {
    std::string written = runtime().back_up(path);
    try {
        services()->backed_up(written, who);
    } catch (const StoreError& error) {
        host_.log.warning("The backup was made, but could not be added to the audit trail: " +
                          std::string(error.what()));
    }
    return written;
}

Runtime& SendTextPlugin::runtime() {
    if (runtime_.is_started()) return runtime_;
    throw staffing::StatusError(STAFFING_STATUS_NOT_SUPPORTED, reason_or_empty(texting_refusal_));
}

}  // namespace send_text
