#include "mock_host/app/end_signals.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace mock_host {

namespace {

sigset_t end_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    return signals;
}

}  // namespace

void hold_end_signals_back() {
    const sigset_t signals = end_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

EndSignals::EndSignals(std::function<void()> end) : end_(std::move(end)) {
    const sigset_t signals = end_signals();
    signals_ = signalfd(-1, &signals, SFD_CLOEXEC);
    done_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || done_ < 0) throw std::runtime_error("Signals cannot be waited for.");
    thread_ = std::thread([this] { wait(); });
}

EndSignals::~EndSignals() {
    eventfd_write(done_, 1);
    thread_.join();
    close(signals_);
    close(done_);
}

void EndSignals::wait() {
    pollfd sources[] = {{signals_, POLLIN, 0}, {done_, POLLIN, 0}};
    while (sources[1].revents == 0) {
        if (poll(sources, 2, -1) < 0) continue;
        if (sources[0].revents == 0) continue;
        signalfd_siginfo taken{};
        if (read(signals_, &taken, sizeof taken) != static_cast<ssize_t>(sizeof taken)) continue;
        sources[0] = {-1, 0, 0};
        end_();
        const sigset_t signals = end_signals();
        pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    }
}

}  // namespace mock_host
