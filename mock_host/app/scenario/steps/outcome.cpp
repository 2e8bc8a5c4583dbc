#include "mock_host/app/scenario/steps/outcome.hpp"

#include <algorithm>
#include <utility>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"

namespace mock_host {

namespace {

const std::vector<staffing_status> denials{STAFFING_STATUS_PERMISSION_DENIED, STAFFING_STATUS_NOT_LOGGED_IN};

}  // namespace

Outcome::Outcome(ObjectReader& reader) {
    read(reader, "refused", {STAFFING_STATUS_REFUSED});
    read(reader, "unavailable", {STAFFING_STATUS_UNAVAILABLE});
    read(reader, "denied", denials);
}

Outcome Outcome::done_or_denied(ObjectReader& reader) {
    Outcome outcome;
    outcome.read(reader, "denied", denials);
    return outcome;
}

void Outcome::read(ObjectReader& reader, const std::string& key, std::vector<staffing_status> statuses) {
    if (!reader.has(key)) return;
    if (!is_done()) reader.refuse("\"" + ending_ + "\" and \"" + key + "\" are two outcomes");
    ending_ = key;
    statuses_ = std::move(statuses);
    words_ = reader.text(key);
}

void Outcome::hold(Stage& stage, const std::string& what, const std::function<void()>& deed) const {
    if (is_done()) return stage.on_worker(deed);
    const std::string expected = what + " is " + ending_;
    try {
        stage.on_worker(deed);
    } catch (const staffing::StatusError& e) {
        stage.transcript().seen(e.what());
        if (std::count(statuses_.begin(), statuses_.end(), e.status()) == 0)
            throw NotAsStated(expected, "Status " + std::to_string(e.status()) + ": " + e.what());
        const std::string problem = TextExpectation{{words_}, {}}.problem(e.what());
        if (problem.empty()) return;
        throw NotAsStated(expected + ", and of the words: " + problem, e.what());
    }
    throw NotAsStated(expected, "It was done.");
}

}  // namespace mock_host
