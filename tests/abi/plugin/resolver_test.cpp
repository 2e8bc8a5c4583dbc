#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "abi/plugin/send_text.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/recipient_resolver.h"

using namespace abi;

namespace {

/// Hears of a resolution; the first partial waits until the gate is opened.
class Listener {
  public:
    explicit Listener(bool is_gate_open = true) : is_gate_open_(is_gate_open) {}

    const staffing_resolution_listener* c() const { return &c_; }

    void open_gate() {
        const std::lock_guard lock(mutex_);
        is_gate_open_ = true;
        changed_.notify_all();
    }
    void wait_for_partial() {
        wait([&] { return recipients_ > 0; });
    }
    void wait_for_end() {
        wait([&] { return completions_ > 0; });
    }

    std::uint64_t recipients() const { return locked(recipients_); }
    int completions() const { return locked(completions_); }
    staffing_status status() const { return locked(status_); }

    std::function<void()> in_partial = [] {};

  private:
    template <class Until>
    void wait(Until until) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, until);
    }
    template <class T>
    T locked(const T& value) const {
        const std::lock_guard lock(mutex_);
        return value;
    }

    static void STAFFING_CALL partial(void* context, const staffing_recipient* const*,
                                      std::uint64_t count) noexcept {
        auto& self = *static_cast<Listener*>(context);
        self.in_partial();
        std::unique_lock lock(self.mutex_);
        self.recipients_ += count;
        self.changed_.notify_all();
        self.changed_.wait(lock, [&] { return self.is_gate_open_; });
    }
    static void STAFFING_CALL complete(void* context, staffing_status status,
                                       const staffing_string*) noexcept {
        auto& self = *static_cast<Listener*>(context);
        const std::lock_guard lock(self.mutex_);
        ++self.completions_;
        self.status_ = status;
        self.changed_.notify_all();
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool is_gate_open_;
    std::uint64_t recipients_ = 0;
    int completions_ = 0;
    staffing_status status_ = STAFFING_STATUS_UNSPECIFIED;
    staffing_resolution_listener c_{sizeof(staffing_resolution_listener), 0, this, &partial, &complete};
};

struct ResolverUnderTest {
    explicit ResolverUnderTest(SendText& under_test) : send_text(under_test) {
        for (std::int64_t id = 1; id <= 10'000; ++id)
            records.push_back({STAFFING_RECORD_KIND_EMPLOYEE, 0, id});
    }

    Answer start(const Listener& listener, std::uint64_t& job_id) const {
        return send_text.on_main(resolver.start, &request, listener.c(), &job_id);
    }
    staffing_status cancel(std::uint64_t job_id) const { return resolver.cancel(send_text.c(), job_id); }

    SendText& send_text;
    const staffing_recipient_resolver& resolver =
        send_text.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    std::vector<staffing_record_ref> records = [] {
        std::vector<staffing_record_ref> reserved;
        reserved.reserve(10'000);
        return reserved;
    }();
    staffing_resolution_request request{sizeof(staffing_resolution_request), 0, records.data(), 10'000};
};

struct ActiveResolver : ActiveSendText, ResolverUnderTest {
    ActiveResolver() : ResolverUnderTest(ActiveSendText::text) {}
};

/// What the host does when the plug-in wakes one of its threads.
std::function<void()> on_wake;

staffing_status STAFFING_CALL wake(const staffing_host* host, std::uint64_t waiter_id) noexcept {
    if (on_wake) on_wake();
    return mock_host::clock_table().wake(host, waiter_id);
}

}  // namespace

TEST_CASE_METHOD(ActiveResolver, "a resolution answers for every record and completes once") {
    Listener listener;
    std::uint64_t job_id = 0;
    REQUIRE(start(listener, job_id).status == STAFFING_STATUS_OK);
    CHECK(job_id != 0);
    listener.wait_for_end();
    CHECK(listener.recipients() == 10'000);
    CHECK(listener.status() == STAFFING_STATUS_OK);
    CHECK(cancel(job_id) == STAFFING_STATUS_NOT_FOUND);
    CHECK(cancel(0) == STAFFING_STATUS_NOT_FOUND);
    CHECK(cancel(~std::uint64_t{0}) == STAFFING_STATUS_NOT_FOUND);

    request.records = nullptr;
    request.record_count = 0;
    Listener of_nobody;
    REQUIRE(start(of_nobody, job_id).status == STAFFING_STATUS_OK);
    of_nobody.wait_for_end();
    CHECK(of_nobody.status() == STAFFING_STATUS_OK);
    CHECK(of_nobody.recipients() == 0);
    CHECK(listener.completions() == 1);
}

TEST_CASE_METHOD(ActiveResolver,
                 "cancelled before it began, in the middle and from inside, it completes once") {
    Listener running(false);
    Listener waiting;
    std::uint64_t running_id = 0;
    std::uint64_t waiting_id = 0;
    std::atomic<staffing_status> asked_inside{STAFFING_STATUS_UNSPECIFIED};
    running.in_partial = [&] { asked_inside = cancel(running_id); };
    REQUIRE(start(running, running_id).status == STAFFING_STATUS_OK);
    running.wait_for_partial();
    REQUIRE(start(waiting, waiting_id).status == STAFFING_STATUS_OK);
    CHECK(cancel(waiting_id) == STAFFING_STATUS_OK);
    CHECK(asked_inside == STAFFING_STATUS_OK);
    CHECK(cancel(running_id) == STAFFING_STATUS_OK);  // asked again
    CHECK(running.completions() == 0);
    running.open_gate();
    running.wait_for_end();
    waiting.wait_for_end();
    CHECK(running.status() == STAFFING_STATUS_CANCELLED);
    CHECK(waiting.status() == STAFFING_STATUS_CANCELLED);
    CHECK(running.recipients() < 10'000);
    CHECK(waiting.recipients() == 0);
    CHECK(running.completions() + waiting.completions() == 2);
}

TEST_CASE("deactivate cancels what runs and what waits, and no call comes after it") {
    HostForTests test;
    staffing_clock clock = mock_host::clock_table();
    clock.wake = &wake;
    SendText text(test, {{STAFFING_EXT_CLOCK, &clock}});
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));  // nothing else wakes from now on
    const ResolverUnderTest resolver(text);
    Listener running(false);
    Listener waiting;
    std::uint64_t job_id = 0;
    REQUIRE(resolver.start(running, job_id).status == STAFFING_STATUS_OK);
    running.wait_for_partial();
    REQUIRE(resolver.start(waiting, job_id).status == STAFFING_STATUS_OK);
    on_wake = [&] { running.open_gate(); };  // deactivate wakes its threads to end them
    text.deactivate();
    on_wake = {};
    CHECK(running.completions() == 1);
    CHECK(waiting.completions() == 1);
    CHECK(running.status() == STAFFING_STATUS_CANCELLED);
    CHECK(waiting.status() == STAFFING_STATUS_CANCELLED);
    CHECK(waiting.recipients() == 0);

    Listener late;
    CHECK(resolver.start(late, job_id).status == STAFFING_STATUS_WRONG_STATE);
    CHECK(late.completions() == 0);
}

TEST_CASE_METHOD(ActiveResolver, "a request that is not in order is refused, and its listener never called") {
    Listener listener;
    std::uint64_t job_id = 0;
    const auto refused = [&](staffing_status status, const staffing_resolution_request* asked,
                             const staffing_resolution_listener* given, std::uint64_t* id) {
        const Answer answer = text.on_main(resolver.start, asked, given, id);
        CHECK(answer.status == status);
        CHECK_FALSE(answer.words.empty());
    };
    refused(STAFFING_STATUS_INVALID_ARGUMENT, nullptr, listener.c(), &job_id);
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &request, nullptr, &job_id);
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &request, listener.c(), nullptr);
    for (const std::uint32_t size : {0U, 4U, static_cast<std::uint32_t>(sizeof request) - 1}) {
        staffing_resolution_request small = request;
        small.struct_size = size;
        refused(STAFFING_STATUS_STRUCT_TOO_SMALL, &small, listener.c(), &job_id);
        staffing_resolution_listener small_listener = *listener.c();
        small_listener.struct_size = size;
        refused(STAFFING_STATUS_STRUCT_TOO_SMALL, &request, &small_listener, &job_id);
    }
    staffing_resolution_listener deaf = *listener.c();
    deaf.partial = nullptr;
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &request, &deaf, &job_id);
    deaf = *listener.c();
    deaf.complete = nullptr;
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &request, &deaf, &job_id);

    staffing_resolution_request wrong = request;
    wrong.records = nullptr;
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &wrong, listener.c(), &job_id);
    wrong = request;
    wrong.record_count = ~std::uint64_t{0};
    refused(STAFFING_STATUS_TOO_LARGE, &wrong, listener.c(), &job_id);
    records[9'999].kind = 3;
    refused(STAFFING_STATUS_INVALID_ARGUMENT, &request, listener.c(), &job_id);

    text.deactivate();
    CHECK(listener.completions() == 0);
    CHECK(listener.recipients() == 0);
}

TEST_CASE_METHOD(ActiveResolver, "structs of a newer host are taken") {
    Listener listener;
    struct {
        staffing_resolution_request known;
        std::uint64_t added_later = ~std::uint64_t{0};
    } newer{request};
    newer.known.struct_size = sizeof newer;
    struct {
        staffing_resolution_listener known;
        std::uint64_t added_later = ~std::uint64_t{0};
    } newer_listener{*listener.c()};
    newer_listener.known.struct_size = sizeof newer_listener;
    std::uint64_t job_id = 0;
    CHECK(text.on_main(resolver.start, &newer.known, &newer_listener.known, &job_id).status ==
          STAFFING_STATUS_OK);
    listener.wait_for_end();
    CHECK(listener.recipients() == 10'000);
}
