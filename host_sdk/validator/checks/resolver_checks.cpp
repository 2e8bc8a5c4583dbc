#include <deque>
#include <memory>

#include "host/resolution.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

using Records = std::vector<staffing_record_ref>;

Records employees(std::int64_t count) {
    Records records;
    for (std::int64_t id = 1; id <= count; ++id)
        records.push_back({STAFFING_RECORD_KIND_EMPLOYEE, 0, id});
    return records;
}

void expect_started(const Answer& answer) {
    expect(answer.status == STAFFING_STATUS_OK,
           "start answered " + name_of(answer.status) + ": " + answer.words);
}

void expect_once(const Resolution& resolution, const std::string& when) {
    expect(resolution.completions() == 1,
           when + " complete was called " + std::to_string(resolution.completions()) + " times.");
}

void expect_same(const Records& asked, const Records& answered) {
    expect(asked.size() == answered.size(), std::to_string(asked.size()) + " records were asked for, but " +
                                                std::to_string(answered.size()) + " recipients came.");
    for (std::size_t at = 0; at < asked.size(); ++at) {
        expect(asked[at].kind == answered[at].kind && asked[at].id == answered[at].id,
               "Recipient " + std::to_string(at) + " is not the one for record " + std::to_string(at) + ".");
    }
}

std::string complete(const CheckRun& run) {
    const Loaded loaded(run, HostOptions{.records_per_kind = 1'000});
    Records records = employees(1'000);
    for (std::int64_t id = 1; id <= 500; ++id)
        records.push_back({STAFFING_RECORD_KIND_CONTACT, 0, id});
    records.push_back(records[0]);                                         // twice
    records.push_back({STAFFING_RECORD_KIND_EMPLOYEE, 0, 4'711'000'001});  // gone
    records.push_back({STAFFING_RECORD_KIND_CONTACT, 0, INT64_MAX});
    Resolution resolution;
    expect_started(resolution.start(loaded.plugin, records));
    resolution.wait(loaded.plugin);
    expect(resolution.status() == STAFFING_STATUS_OK, "It ended with " + name_of(resolution.status()) + ".");
    expect_same(records, resolution.records());
    return std::to_string(records.size()) + " recipients came in the right order.";
}

std::string recipients(const CheckRun& run) {
    const Loaded loaded(run);
    Records records = employees(20);
    for (std::int64_t id = 1; id <= 20; ++id)
        records.push_back({STAFFING_RECORD_KIND_CONTACT, 0, id});
    records.push_back({STAFFING_RECORD_KIND_CONTACT, 0, 4'711'000'001});
    Resolution resolution;
    expect_started(resolution.start(loaded.plugin, records));
    resolution.wait(loaded.plugin);
    const std::vector<std::string> problems = resolution.problems();
    expect(problems.empty(), problems.empty() ? "" : problems.front());
    return std::to_string(resolution.records().size()) + " recipients were valid.";
}

std::string empty_request(const CheckRun& run) {
    const Loaded loaded(run);
    Resolution resolution;
    const Answer answer = resolution.start(loaded.plugin, {});
    expect_started(answer);
    resolution.wait(loaded.plugin);
    expect(resolution.status() == STAFFING_STATUS_OK && resolution.records().empty(),
           "It ended with " + name_of(resolution.status()) + ".");
    return "A request without records completed at once.";
}

std::string completes_once(const CheckRun& run) {
    constexpr int jobs = 8;
    Loaded loaded(run, HostOptions{.records_per_kind = 200});
    std::deque<Resolution> resolutions(jobs);
    const Records records = employees(200);
    for (Resolution& resolution : resolutions)
        expect_started(resolution.start(loaded.plugin, records));
    for (Resolution& resolution : resolutions)
        resolution.wait(loaded.plugin);
    loaded.plugin.deactivate();
    for (const Resolution& resolution : resolutions)
        expect_once(resolution, "Among " + std::to_string(jobs) + " at once");
    return std::to_string(jobs) + " concurrent resolutions completed once each.";
}

std::string cancel_unknown(const CheckRun& run) {
    const Loaded loaded(run);
    resolver_of(loaded.plugin);
    const auto expect_not_found = [&](std::uint64_t job_id, const char* what) {
        run.step(std::string("cancel of ") + what);
        const staffing_status status = validator::cancel(loaded.plugin, job_id);
        expect(status == STAFFING_STATUS_NOT_FOUND,
               std::string("cancel of ") + what + " answered " + name_of(status) + ".");
    };
    expect_not_found(0, "the job 0");
    expect_not_found(~std::uint64_t{0}, "a job that was never started");
    Resolution ended;
    expect_started(ended.start(loaded.plugin, employees(3)));
    ended.wait(loaded.plugin);
    expect_not_found(ended.job_id(), "a job that has ended");
    return "cancel answered NOT_FOUND each time.";
}

std::string cancel(const CheckRun& run) {
    constexpr std::int64_t many = 20'000;
    Loaded loaded(run, HostOptions{.records_per_kind = many});
    Resolution inside;  // cancelled by its own listener
    Resolution outside;
    inside.at_first_partial = [&] { validator::cancel(loaded.plugin, inside.job_id()); };
    expect_started(inside.start(loaded.plugin, employees(many)));
    expect_started(outside.start(loaded.plugin, employees(many)));
    run.step("cancel of a job that was just started");
    validator::cancel(loaded.plugin, outside.job_id());
    validator::cancel(loaded.plugin, outside.job_id());
    run.step("waiting for the end of two cancelled jobs");
    inside.wait(loaded.plugin);
    outside.wait(loaded.plugin);
    for (const Resolution* ended : {&inside, &outside}) {
        expect(ended->status() == STAFFING_STATUS_CANCELLED || ended->status() == STAFFING_STATUS_OK,
               "A cancelled job ended with " + name_of(ended->status()) + ".");
        expect(ended->status() == STAFFING_STATUS_CANCELLED || ended->records().size() == many,
               "A cancelled job ended with OK without giving all recipients.");
    }
    return "Two jobs were cancelled, after " + std::to_string(inside.records().size()) + " and " +
           std::to_string(outside.records().size()) + " recipients.";
}

std::string deactivated(const CheckRun& run) {
    constexpr std::int64_t many = 20'000;
    Loaded loaded(run, HostOptions{.records_per_kind = many});
    std::deque<Resolution> resolutions(3);
    for (Resolution& resolution : resolutions)
        expect_started(resolution.start(loaded.plugin, employees(many)));
    resolutions.front().wait_for_partial(loaded.plugin);
    run.step("deactivate while three jobs are under way");
    loaded.plugin.deactivate();
    for (const Resolution& resolution : resolutions) {
        expect_once(resolution, "When deactivate had returned,");
        expect(resolution.status() == STAFFING_STATUS_CANCELLED || resolution.status() == STAFFING_STATUS_OK,
               "A job ended with " + name_of(resolution.status()) + ".");
    }
    return "Three jobs ended before deactivate returned.";
}

std::string copies_request(const CheckRun& run) {
    const Loaded loaded(run, HostOptions{.records_per_kind = 500});
    const Records asked = employees(500);
    Resolution resolution;
    {
        auto passing = std::make_unique<Records>(asked);
        expect_started(resolution.start(loaded.plugin, *passing));
        passing->assign(passing->size(), {STAFFING_RECORD_KIND_CONTACT, 0, -1});
    }
    resolution.wait(loaded.plugin);
    expect_same(asked, resolution.records());
    return "The records were changed and freed after start, and the recipients were still right.";
}

constexpr Check checks[] = {
    {"resolver-complete",
     "A resolution gives one recipient per record, in the order of the request, and ends with OK.",
     &complete},
    {"resolver-recipients",
     "A recipient who can be texted has a number in E.164, and one who cannot has a reason; listeners are "
     "called on a worker, and not after complete.",
     &recipients},
    {"resolver-empty-request", "A request of no records completes with OK.", &empty_request},
    {"resolver-completes-once", "complete is called exactly once for each start.", &completes_once},
    {"resolver-cancel-unknown", "cancel answers NOT_FOUND for a job that does not exist or has ended.",
     &cancel_unknown},
    {"resolver-cancel", "A cancelled resolution still completes, with CANCELLED unless it had already ended.",
     &cancel},
    {"resolver-deactivated",
     "Resolutions that are under way at deactivate complete before deactivate returns.", &deactivated},
    {"resolver-copies-request", "start copies the records before it returns.", &copies_request},
};

}  // namespace

std::span<const Check> resolver_checks() {
    return checks;
}

}  // namespace validator
