#pragma once

#include <atomic>
#include <memory>

#include "accounts.hpp"
#include "audit_trail.hpp"
#include "backups.hpp"
#include "greetings.hpp"
#include "host_services.hpp"
#include "main_tasks.hpp"
#include "messages.hpp"
#include "own_work.hpp"
#include "resolutions.hpp"
#include "settings_store.hpp"
#include "staffing/plugin.h"
#include "worker.hpp"

namespace sound {

enum class State { created, ready, active };

/// The threads that a function of the plug-in is for.
enum class OnThread { any, main, worker };

/// One plug-in in its host. Its parts are open to the broken ones.
struct Plugin {
    explicit Plugin(const staffing_host& given) : host(given) {}

    /// The plug-in behind the contract's pointer. Throws StatusError for NULL.
    static Plugin& of(const staffing_plugin* plugin);
    /// The same for a function of an extension: looks at the point of the life and at the thread.
    static Plugin& active(const staffing_plugin* plugin, OnThread wanted);

    void activate();
    void deactivate();

    staffing_plugin c{};
    std::atomic<State> state{State::created};
    OwnWork own_work;
    HostServices host;
    MainTasks main_tasks{host, own_work};
    Worker worker{host, own_work};
    SettingsStore settings;
    Accounts accounts{host};
    AuditTrail audit{host};
    Backups backups{settings};
    Messages messages{host};
    Resolutions resolutions{host, worker};
    Greetings greetings{host, worker, main_tasks, messages, audit};
};

}  // namespace sound
