#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>

/// A process that does some work, says how it went and then waits to be killed.
class Child {
  public:
    explicit Child(const std::function<std::string()>& work) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        pid_ = fork();
        REQUIRE(pid_ >= 0);
        if (pid_ == 0) {
            close(ends[0]);
            std::string answer;
            try {
                answer = work();
            } catch (const std::exception& error) {
                answer = error.what();
            }
            if (write(ends[1], answer.data(), answer.size()) < 0) _exit(1);
            close(ends[1]);
            for (;;)
                pause();
        }
        close(ends[1]);
        char buffer[1000];
        for (ssize_t size = 0; (size = read(ends[0], buffer, sizeof buffer)) > 0;) {
            said.append(buffer, static_cast<std::size_t>(size));
        }
        close(ends[0]);
    }
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void end() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        pid_ = 0;
    }

    std::string said;

  private:
    pid_t pid_ = 0;
};
