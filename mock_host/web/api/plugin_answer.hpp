#pragma once

#include <functional>
#include <string>

namespace mock_host {

class PluginCalls;
class RunningHost;

/// Asks the plug-in on the calling thread. What is there to say instead when there is no plug-in, or it lacks
/// the extension; empty when it answered. Other failures are thrown.
std::string refusal_of_call(RunningHost& host, const std::function<void(const PluginCalls&)>& question);

/// The same around what asks the plug-in by itself.
std::string unless_missing(const std::function<void()>& question);

}  // namespace mock_host
