#include "mock_host/app/end_signals.hpp"

#include <unistd.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <csignal>

using namespace mock_host;

TEST_CASE("a signal ends what is to be ended, and without one nothing waits") {
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, nullptr, &before);
    hold_end_signals_back();
    std::atomic<int> ended{0};
    const auto end = [&] {
        ++ended;
        ended.notify_all();
    };
    { const EndSignals signals(end); }
    REQUIRE(ended == 0);
    {
        const EndSignals signals(end);
        kill(getpid(), SIGTERM);
        ended.wait(0);
    }
    REQUIRE(ended == 1);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}
