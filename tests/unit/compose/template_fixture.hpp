#pragma once

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "compose/templates/template_services.hpp"
#include "unit/compose/compose_fixture.hpp"

namespace send_text::testing {

/// What the dialogs about templates and previews work with, and a person at them.
struct TemplateFixture {
    TemplateFixture() { desk.start(); }

    /// Until desk and main thread have nothing left to do.
    void settle() {
        do {
            std::promise<void> reached;
            desk.post([&] { reached.set_value(); });
            reached.get_future().wait();
        } while (main_thread.run_all());
    }

    bool is_open(const std::string& name) const { return find(name) != 0; }

    const nlohmann::json& view(const std::string& name) const { return windows.views.at(find(name)); }

    const nlohmann::json& element(const std::string& name, const std::string& id) const {
        for (const nlohmann::json& element : view(name).at("elements")) {
            if (element.at("id") == id) return element;
        }
        throw std::logic_error("no element " + id);
    }
    std::string text(const std::string& name, const std::string& id) const {
        return element(name, id).at("text").get<std::string>();
    }
    const nlohmann::json& button(const std::string& name, const std::string& id) const {
        for (const nlohmann::json& button : view(name).at("buttons")) {
            if (button.at("id") == id) return button;
        }
        throw std::logic_error("no button " + id);
    }

    void change(const std::string& name, const std::string& id, const std::string& value) {
        dialogs.on_event(find(name), {{"event", "changed"}, {"element", id}, {"value", value}});
    }
    void press(const std::string& name, const std::string& button,
               const nlohmann::json& values = nlohmann::json::object()) {
        dialogs.on_event(find(name), {{"event", "pressed"}, {"button", button}, {"values", values}});
        settle();
    }
    void act(const std::string& name, const std::string& element, std::int64_t row,
             const std::string& action) {
        dialogs.on_event(find(name), {{"event", "row_action"},
                                      {"element", element},
                                      {"row", std::to_string(row)},
                                      {"action", action}});
        settle();
    }

    std::int64_t keep(TemplateOwner owner, const std::string& name, const std::string& body = "Hi") {
        const std::int64_t owner_id = owner == TemplateOwner::user ? 1 : 3;
        return templates.save({0, owner, owner_id, name, body}, false, {1, "Alexander Swanson"}, at(1ms));
    }
    std::vector<MessageTemplate> kept() const { return templates.templates_for(1, 3); }

    TempFolder folder;
    SeededRandom random{1};
    ManualClock clock;
    Database database{folder.file("store.sqlite"), random};
    TemplateStore templates{database};
    FakeWindows windows;
    FakeSession session;
    FakeMainThread main_thread;
    SystemClock system_clock;
    RecordingLog log;
    DialogSet dialogs{windows};
    TaskQueue desk{system_clock, log};
    TemplateServices services{dialogs, session, templates, desk, main_thread, clock};

  private:
    /// The window's id; 0 when none of that name is open.
    std::uint64_t find(const std::string& name) const {
        for (const auto& [id, view] : windows.views) {
            if (view.at("name") == name) return id;
        }
        return 0;
    }
};

}  // namespace send_text::testing
