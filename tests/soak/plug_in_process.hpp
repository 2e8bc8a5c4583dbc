#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "soak/plug_in_run.hpp"
#include "soak/shared_moment.hpp"
#include "soak/wire.hpp"

namespace soak {

/// The plug-in's process, as the world sees it: started, asked for one step after the other, killed.
class PlugInProcess {
  public:
    /// `answer` is the world's to what the process asks of it; {"die": true} kills the process. `on_report`
    /// gets what needs no answer.
    PlugInProcess(SharedMoment& moment, std::function<nlohmann::json(const nlohmann::json&)> answer,
                  std::function<void(const nlohmann::json&)> on_report);
    ~PlugInProcess() { kill(); }
    PlugInProcess(const PlugInProcess&) = delete;
    PlugInProcess& operator=(const PlugInProcess&) = delete;

    /// What the process says of its start, {"error": …} when it refuses; nothing when it died.
    std::optional<nlohmann::json> start(const RunOptions& options);

    /// What became of a command; nothing when the process died.
    std::optional<nlohmann::json> call(const nlohmann::json& command);

    void kill();
    bool is_running() const { return process_ > 0; }

  private:
    std::optional<nlohmann::json> listen();

    SharedMoment& moment_;
    std::function<nlohmann::json(const nlohmann::json&)> answer_;
    std::function<void(const nlohmann::json&)> on_report_;
    pid_t process_ = 0;
    std::unique_ptr<Wire> wire_;
};

}  // namespace soak
