#include "mock_host/app/carrier_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>
#include <vector>

extern char** environ;

namespace mock_host {

namespace {

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error("A pipe to the carrier simulator cannot be made.");
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void close_end(int which) {
        if (ends[which] >= 0) close(ends[which]);
        ends[which] = -1;
    }
    int take(int which) {
        const int end = ends[which];
        ends[which] = -1;
        return end;
    }
};

pid_t start(std::vector<std::string> command, const Pipe& in, const Pipe& out) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
    // In a group of its own, Ctrl-C does not reach it: it ends after us, and no signal is held back from it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t no_signals;
    sigemptyset(&no_signals);
    posix_spawnattr_setsigmask(&attributes, &no_signals);
    const std::string& name = command.front();
    std::vector<char*> arguments;
    for (std::string& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const int failure = posix_spawn(&pid, name.c_str(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        throw std::runtime_error("The carrier simulator " + name +
                                 " cannot be started: " + std::strerror(failure) +
                                 ". Build it, or name another with --carrier-program.");
    }
    return pid;
}

/// The first line, or what came of it in the time it has.
std::string first_line(int descriptor) {
    constexpr int max_milliseconds = 30'000;
    std::string line;
    char next = 0;
    pollfd source{descriptor, POLLIN, 0};
    while (poll(&source, 1, max_milliseconds) > 0 && read(descriptor, &next, 1) == 1 && next != '\n')
        line += next;
    return line;
}

}  // namespace

CarrierProcess::CarrierProcess(const std::filesystem::path& program,
                               const std::optional<std::filesystem::path>& state_file) {
    const std::string greeting = "carrier_simulator: ";
    Pipe in;
    Pipe out;
    std::vector<std::string> command{program.string(), "--until-stdin-closes"};
    if (state_file) command.insert(command.end(), {"--state", state_file->string()});
    pid_ = start(std::move(command), in, out);
    stdin_ = in.take(1);
    stdout_ = out.take(0);
    in.close_end(0);
    out.close_end(1);
    const std::string line = first_line(stdout_);
    if (!line.starts_with(greeting + "http://")) {
        stop();
        throw std::runtime_error("The carrier simulator " + program.string() +
                                 " did not say its address; its first line was \"" + line + "\".");
    }
    url_ = line.substr(greeting.size());
}

CarrierProcess::~CarrierProcess() {
    stop();
}

void CarrierProcess::stop() {
    using namespace std::chrono_literals;
    close(stdin_);
    close(stdout_);
    for (int i = 0; i < 250; ++i) {
        if (waitpid(pid_, nullptr, WNOHANG) != 0) return;
        std::this_thread::sleep_for(20ms);
    }
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

}  // namespace mock_host
