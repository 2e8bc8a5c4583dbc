#pragma once

#include <map>
#include <string>
#include <vector>

/// What a run of the validator came to.
struct ValidatorRun {
    int exit_code = 0;  ///< minus the signal that ended it
    std::string output;
    std::string errors;
};

/// Runs the program with these arguments, the first of which is its path, to its end.
ValidatorRun run_validator(const std::vector<std::string>& arguments);

/// A check as the JSON report has it.
struct ReportedCheck {
    std::string outcome;
    std::string message;
};

/// The checks of a JSON report, by name. Throws when it is none.
std::map<std::string, ReportedCheck> checks_of(const std::string& report);

/// The names of all checks, in their order.
std::vector<std::string> check_names(const std::string& validator);
