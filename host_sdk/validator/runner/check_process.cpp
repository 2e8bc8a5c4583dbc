#include "runner/check_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "runner/call_board.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;

std::chrono::milliseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
}

[[noreturn]] void throw_system_error(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// The child's end of a pipe: it writes what it tries and what it saw, one JSON text per line.
class ReportWriter {
  public:
    explicit ReportWriter(int descriptor) : descriptor_(descriptor) {}

    void write_line(const Json& what) const {
        const std::string line = what.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
        for (std::size_t at = 0; at < line.size();) {
            const ssize_t written = ::write(descriptor_, line.data() + at, line.size() - at);
            if (written < 0 && errno != EINTR) return;  // nobody is reading any more
            if (written > 0) at += static_cast<std::size_t>(written);
        }
    }

  private:
    int descriptor_;
};

/// What has come through the pipe.
struct ProcessReport {
    std::string bytes;
    std::string step;
    Json result;

    void read_lines() {
        for (std::size_t end = 0; (end = bytes.find('\n')) != std::string::npos; bytes.erase(0, end + 1)) {
            const Json line = staffing::json_or_discarded(bytes.substr(0, end));
            if (line.contains("step")) step = line["step"].get<std::string>();
            if (line.contains("outcome")) result = line;
        }
    }
};

[[noreturn]] void be_child(const Check& check, CheckRun run, int descriptor) {
    ::setpgid(0, 0);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);  // our output is only for the report
    const ReportWriter report_writer(descriptor);
    CallBoard::watch_for_crashes();
    run.step = [&](std::string_view step) { report_writer.write_line({{"step", step}}); };
    const Result result = run_in_process(check, run);
    report_writer.write_line({{"outcome", static_cast<int>(result.outcome)}, {"message", result.message}});
    ::_exit(0);  // only the checks for leftovers look at what is left
}

/// Reads until the child closes its end; false when the time runs out first.
bool listen(int descriptor, Clock::time_point deadline, ProcessReport& report) {
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) return false;
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno != EINTR) throw_system_error("Waiting for a check");
        if (ready <= 0) continue;
        const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
        if (size == 0) return true;
        if (size < 0 && errno != EINTR) throw_system_error("Reading from a check");
        if (size > 0) report.bytes.append(buffer.data(), static_cast<std::size_t>(size));
        report.read_lines();
        if (!report.result.is_null()) return true;
    }
}

/// Where it happened, as a sentence. The step is the last one that the check reported; the call may be within
/// it or after it.
std::string while_doing(const ProcessReport& report) {
    const std::string call = CallBoard::last_call();
    const std::string where = call.empty() || report.step.starts_with(call) ? report.step : call;
    if (CallBoard::was_own_thread()) {
        return " It happened on one of the plug-in's own threads." +
               (where.empty() ? "" : " The host was in: " + where + ".");
    }
    if (where.empty()) return {};
    const bool is_all = report.step.empty() || where == report.step;
    return " It happened in: " + where + "." + (is_all ? "" : " The last step was: " + report.step + ".");
}

Result judged(const Check& check, const ProcessReport& report, bool is_in_time, int wait_status) {
    Result result;
    result.name = check.name;
    if (!report.result.is_null()) {
        result.outcome = static_cast<Outcome>(report.result["outcome"].get<int>());
        result.message = report.result["message"].get<std::string>();
    } else if (!is_in_time) {
        result.outcome = Outcome::failed;
        result.message = std::string(check.expectation) + " It did not end in time." + while_doing(report);
    } else {
        const std::string how = WIFSIGNALED(wait_status)
                                    ? std::string("by signal ") + ::strsignal(WTERMSIG(wait_status))
                                    : "with exit code " + std::to_string(WEXITSTATUS(wait_status));
        result.outcome = Outcome::crashed;
        result.message =
            std::string(check.expectation) + " The process ended " + how + "." + while_doing(report);
    }
    return result;
}

}  // namespace

Result run_in_process(const Check& check, const CheckRun& run) {
    const Clock::time_point start = Clock::now();
    Result result;
    result.name = check.name;
    const auto end = [&](Outcome outcome, const std::string& message) {
        result.outcome = outcome;
        result.message = message;
    };
    try {
        end(Outcome::ok, check.run(run));
    } catch (const Failed& failure) {
        end(Outcome::failed, std::string(check.expectation) + " " + failure.what());
    } catch (const Warning& warning) {
        end(Outcome::warning, std::string(check.expectation) + " " + warning.what());
    } catch (const Skipped& skipped) {
        end(Outcome::skipped, skipped.what());
    } catch (const std::exception& failure) {
        end(Outcome::failed, std::string(check.expectation) + " " + failure.what());
    } catch (...) {
        const std::string call = CallBoard::thrown_out_of();
        end(Outcome::failed, std::string(check.expectation) + " An exception came out of " +
                                 (call.empty() ? "the plug-in." : "the plug-in's " + call + "."));
    }
    result.duration = since(start);
    return result;
}

Result run_in_child(const Check& check, const CheckRun& run, std::chrono::seconds time_limit) {
    const Clock::time_point start = Clock::now();
    CallBoard::clear();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_system_error("Making a pipe for a check");
    const pid_t child = ::fork();
    if (child < 0) throw_system_error("Making a process for a check");
    if (child == 0) {
        ::close(ends[0]);
        be_child(check, run, ends[1]);
    }
    ::close(ends[1]);
    ProcessReport report;
    const bool is_in_time = listen(ends[0], start + time_limit, report);
    ::close(ends[0]);
    if (!is_in_time) ::kill(child, SIGKILL);
    int wait_status = 0;
    while (::waitpid(child, &wait_status, 0) < 0 && errno == EINTR) {
    }
    ::kill(-child, SIGKILL);  // what the plug-in may have started
    Result result = judged(check, report, is_in_time, wait_status);
    result.duration = since(start);
    return result;
}

}  // namespace validator
