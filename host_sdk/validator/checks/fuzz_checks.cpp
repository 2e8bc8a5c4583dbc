#include <deque>
#include <random>

#include "host/account_use.hpp"
#include "host/audit_use.hpp"
#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/null_calls.hpp"
#include "host/resolution.hpp"
#include "host/tables.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/session_events.h"

namespace validator {
namespace {

constexpr int lives = 4;
constexpr int calls_each = 60;

/// A day in a host that does everything in a random order. The same seed gives the same order.
class RandomDay {
  public:
    RandomDay(const CheckRun& run, const InitialisedLibrary& library, std::mt19937_64& random)
        : run_(run), random_(random), plugin_(library, options()) {}

    void live() {
        step("init");
        plugin_.init();
        for (int activation = 0; activation < 2; ++activation) {
            step("activate");
            plugin_.activate();
            if (activation == 0 && one_of(2) == 0) {
                step("set-up");
                try {
                    set_up(plugin_, run_);
                } catch (const Failed&) {  // the host lacks an extension that it needs
                }
            }
            for (int call = 0; call < calls_each; ++call)
                something();
            step("deactivate");
            plugin_.deactivate();
        }
        step("destroy");
        plugin_.destroy();
    }

  private:
    std::size_t one_of(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    HostOptions options() {
        HostOptions made{.records_per_kind = 50, .folder = run_.scratch + "/" + std::to_string(random_())};
        for (const char* id : host_extension_ids())
            if (one_of(10) == 0) made.withheld.insert(id);
        return made;
    }

    void step(const std::string& what) {
        run_.step("seed " + std::to_string(run_.seed) + ", step " + std::to_string(++steps_) + ": " + what);
    }

    void look(const std::string& what, const Answer& answer) const {
        expect(answer.status >= STAFFING_STATUS_OK && answer.status < STAFFING_STATUS_INTERNAL_ERROR,
               "With seed " + std::to_string(run_.seed) + " step " + std::to_string(steps_) + ", " + what +
                   ", answered " + name_of(answer.status) + ": " + answer.words);
    }

    void something() {
        switch (one_of(9)) {
            case 0:
                return any_call(every_call(plugin_));
            case 1:
                return any_call(calls_with_null(plugin_));
            case 2:
                return use_menu();
            case 3:
                return use_dialog();
            case 4:
                return run_tasks();
            case 5:
                return resolve();
            case 6:
                return administer();
            case 7:
                return change_session();
            default:
                return cancel();
        }
    }

    void any_call(const std::vector<Call>& calls) {
        if (calls.empty()) return;
        const Call& call = calls[one_of(calls.size())];
        step(call.name);
        look(call.name, make(plugin_, call));
    }

    void use_menu() {
        if (plugin_.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return;
        const staffing_menu_place place = menu_places()[one_of(menu_places().size())];
        const Target target(place, static_cast<std::int64_t>(one_of(4)),
                            1 + static_cast<std::int64_t>(one_of(60)));
        step("menu.populate at place " + std::to_string(place));
        Answer answer;
        const std::vector<Item> items = populate(plugin_, target.c, answer);
        look("menu.populate", answer);
        if (items.empty() || one_of(2) == 0) return;
        step("menu.perform at place " + std::to_string(place));
        look("menu.perform", perform(plugin_, target.c, items[one_of(items.size())].action_id));
    }

    void use_dialog() {
        if (plugin_.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS) == nullptr) return;
        const std::vector<std::uint64_t> open = plugin_.host().dialogs.ids();
        if (open.empty()) return;
        const std::uint64_t id = open[one_of(open.size())];
        step("answering dialog " + std::to_string(id));
        look("dialog_events.on_event", answer_dialog(plugin_, id));
        if (one_of(2) == 0) plugin_.host().dialogs.close(id);
    }

    void run_tasks() {
        step("running the posted tasks");
        plugin_.host().tasks.run_until_quiet(std::chrono::milliseconds(2), std::chrono::milliseconds(200));
    }

    void resolve() {
        if (plugin_.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER) == nullptr) return;
        std::vector<staffing_record_ref> records;
        for (std::size_t count = one_of(100); count > 0; --count)
            records.push_back(
                {static_cast<staffing_record_kind>(1 + one_of(2)), 0, static_cast<std::int64_t>(one_of(60))});
        step("recipient_resolver.start of " + std::to_string(records.size()));
        look("recipient_resolver.start", resolutions_.emplace_back().start(plugin_, records));
    }

    void cancel() {
        if (resolutions_.empty()) return;
        step("recipient_resolver.cancel");
        validator::cancel(plugin_, resolutions_[one_of(resolutions_.size())].job_id());
    }

    void administer() {
        if (plugin_.table<staffing_audit>(STAFFING_EXT_AUDIT) != nullptr) {
            step("audit.read");
            look("audit.read",
                 read_audit(plugin_, 1 + static_cast<staffing_audit_format>(one_of(2)),
                            static_cast<std::int64_t>(one_of(20)), 1 + static_cast<std::int64_t>(one_of(10)))
                     .answer);
        }
        if (plugin_.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS) == nullptr) return;
        const std::vector<AccountAction> actions = listed_actions(plugin_);
        if (actions.empty()) return;
        step("account_actions.perform");
        look("account_actions.perform", perform(plugin_, actions[one_of(actions.size())]));
    }

    void change_session() {
        const auto* const session = plugin_.table<staffing_session_events>(STAFFING_EXT_SESSION_EVENTS);
        if (session == nullptr) return;
        plugin_.host().set_logged_in(one_of(3) != 0);
        step(plugin_.host().is_logged_in() ? "session_events.changed: somebody is logged in"
                                           : "session_events.changed: nobody is logged in");
        look("session_events.changed", plugin_.call(session->changed));
    }

    const CheckRun& run_;
    std::mt19937_64& random_;
    int steps_ = 0;
    std::deque<Resolution> resolutions_;  // outlive the plug-in's calls
    LivePlugin plugin_;
};

std::string fuzz(const CheckRun& run) {
    std::mt19937_64 random(run.seed);
    const InitialisedLibrary library(run.plugin_path);
    for (int life = 0; life < lives; ++life)
        RandomDay(run, library, random).live();
    return std::to_string(lives) + " plug-ins with " + std::to_string(2 * calls_each) +
           " random steps each. Replay them with --seed " + std::to_string(run.seed) + ".";
}

constexpr Check checks[] = {
    {"fuzz", "Calls in any order break nothing.", &fuzz},
};

}  // namespace

std::span<const Check> fuzz_checks() {
    return checks;
}

}  // namespace validator
