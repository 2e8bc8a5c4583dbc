#pragma once

#include <string>

#include "staffing_cpp/status_error.hpp"

/// What an answer was, and in which words.
struct Failure {
    staffing_status status = STAFFING_STATUS_OK;
    std::string words;
};

/// Runs `work` and gives what it threw; STAFFING_STATUS_OK when it threw nothing.
template <class Work>
Failure failure_of(Work&& work) {
    try {
        work();
    } catch (const staffing::StatusError& error) {
        return {error.status(), error.what()};
    }
    return {};
}
