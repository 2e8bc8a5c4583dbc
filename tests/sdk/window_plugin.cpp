// A plug-in that opens a window, changes it, in ways that fit and that do not, and closes it.

#include <string>
#include <string_view>

#include "staffing/ext/dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"
#include "staffing_cpp/plugin_export.hpp"

namespace {

using staffing::abi;

constexpr staffing_plugin_descriptor descriptor{sizeof(staffing_plugin_descriptor),
                                                0,
                                                {"com.example.window", 18},
                                                {"Window", 6},
                                                {nullptr, 0},
                                                {nullptr, 0},
                                                {nullptr, 0},
                                                {nullptr, 0}};

class Window {
  public:
    explicit Window(const staffing_host& host) : host_(host) {}

    void init() {
        log_ = table<staffing_log>(STAFFING_EXT_LOG);
        dialogs_ = table<staffing_dialogs>(STAFFING_EXT_DIALOGS);
        main_thread_ = table<staffing_main_thread>(STAFFING_EXT_MAIN_THREAD);
    }
    void activate() {
        const staffing_task task{
            this, [](void* self) { staffing::guard(nullptr, [&] { static_cast<Window*>(self)->show(); }); }};
        staffing::call("Posting", main_thread_->post, &host_, &task);
    }
    void deactivate() {}
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

    void update(std::string_view patch) {
        const staffing_string given = abi(patch);
        const staffing::StringCollector words;
        const staffing_status status = dialogs_->update(&host_, id_, &given, words.sink());
        if (status != STAFFING_STATUS_OK) say("status " + std::to_string(status) + ": " + words.text());
    }

    void show() {
        const staffing_string view = abi(R"({"name": "window", "title": "Greeting",
            "elements": [{"kind": "text", "id": "note", "text": "Nobody yet."},
                         {"kind": "rows", "id": "to", "label": "To", "rows": []},
                         {"kind": "later", "id": "later"},
                         {"kind": "progress", "id": "sent", "label": "Sent", "done": 0, "total": 2}],
            "buttons": [{"id": "ok", "label": "OK"}]})");
        staffing::call("Opening the window", dialogs_->open, &host_, &view, &id_);
        update(R"([{"op": "add", "path": "/elements/1/rows/-", "value": {"id": "1", "title": "Ana"}},
                   {"op": "replace", "path": "/elements/0/text", "value": "One."},
                   {"op": "replace", "path": "/elements/3/done", "value": 1}])");
        update(R"([{"op": "replace", "path": "/elements/0/text", "value": "Never shown."},
                   {"op": "remove", "path": "/elements/9"}])");
        update(R"([{"op": "replace", "path": "", "value": 1}])");
        update("no JSON");
        staffing::call("Closing the window", dialogs_->close, &host_, id_);
        update("[]");
    }

    const staffing_host& host_;
    const staffing_log* log_ = nullptr;
    const staffing_dialogs* dialogs_ = nullptr;
    const staffing_main_thread* main_thread_ = nullptr;
    uint64_t id_ = 0;
};

using Export = staffing::PluginExport<Window, descriptor>;

}  // namespace

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1() {
    return Export::entry();
}
