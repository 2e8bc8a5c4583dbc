// A plug-in whose thread posts tasks: one in its life, and one at the end of it, which must not run any more.

#include <string_view>
#include <thread>

#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/thread_check.h"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/plugin_export.hpp"

namespace {

using staffing::abi;

constexpr staffing_plugin_descriptor descriptor{sizeof(staffing_plugin_descriptor),
                                                0,
                                                {"com.example.posting", 19},
                                                {"Posting", 7},
                                                {nullptr, 0},
                                                {nullptr, 0},
                                                {nullptr, 0},
                                                {nullptr, 0}};

class Posting {
  public:
    explicit Posting(const staffing_host& host) : host_(host) {}

    void init() {
        log_ = table<staffing_log>(STAFFING_EXT_LOG);
        main_thread_ = table<staffing_main_thread>(STAFFING_EXT_MAIN_THREAD);
        thread_check_ = table<staffing_thread_check>(STAFFING_EXT_THREAD_CHECK);
    }
    void activate() {
        std::thread([this] {
            say("from a thread");
            post();
        }).join();
    }
    void deactivate() {
        std::thread([this] { post(); }).join();
    }
    const void* extension(std::string_view) { return nullptr; }

  private:
    template <class Table>
    const Table* table(std::string_view id) {
        const staffing_string name = abi(id);
        return &staffing::required(static_cast<const Table*>(host_.get_extension(&host_, &name)), "a table");
    }

    void say(std::string_view words) {
        const staffing_string line = abi(words);
        log_->write(&host_, STAFFING_LOG_INFO, &line);
    }

    void post() {
        const staffing_task task{this, [](void* self) { static_cast<Posting*>(self)->run(); }};
        staffing::call("Posting", main_thread_->post, &host_, &task);
    }

    void run() {
        ++runs_;
        say(runs_ > 1                                    ? "run too late"
            : thread_check_->is_main_thread(&host_) == 1 ? "run on the main thread"
                                                         : "run on a wrong thread");
    }

    const staffing_host& host_;
    const staffing_log* log_ = nullptr;
    const staffing_main_thread* main_thread_ = nullptr;
    const staffing_thread_check* thread_check_ = nullptr;
    int runs_ = 0;
};

}  // namespace

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1() {
    return staffing::PluginExport<Posting, descriptor>::entry();
}
