#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "staffing/entry.h"
#include "staffing_cpp/calls_in_flight.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"

namespace staffing {

/// The plug-in's side of the entry: makes the contract's entry out of a class
///
///     class Plugin {
///       public:
///         explicit Plugin(const staffing_host& host);
///         void init();        // asks for the host's extensions
///         void activate();    // starts
///         void deactivate();  // joins everything; does not throw
///         const void* extension(std::string_view id);  // a table, or nullptr
///     };
///
/// keeping the order of the life, the versions and all exceptions. A function of an extension
/// gets its plug-in back with PluginExport<Plugin, descriptor>::of(plugin).
template <class Plugin, const staffing_plugin_descriptor& descriptor>
class PluginExport {
  public:
    static const staffing_plugin_entry* entry() noexcept { return &entry_; }

    /// The plug-in behind the contract's pointer. Throws StatusError for NULL.
    static Plugin& of(const staffing_plugin* plugin) { return instance(plugin).plugin; }

    /// A call of a function that does its work between activate and deactivate only. While this exists,
    /// deactivate waits on other threads. Not to be kept past the call.
    class Call;
    [[nodiscard]] static Call active(const staffing_plugin* plugin) { return Call(instance(plugin)); }

  private:
    enum class State { created, ready, active };

    struct Instance {
        explicit Instance(const staffing_host& host) : plugin(host) {}
        Plugin plugin;
        std::atomic<State> state = State::created;
        CallsInFlight calls;
        staffing_plugin c{};
    };

    static std::string_view name() { return {descriptor.name.data, descriptor.name.size}; }

    static Instance& instance(const staffing_plugin* plugin) {
        auto* found = static_cast<Instance*>(required(plugin, "the plug-in").plugin_data);
        required(found, "the plug-in's data");
        return *found;
    }

    static void expect(State state, State wanted, const char* step) {
        if (state == wanted) return;
        throw StatusError(
            STAFFING_STATUS_WRONG_STATE,
            std::string(name()) + ": " + step + " was called at the wrong point of the plug-in's life.");
    }

    static staffing_status STAFFING_CALL entry_init(const staffing_string* library_path,
                                                    const staffing_error_sink* error) {
        return guard(error, [&] {
            checked_text(library_path, "the library's path", 32768);
            ++init_count_;
        });
    }

    static void STAFFING_CALL entry_deinit() {
        int count = init_count_.load();
        while (count > 0 && !init_count_.compare_exchange_weak(count, count - 1)) {
        }
    }

    static staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                                const staffing_error_sink* error) {
        return guard(error, [&] {
            if (plugin == nullptr) {
                throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                  "NULL was given instead of a place for the plug-in.");
            }
            *plugin = nullptr;
            if (init_count_ == 0) {
                throw StatusError(STAFFING_STATUS_WRONG_STATE,
                                  std::string(name()) + ": create was called before the entry's init.");
            }
            check_host(host);
            auto made = std::make_unique<Instance>(*host);
            made->c = {
                sizeof(staffing_plugin), 0, &descriptor, made.get(), &init, &activate, &deactivate, &destroy,
                &get_extension};
            *plugin = &made.release()->c;
        });
    }

    static void check_host(const staffing_host* host) {
        const staffing_version& theirs = version_of(host, "the host");
        if (theirs.major != STAFFING_VERSION_MAJOR) {
            throw StatusError(STAFFING_STATUS_VERSION_MISMATCH,
                              std::string(name()) + " speaks version " +
                                  std::to_string(STAFFING_VERSION_MAJOR) + "." +
                                  std::to_string(STAFFING_VERSION_MINOR) +
                                  " of the plug-in contract and the host version " +
                                  std::to_string(theirs.major) + "." + std::to_string(theirs.minor) +
                                  ". Install the " + std::string(name()) + " that was made for this host.");
        }
        if (checked_struct(host, "the host").get_extension == nullptr) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The host has no get_extension.");
        }
    }

    static staffing_status STAFFING_CALL init(const staffing_plugin* plugin,
                                              const staffing_error_sink* error) {
        return guard(error, [&] {
            Instance& self = instance(plugin);
            expect(self.state, State::created, "init");
            self.plugin.init();
            self.state = State::ready;
        });
    }

    static staffing_status STAFFING_CALL activate(const staffing_plugin* plugin,
                                                  const staffing_error_sink* error) {
        return guard(error, [&] {
            Instance& self = instance(plugin);
            expect(self.state, State::ready, "activate");
            self.plugin.activate();
            self.state = State::active;
            self.calls.open();
        });
    }

    static void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
        guard(nullptr, [&] {
            Instance& self = instance(plugin);
            if (self.state != State::active) return;
            self.state = State::ready;
            self.calls.close();
            self.plugin.deactivate();
        });
    }

    static void STAFFING_CALL destroy(const staffing_plugin* plugin) {
        deactivate(plugin);
        guard(nullptr, [&] { delete &instance(plugin); });
    }

    static const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) {
        const void* found = nullptr;
        guard(nullptr, [&] { found = of(plugin).extension(checked_text(id, "the extension's id", 200)); });
        return found;
    }

    static inline std::atomic<int> init_count_{0};
    static constexpr staffing_plugin_entry entry_{
        sizeof(staffing_plugin_entry),
        0,
        {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
        &descriptor,
        &entry_init,
        &entry_deinit,
        &create};
};

template <class Plugin, const staffing_plugin_descriptor& descriptor>
class PluginExport<Plugin, descriptor>::Call {
  public:
    ~Call() { instance_.calls.leave(); }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    Plugin& operator*() const { return instance_.plugin; }
    Plugin* operator->() const { return &instance_.plugin; }

  private:
    friend class PluginExport;
    explicit Call(Instance& instance) : instance_(instance) {
        if (instance_.calls.enter()) return;
        throw StatusError(STAFFING_STATUS_WRONG_STATE,
                          std::string(name()) + " is not active. Activate it first.");
    }

    Instance& instance_;
};

}  // namespace staffing
