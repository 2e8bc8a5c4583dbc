#include "mock_host/web/api/plugin_answer.hpp"

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

std::string unless_missing(const std::function<void()>& question) {
    try {
        question();
    } catch (const NoPlugin& e) {
        return e.what();
    } catch (const staffing::StatusError& e) {
        if (e.status() != STAFFING_STATUS_NOT_SUPPORTED) throw;
        return e.what();
    }
    return {};
}

std::string refusal_of_call(RunningHost& host, const std::function<void(const PluginCalls&)>& question) {
    return unless_missing(
        [&] { host.with_plugin([&](Host&, const PluginCalls& plugin) { question(plugin); }); });
}

}  // namespace mock_host
