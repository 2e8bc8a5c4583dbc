#include "soak/plug_in_process.hpp"

#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace soak {

using nlohmann::json;

PlugInProcess::PlugInProcess(SharedMoment& moment, std::function<json(const json&)> answer,
                             std::function<void(const json&)> on_report)
    : moment_(moment), answer_(std::move(answer)), on_report_(std::move(on_report)) {}

std::optional<json> PlugInProcess::start(const RunOptions& options) {
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets.data()) != 0) throw std::runtime_error("no sockets");
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
        close(sockets[0]);
        {
            Wire wire(sockets[1]);
            run_plug_in(options, moment_, wire);
        }
        _exit(0);
    }
    close(sockets[1]);
    wire_ = std::make_unique<Wire>(sockets[0]);
    return listen();
}

std::optional<json> PlugInProcess::call(const json& command) {
    wire_->send(command);
    return listen();
}

std::optional<json> PlugInProcess::listen() {
    while (auto message = wire_->receive()) {
        if (message->contains("done")) {
            json done = std::move(message->at("done"));
            if (done == "ended") kill();
            return done;
        }
        if (message->contains("told")) {
            on_report_(*message);
            continue;
        }
        const json answer = answer_(message->at("ask"));
        if (answer.contains("die")) break;
        wire_->send(answer);
    }
    kill();
    return std::nullopt;
}

void PlugInProcess::kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
    wire_.reset();
}

}  // namespace soak
