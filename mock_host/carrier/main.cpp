#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "carrier/carrier_server.hpp"
#include "carrier/command_line.hpp"

namespace {

/// SIGINT and SIGTERM as something to poll. To be made before the first thread, so that none takes them.
int open_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const int descriptor = signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor < 0) throw std::runtime_error("signals cannot be waited for");
    return descriptor;
}

bool stdin_has_ended() {
    char ignored[4096];
    return read(STDIN_FILENO, ignored, sizeof ignored) <= 0;
}

void wait_for_the_end(int signals, bool until_stdin_closes) {
    pollfd sources[] = {{signals, POLLIN, 0}, {until_stdin_closes ? STDIN_FILENO : -1, POLLIN, 0}};
    while (true) {
        if (poll(sources, 2, -1) < 0) continue;
        if (sources[0].revents != 0) return;
        if (sources[1].revents != 0 && stdin_has_ended()) return;
    }
}

void run(const mock_host::CommandLine& command_line) {
    const int signals = open_signals();
    mock_host::CarrierServer server(command_line.server);
    server.start();
    std::cout << "carrier_simulator: " << server.base_url() << std::endl;
    if (command_line.server.https_port)
        std::cout << "carrier_simulator: " << server.https_base_url() << std::endl;
    wait_for_the_end(signals, command_line.until_stdin_closes);
    server.stop();
    close(signals);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto command_line = mock_host::parse_command_line({argv + 1, argv + argc});
        if (command_line.help) {
            std::cout << mock_host::simulator_usage();
            return 0;
        }
        run(command_line);
        return 0;
    } catch (const mock_host::UsageError& e) {
        std::cerr << "carrier_simulator: " << e.what() << ". See --help.\n";
        return 2;
    } catch (const std::exception& e) {
        std::cerr << "carrier_simulator: " << e.what() << ".\n";
        return 1;
    }
}
