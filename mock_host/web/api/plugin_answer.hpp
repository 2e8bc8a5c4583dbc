#pragma once

#include <functional>
#include <string>

namespace mock_host {

class PluginCalls;
class RunningHost;

/// Asks the plug-in on the calling thread. What is there to say instead when there is no plug-in, or it lacks
/// the extension; empty when it answered. Other failures are thrown.
std::string why_not_answered(RunningHost& host, const std::function<void(const PluginCalls&)>& question);

}  // namespace mock_host
