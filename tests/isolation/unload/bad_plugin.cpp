#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "staffing_cpp/plugin_export.hpp"
#include "staffing_cpp/text.hpp"

// A plug-in that leaves something behind; what, is compiled in as FAULT.
namespace {

using staffing::abi;

constexpr std::string_view fault = FAULT;

[[maybe_unused]] void crash_in_the_library(void*) {
    std::abort();  // not reached: the code is gone
}

struct AbortsAtTheEnd {
    ~AbortsAtTheEnd() {
        if (fault == "static") std::abort();
    }
} aborts_at_the_end;

pthread_key_t key{};
[[maybe_unused]] char* volatile lost_bytes = nullptr;

class BadPlugin {
  public:
    explicit BadPlugin(const staffing_host&) {}

    void init() {
        if constexpr (fault == "key") pthread_key_create(&key, &crash_in_the_library);
    }
    void activate() {
        if constexpr (fault == "pinned") {
            static thread_local std::string words;
            words = "a thread_local with a destructor";
        } else if constexpr (fault == "thread") {
            // One of glibc's own: the code of a thread of ours would be gone, and crash before it was
            // counted.
            sigevent event{};
            event.sigev_notify = SIGEV_THREAD;
            event.sigev_notify_function = [](sigval) {};
            timer_t timer{};
            timer_create(CLOCK_MONOTONIC, &event, &timer);
        } else if constexpr (fault == "file") {
            (void)open("/dev/null", O_RDONLY | O_CLOEXEC);
        } else if constexpr (fault == "memory") {
            lost_bytes = new char[4096];
        }
    }
    void deactivate() {}
    const void* extension(std::string_view) {
        if constexpr (fault == "key") pthread_setspecific(key, this);
        return nullptr;
    }
};

constexpr staffing_string text(std::string_view words) {
    return {words.data(), words.size()};
}

constexpr staffing_plugin_descriptor descriptor{sizeof(staffing_plugin_descriptor),
                                                0,
                                                text("com.example.bad"),
                                                text("Bad"),
                                                text("Example"),
                                                text("1.0"),
                                                text("Leaves something behind."),
                                                text("")};

}  // namespace

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1() {
    return staffing::PluginExport<BadPlugin, descriptor>::entry();
}
