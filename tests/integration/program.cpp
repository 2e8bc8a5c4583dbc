#include "integration/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

Program::Program(const std::vector<std::string>& arguments, std::string output_file)
    : output_file_(std::move(output_file)) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output_file_.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    const int error = posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot start " + arguments.front());
}

Program::~Program() {
    if (pid_ > 0) kill();
}

int Program::wait() {
    if (pid_ > 0) {
        int status = 0;
        waitpid(pid_, &status, 0);
        pid_ = -1;
        result_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    return result_;
}

bool Program::is_running() {
    siginfo_t info{};
    return pid_ > 0 && waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == 0;
}

void Program::kill() {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
    wait();
}

std::string Program::output() const {
    std::ostringstream text;
    text << std::ifstream(output_file_).rdbuf();
    return text.str();
}

Finished run_mock_host(const std::vector<std::string>& arguments, const std::string& output_file) {
    std::vector<std::string> all = {MOCK_HOST};
    all.insert(all.end(), arguments.begin(), arguments.end());
    Program program(all, output_file);
    const int exit_code = program.wait();
    return {exit_code, program.output()};
}

std::string scenario(const std::string& name) {
    return std::string(SCENARIOS) + "/" + name + ".json";
}
