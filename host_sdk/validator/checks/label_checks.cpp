#include <algorithm>
#include <iterator>

#include "host/menu_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {
namespace {

using Json = nlohmann::json;

/// The plug-in's own texts that people read. Strings have a size and so could contain a NUL, but it cannot be
/// shown, and many hosts would end the text there.
class Labels {
  public:
    void look(const std::string& where, std::string_view text) {
        ++count_;
        const std::size_t at = text.find('\0');
        expect(at == std::string_view::npos,
               where + " with a NUL after \"" + std::string(text.substr(0, at)) + "\".");
    }

    /// The texts for people in JSON that the plug-in made, but not what somebody typed.
    void look_at_json(const std::string& where, const Json& json) {
        static constexpr std::string_view shown[] = {"label",  "title",      "text",    "help", "unit",
                                                     "detail", "empty_text", "service", "note", "reason"};
        for (const auto& [key, value] : json.items()) {
            if (value.is_string() && json.is_object() &&
                std::find(std::begin(shown), std::end(shown), key) != std::end(shown))
                look(where + " " + key, value.get_ref<const std::string&>());
            if (value.is_structured()) look_at_json(where, value);
        }
    }

    int count() const { return count_; }

  private:
    int count_ = 0;
};

void look_at_descriptor(Labels& labels, const LivePlugin& plugin) {
    const staffing_plugin_descriptor* const descriptor = plugin.c()->descriptor;
    if (descriptor == nullptr) return;
    const auto look = [&](const char* what, const staffing_string& text) {
        if (text.data != nullptr)
            labels.look(std::string("There is a descriptor's ") + what, {text.data, text.size});
    };
    look("id", descriptor->id);
    look("name", descriptor->name);
    look("vendor", descriptor->vendor);
    look("version", descriptor->version);
    look("description", descriptor->description);
    look("url", descriptor->url);
}

void look_at_menus(Labels& labels, const LivePlugin& plugin) {
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return;
    for (const staffing_menu_place place : menu_places()) {
        for (const std::int64_t count : {0, 1, 2, 40}) {
            const Target target(place, count);
            Answer answer;
            for (const Item& item : populate(plugin, target.c, answer)) {
                const std::string which = "At place " + std::to_string(place) + " there is an item's ";
                labels.look(which + "action id", item.action_id);
                labels.look(which + "label", item.label);
                labels.look(which + "reason", item.disabled_reason);
                labels.look(which + "tooltip", item.tooltip);
            }
        }
    }
}

template <class Function>
void look_at_written(Labels& labels, const LivePlugin& plugin, const char* name, Function function) {
    const staffing::StringCollector text;
    plugin.call_on_worker(function, text.sink());
    const Json written = staffing::json_or_discarded<Json>(text.text());
    if (written.is_structured())
        labels.look_at_json(std::string("In what ") + name + " wrote there is a", written);
}

std::string label_without_nul(const CheckRun& run) {
    const Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    set_up(plugin, run);
    Labels labels;
    look_at_descriptor(labels, plugin);
    look_at_menus(labels, plugin);
    if (const auto* settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS))
        look_at_written(labels, plugin, "settings.describe", settings->describe);
    if (const auto* service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE)) {
        look_at_written(labels, plugin, "external_service.describe", service->describe);
        look_at_written(labels, plugin, "external_service.list", service->list);
    }
    run.step("performing the items of the menus");
    start_work(plugin);
    for (const std::uint64_t id : plugin.host().dialogs.ids())
        labels.look_at_json("In a dialog there is a", plugin.host().dialogs.view(id));
    return std::to_string(labels.count()) + " texts that people read have no NUL.";
}

constexpr Check checks[] = {
    {"label-without-nul", "Texts that the plug-in shows to people have no NUL in them.", &label_without_nul},
};

}  // namespace

std::span<const Check> label_checks() {
    return checks;
}

}  // namespace validator
