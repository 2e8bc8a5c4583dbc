#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

/// A program of ours, run as people run it. Its output goes to a file.
class Program {
  public:
    Program(const std::vector<std::string>& arguments, std::string output_file);

    /// Kills it, if it still runs.
    ~Program();

    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Until it has ended: its exit code, or minus the signal that ended it.
    int wait();

    bool is_running();

    /// SIGKILL: no chance to tidy up.
    void kill();

    /// What it has printed, on both outputs.
    std::string output() const;

  private:
    pid_t pid_ = -1;
    int result_ = 0;
    std::string output_file_;
};

/// Runs the mock host to its end with these arguments.
struct Finished {
    int exit_code = 0;
    std::string output;
};
Finished run_mock_host(const std::vector<std::string>& arguments, const std::string& output_file);

/// The scenarios that the mock host comes with.
std::string scenario(const std::string& name);
