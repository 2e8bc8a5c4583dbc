#include "validator/run_validator.hpp"

#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace {

/// A file without a name, to be written by another program and read here.
class Output {
  public:
    Output() {
        char path[] = "/tmp/validator_output_XXXXXX";
        descriptor_ = ::mkostemp(path, 0);
        if (descriptor_ < 0) throw std::runtime_error("There can be no file for the output.");
        ::unlink(path);
    }
    ~Output() { ::close(descriptor_); }

    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    int descriptor() const { return descriptor_; }

    std::string text() const {
        std::string text;
        char buffer[4096];
        ::lseek(descriptor_, 0, SEEK_SET);
        for (ssize_t size = 0; (size = ::read(descriptor_, buffer, sizeof buffer)) > 0;)
            text.append(buffer, static_cast<std::size_t>(size));
        return text;
    }

  private:
    int descriptor_;
};

}  // namespace

ValidatorRun run_validator(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const Output output;
    const Output errors;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor(), STDERR_FILENO);
    pid_t pid = -1;
    const int error = posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error(arguments.front() + " cannot be started.");
    int status = 0;
    ::waitpid(pid, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), output.text(), errors.text()};
}

std::map<std::string, ReportedCheck> checks_of(const std::string& report) {
    std::map<std::string, ReportedCheck> checks;
    const nlohmann::json parsed = nlohmann::json::parse(report);
    for (const nlohmann::json& check : parsed.at("checks"))
        checks[check.at("name")] = {check.at("outcome"), check.at("message")};
    return checks;
}

std::vector<std::string> check_names(const std::string& validator) {
    std::vector<std::string> names;
    std::istringstream lines(run_validator({validator, "--list"}).output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line[0] != ' ') names.push_back(line);
    return names;
}
