#include <algorithm>
#include <cstring>
#include <optional>

#include "host/every_call.hpp"
#include "host/freed_memory.hpp"
#include "host/menu_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/backup.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/first_version.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {
namespace {

using Json = nlohmann::json;
using staffing::abi;

/// A copy of a descriptor as it was at first.
class DescriptorAtFirst {
  public:
    /// `whose`: "The entry's descriptor".
    DescriptorAtFirst(const char* whose, const staffing_plugin_descriptor* descriptor)
        : whose_(whose), descriptor_(descriptor) {
        if (descriptor == nullptr) throw Skipped(whose_ + " is missing.");
        if (descriptor->struct_size < staffing::first_version_size<staffing_plugin_descriptor>)
            throw Skipped(whose_ + " is too small.");
        std::memcpy(&copy_, descriptor, sizeof copy_);
        words_ = words();
    }

    void expect_same(const staffing_plugin_descriptor* now, const std::string& when) const {
        expect(now == descriptor_, whose_ + " had another address " + when + ".");
        // The struct first: if it was freed, its texts may point anywhere.
        expect(std::memcmp(&copy_, descriptor_, sizeof copy_) == 0 && words() == words_,
               whose_ + " had other contents " + when + ".");
    }

    std::vector<std::string> words() const {
        std::vector<std::string> found;
        for (const staffing_string* text :
             {&copy_.id, &copy_.name, &copy_.vendor, &copy_.version, &copy_.description, &copy_.url})
            found.emplace_back(text->data == nullptr ? "" : text->data,
                               text->data == nullptr ? 0 : text->size);
        return found;
    }

  private:
    std::string whose_;
    const staffing_plugin_descriptor* descriptor_;
    staffing_plugin_descriptor copy_{};
    std::vector<std::string> words_;
};

/// The entry and its descriptor, as they were at first.
class EntryAtFirst {
  public:
    EntryAtFirst(const Library& library, const CheckRun& run)
        : library_(library),
          run_(run),
          entry_(&library.entry()),
          descriptor_("The entry's descriptor", entry_->descriptor) {}

    void expect_same(const std::string& when) const {
        run_.step("reading the entry and its descriptor " + when);
        expect(library_.ask_for_entry() == entry_, "The entry had another address " + when + ".");
        descriptor_.expect_same(entry_->descriptor, when);
    }

  private:
    const Library& library_;
    const CheckRun& run_;
    const staffing_plugin_entry* entry_;
    DescriptorAtFirst descriptor_;
};

/// The descriptor of a plug-in, through its life; what it said.
std::vector<std::string> of_one_life(const Library& library, const CheckRun& run, const EntryAtFirst& entry) {
    LivePlugin plugin(library, HostOptions{.folder = run.scratch});
    const DescriptorAtFirst descriptor("The plug-in's descriptor", plugin.c()->descriptor);
    const auto expect_same = [&](const std::string& when) {
        overwrite_freed_memory();
        run.step("reading the plug-in's descriptor " + when);
        descriptor.expect_same(plugin.c()->descriptor, when);
        entry.expect_same(when);
    };
    plugin.init();
    expect_same("after init");
    plugin.activate();
    expect_same("after activate");
    for (const Call& call : every_call(plugin))
        make(plugin, call);
    expect_same("after a call of every function");
    plugin.deactivate();
    expect_same("after deactivate");
    plugin.activate();
    expect_same("after it was activated again");
    plugin.deactivate();
    return descriptor.words();
}

std::string descriptor_stays(const CheckRun& run) {
    constexpr int times = 10;
    const Library library(run.plugin_path);
    const EntryAtFirst entry(library, run);
    for (int time = 2; time <= times; ++time)
        entry.expect_same("when it was asked for again");
    if (!is_usable(library.entry())) throw Skipped("The entry is not complete, or of another version.");
    const staffing_string path = abi(library.path());
    std::optional<std::vector<std::string>> first;
    for (int round = 1; round <= 2; ++round) {
        if (entry_init(library, &path).status != STAFFING_STATUS_OK) throw Skipped("entry.init fails.");
        entry.expect_same("after entry.init");
        for (int life = 1; life <= 3; ++life) {
            const std::vector<std::string> words = of_one_life(library, run, entry);
            expect(!first || words == *first,
                   "The descriptor of another plug-in of the library had other contents.");
            first = words;
            overwrite_freed_memory();
            entry.expect_same("after destroy");
        }
        entry_deinit(library);
        overwrite_freed_memory();
        entry.expect_same("after the last deinit");
    }
    return "It stayed the same before init, through six plug-ins, and after the last deinit.";
}

/// A call of the plug-in that gives the same answer as long as nothing happens.
struct Question {
    std::string name;
    std::function<std::string()> ask;
};

std::string in_words(const Answer& answer, const std::string& text) {
    return name_of(answer.status) + " " + text;
}

std::string in_words(const Item& item) {
    return item.action_id + " \"" + item.label + "\"" +
           (item.is_enabled ? "" : " (disabled: " + item.disabled_reason + ")");
}

std::vector<Question> questions_of(const LivePlugin& plugin) {
    std::vector<Question> questions;
    const auto add = [&](const char* name, auto function, auto... arguments) {
        questions.push_back({name, [=, &plugin] {
                                 const staffing::StringCollector text;
                                 const Answer answer =
                                     plugin.call_on_worker(function, arguments..., text.sink());
                                 return in_words(answer, text.text());
                             }});
    };
    static const staffing_string empty_object = abi("{}");
    if (const auto* settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS)) {
        add("settings.describe", settings->describe);
        add("settings.values", settings->values);
    }
    if (const auto* service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE)) {
        add("external_service.describe", service->describe);
        add("external_service.validate", service->validate, &empty_object);
        add("external_service.list", service->list);
    }
    if (const auto* backup = plugin.table<staffing_backup>(STAFFING_EXT_BACKUP))
        add("backup.list", backup->list);
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
        for (const staffing_menu_place place : menu_places()) {
            questions.push_back({"menu.populate at place " + std::to_string(place), [=, &plugin] {
                                     const Target target(place, 2);
                                     Answer answer;
                                     std::string items;
                                     for (const Item& item : populate(plugin, target.c, answer))
                                         items += (items.empty() ? "" : ", ") + in_words(item);
                                     return in_words(answer, items);
                                 }});
        }
    }
    for (const Call& call : every_call(plugin))
        questions.push_back({call.name, [=, &plugin] { return name_of(make(plugin, call).status); }});
    return questions;
}

/// Two answers to the same question that contradict each other; empty when there were none.
std::string contradiction(const Question& question) {
    constexpr int times = 12;
    constexpr std::size_t max_shown = 300;
    const std::string first = question.ask();
    for (int time = 2; time <= times; ++time) {
        const std::string now = question.ask();
        if (now == first) continue;
        const auto differs = std::mismatch(first.begin(), first.end(), now.begin(), now.end()).first;
        const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(differs - first.begin() - 60, 0));
        return question.name + " answered " + first.substr(from, max_shown) + " the first time and " +
               now.substr(from, max_shown) + " at call " + std::to_string(time) + ".";
    }
    return {};
}

std::string same_answers(const CheckRun& run) {
    constexpr int tries = 3;
    const Loaded loaded(run);
    set_up(loaded.plugin, run);
    const std::vector<Question> questions = questions_of(loaded.plugin);
    if (questions.empty()) throw Skipped("The plug-in has no extensions.");
    for (const Question& question : questions) {
        run.step("asking again and again: " + question.name);
        std::string found;
        // Work of the plug-in that ends meanwhile may change an answer, but not at each try.
        for (int tried = 0; tried == 0 || (tried < tries && !found.empty()); ++tried) {
            loaded.plugin.host().tasks.run_until_quiet(std::chrono::milliseconds(20),
                                                       std::chrono::seconds(2));
            found = contradiction(question);
        }
        expect(found.empty(), found);
    }
    return std::to_string(questions.size()) + " calls gave the same answer twelve times.";
}

Json parsed(const std::string& text) {
    return staffing::json_or_discarded<Json>(text);
}

/// The settings as describe has them, by their key; empty when it writes something else.
std::map<std::string, Json> described(const LivePlugin& plugin, const staffing_settings& settings) {
    const staffing::StringCollector text;
    plugin.call(settings.describe, text.sink());
    const Json description = parsed(text.text());
    std::map<std::string, Json> found;
    if (!description.is_object() || !description.contains("settings")) return found;
    for (const Json& setting : description["settings"])
        if (setting.is_object() && setting.contains("key") && setting["key"].is_string())
            found[setting["key"].get<std::string>()] = setting;
    return found;
}

Json values_of(const LivePlugin& plugin, const staffing_settings& settings) {
    const staffing::StringCollector text;
    const Answer answer = plugin.call(settings.values, text.sink());
    return answer.status == STAFFING_STATUS_OK ? parsed(text.text()) : Json();
}

std::string settings_agree(const CheckRun& run) {
    const Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    const auto* const settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    if (settings == nullptr) throw Skipped("The plug-in has no settings.");
    const std::map<std::string, Json> all = described(plugin, *settings);
    const Json values = values_of(plugin, *settings);
    if (!values.is_object()) throw Skipped("settings.values writes no values in this host.");
    int changed = 0;
    for (const auto& [key, setting] : all) {
        if (!setting.contains("default") || setting["default"].is_null()) continue;
        run.step("settings.change of " + key + " to its default");
        const std::string change = Json{{key, setting["default"]}}.dump();
        const staffing_string given = abi(change);
        const staffing::StringCollector problems;
        const Answer answer = plugin.call_on_worker(settings->change, &given, problems.sink());
        if (answer.status != STAFFING_STATUS_OK) continue;
        const Json now = values_of(plugin, *settings);
        expect(now.is_object() && now.contains(key) && now[key] == setting["default"],
               "settings.change accepted " + change + ", and settings.values has " +
                   (now.is_object() && now.contains(key) ? now[key].dump() : "nothing") + " for it.");
        ++changed;
    }
    for (const auto& [key, value] : values.items())
        if (!all.contains(key))
            throw Warning("settings.values has " + key + ", which settings.describe does not have.");
    for (const auto& [key, setting] : all)
        if (!values.contains(key))
            throw Warning("settings.describe has " + key + ", which settings.values does not have.");
    return std::to_string(all.size()) + " settings have a value each, and " + std::to_string(changed) +
           " had the value they were changed to.";
}

constexpr Check checks[] = {
    {"descriptor-stays",
     "The entry and its descriptor stay the same while the library is loaded, and a plug-in's descriptor "
     "until destroy returns.",
     &descriptor_stays},
    {"same-answers", "The same call gives the same answer as long as nothing has happened.", &same_answers},
    {"settings-agree",
     "settings.describe and settings.values have the same settings, and a value that settings.change "
     "accepted is there afterwards.",
     &settings_agree},
};

}  // namespace

std::span<const Check> steady_checks() {
    return checks;
}

}  // namespace validator
