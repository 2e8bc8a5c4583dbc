#include <stdlib.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "carrier/carrier_server.hpp"
#include "validator/run_validator.hpp"

namespace {

namespace fs = std::filesystem;

/// The checks that end as a warning for a reason that is known, and the reason.
const std::map<std::string, std::string> explained_warnings = {
    {"entry-scan-time", "the machine has other work to do"},
    {"main-thread-time", "the machine has other work to do"},
};

/// A file that is there for the time of a test.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& content)
        : path_(fs::temp_directory_path() / "validator_setup_XXXXXX") {
        const int descriptor = ::mkstemp(path_.data());
        REQUIRE(descriptor >= 0);
        ::close(descriptor);
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() { fs::remove(path_); }

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// No check may fail or crash, none may warn for a reason that is not known, and if `all` none may be
/// skipped.
void check_that_it_holds(const std::vector<std::string>& more_arguments, bool all) {
    std::vector<std::string> arguments = {VALIDATOR, SEND_TEXT, "--json", "--seed", "1"};
    arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
    const ValidatorRun run = run_validator(arguments);
    CAPTURE(run.errors);
    CHECK(run.exit_code == 0);
    for (const auto& [name, check] : checks_of(run.output)) {
        CAPTURE(name, check.outcome, check.message);
        const bool is_explained = check.outcome == "warning" && explained_warnings.contains(name);
        CHECK((check.outcome == "ok" || is_explained || (check.outcome == "skipped" && !all)));
    }
}

}  // namespace

TEST_CASE("Send Text holds to the contract") {
    check_that_it_holds({}, false);
}

TEST_CASE("Send Text holds to the contract when it has settings and an account") {
    mock_host::CarrierServer carrier;
    carrier.start();
    const TemporaryFile setup(nlohmann::json{{"settings",
                                              {{"zipwhip_base_url", carrier.base_url()},
                                               {"texting_hours_begin", "00:00"},
                                               {"texting_hours_end", "24:00"}}},
                                             {"account",
                                              {{"owner", "user"},
                                               {"service_rep", "7"},
                                               {"carrier", "zipwhip"},
                                               {"username", "6515550100"},
                                               {"password", "secret"}}}}
                                  .dump());
    check_that_it_holds({"--setup", setup.path()}, true);
}
