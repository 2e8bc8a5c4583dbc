// Usage: expect_outcomes VALIDATOR PLUGIN            every check is ok
//        expect_outcomes VALIDATOR PLUGIN SOURCE     the check that SOURCE is named after fails, and no other
//
// SOURCE is the file of a broken plug-in, <check>.cpp or <check>__<variant>.cpp. Its first line is a comment
// that says what is wrong. More comments may stand in it:
//   // Expected: a warning              the check ends as a warning
//   // Expected: others are skipped     the plug-in does not get so far that other checks can look at it
//   // Others are not run: …            only that check is run; it says why
//   // Not only its own: <check>        this check may end as it likes: it sees the same from its side

#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <set>
#include <sstream>

#include "validator/run_validator.hpp"

namespace {

struct Expected {
    std::string check;  ///< that fails; empty: none
    bool is_warning = false;
    bool may_skip_others = false;
    bool is_alone = false;
    std::set<std::string> may_fail_too;
};

Expected expected_of(const std::filesystem::path& source) {
    std::ostringstream stream;
    stream << std::ifstream(source).rdbuf();
    const std::string text = stream.str();
    if (!text.starts_with("// ")) throw std::runtime_error(source.string() + " does not say what is wrong.");
    const auto says = [&](const char* comment) { return text.find(comment) != std::string::npos; };
    const std::string stem = source.stem();
    Expected expected{stem.substr(0, stem.find("__")),
                      says("\n// Expected: a warning\n"),
                      says("\n// Expected: others are skipped\n"),
                      says("\n// Others are not run: "),
                      {}};
    static const std::string not_only = "\n// Not only its own: ";
    for (auto at = text.find(not_only); at != std::string::npos; at = text.find(not_only, at + 1)) {
        const auto begin = at + not_only.size();
        expected.may_fail_too.insert(text.substr(begin, text.find('\n', begin) - begin));
    }
    return expected;
}

/// Whether a check may warn of a sound plug-in when the machine has much else to do.
bool takes_the_time(const std::string& check) {
    return check == "entry-scan-time" || check == "main-thread-time";
}

bool is_expected(const Expected& expected, const std::string& check, const std::string& outcome) {
    if (check == expected.check)
        return expected.is_warning ? outcome == "warning" : outcome == "failed" || outcome == "crashed";
    return outcome == "ok" || expected.may_fail_too.contains(check) ||
           (outcome == "skipped" && expected.may_skip_others) ||
           (outcome == "warning" && takes_the_time(check));
}

using Checks = std::map<std::string, ReportedCheck>;

/// The outcomes of these checks.
Checks run_checks(const std::string& validator, const std::string& plugin,
                  const std::vector<std::string>& names, const char* seconds) {
    std::vector<std::string> command = {validator, plugin, "--json", "--seed", "1", "--time-limit", seconds};
    for (const std::string& name : names)
        command.insert(command.end(), {"--only", name});
    return checks_of(run_validator(command).output);
}

/// Most of their time checks wait for something: some are run at the same time.
Checks run_together(const std::string& validator, const std::string& plugin,
                    const std::vector<std::string>& names) {
    constexpr std::size_t at_once = 6;
    std::vector<std::future<Checks>> running;
    for (std::size_t first = 0; first < at_once; ++first) {
        std::vector<std::string> share;
        for (std::size_t at = first; at < names.size(); at += at_once)
            share.push_back(names[at]);
        if (share.empty()) continue;
        running.push_back(
            std::async(std::launch::async, [=] { return run_checks(validator, plugin, share, "30"); }));
    }
    Checks all;
    for (std::future<Checks>& one : running)
        all.merge(one.get());
    return all;
}

int expect_outcomes(const std::vector<std::string>& arguments) {
    const std::string& validator = arguments.at(1);
    const std::string& plugin = arguments.at(2);
    const Expected expected = arguments.size() > 3 ? expected_of(arguments[3]) : Expected{};
    std::vector<std::string> others = check_names(validator);
    if (!expected.check.empty() && std::erase(others, expected.check) == 0)
        throw std::runtime_error("There is no check " + expected.check + ".");
    if (expected.is_alone) others.clear();

    Checks checks = run_together(validator, plugin, others);
    if (checks.size() != others.size()) throw std::runtime_error("Some checks have no outcome.");
    if (!expected.check.empty()) checks.merge(run_checks(validator, plugin, {expected.check}, "30"));
    bool are_as_expected = true;
    for (const auto& [name, check] : checks) {
        const bool is_right = is_expected(expected, name, check.outcome);
        are_as_expected = are_as_expected && is_right;
        if (is_right && name != expected.check) continue;
        std::cout << (is_right ? "" : "Not expected: ") << name << ' ' << check.outcome << ": "
                  << check.message << '\n';
    }
    return are_as_expected ? 0 : 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        return expect_outcomes({arguments, arguments + argument_count});
    } catch (const std::exception& error) {
        std::cout << error.what() << '\n';
        return 1;
    }
}
