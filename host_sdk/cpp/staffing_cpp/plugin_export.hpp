#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "staffing/entry.h"
#include "staffing_cpp/calls_in_flight.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"

namespace staffing {

/// The plug-in's side of the entry: makes the contract's entry from a class
///
///     class Plugin {
///       public:
///         explicit Plugin(const staffing_host& host);
///         void init();        // asks for the host's extensions
///         void activate();    // starts
///         void deactivate();  // joins everything; does not throw
///         const void* extension(std::string_view id);  // a table, or nullptr
///
///         // May be left out:
///         void begin_to_end() noexcept;  // ends what keeps calls from returning: deactivate waits for them
///         bool is_calling_host() const;  // whether this thread is in a call of the host
///         bool knows_main_thread() const;  // whether the host's thread_check said so in init
///         void host_misbehaves(std::string_view words);  // for the log: the host broke the contract
///     };
///
/// and handles the order of the life cycle, the versions and all exceptions. A function of an extension
/// gets its plug-in back with PluginExport<Plugin, descriptor>::of(plugin).
///
/// deactivate and destroy are refused from within: in a call of the plug-in that has not returned, or, for a
/// plug-in with threads or tasks of its own, while one of them calls the host (is_calling_host). Nothing
/// changes then; host_misbehaves gets the message, and a following activate answers WRONG_STATE with it. They
/// are also refused on a thread other than that of create and init, once the plug-in knows that this is the
/// main thread; init on another thread than create is refused with WRONG_THREAD.
template <class Plugin, const staffing_plugin_descriptor& descriptor>
class PluginExport {
  public:
    static const staffing_plugin_entry* entry() noexcept { return &entry_; }

    /// The plug-in behind the contract's pointer. Throws StatusError for NULL.
    static Plugin& of(const staffing_plugin* plugin) { return instance(plugin).plugin; }

    /// A call of a function that works only between activate and deactivate. While this exists, deactivate on
    /// other threads waits. Do not keep it after the call.
    class Call;
    [[nodiscard]] static Call active(const staffing_plugin* plugin) { return Call(instance(plugin)); }

  private:
    enum class State { created, ready, active, changing };
    enum class Refusal { none, within, elsewhere };

    struct Instance {
        explicit Instance(const staffing_host& host) : plugin(host) {}
        Plugin plugin;
        const std::thread::id thread = std::this_thread::get_id();  ///< of create
        std::atomic<bool> is_initialised = false;
        std::atomic<State> state = State::created;
        std::atomic<Refusal> refusal = Refusal::none;  ///< to end, since it was activated
        std::atomic<bool> may_call_host = true;        ///< by the contract: not once deactivate has returned
        CallsInFlight calls;
        staffing_plugin c{};
    };

    /// A step of the life cycle in progress; no other step can begin meanwhile.
    class Step {
      public:
        /// Throws StatusError at the wrong point of the life cycle.
        Step(Instance& self, State wanted, const char* name) : self_(self), end_(wanted) {
            if (self.state.compare_exchange_strong(wanted, State::changing)) return;
            throw StatusError(STAFFING_STATUS_WRONG_STATE, wrong_point(self, name));
        }
        ~Step() { self_.state = end_; }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

        /// Completes the step; without this everything stays as it was.
        void done(State end) { end_ = end; }

      private:
        Instance& self_;
        State end_;
    };

    static std::string_view name() { return {descriptor.name.data, descriptor.name.size}; }

    static Instance& instance(const staffing_plugin* plugin) {
        auto* found = static_cast<Instance*>(required(plugin, "the plug-in").plugin_data);
        required(found, "the plug-in's data");
        return *found;
    }

    static std::string wrong_point(const Instance& self, const char* step) {
        const std::string words =
            std::string(name()) + ": " + step + " was called at the wrong point of the plug-in's life.";
        const Refusal refusal = self.refusal;
        return refusal == Refusal::none ? words : words + " " + describe_refusal("deactivate", refusal);
    }

    static std::string describe_refusal(const char* step, Refusal refusal) {
        const std::string where = refusal == Refusal::elsewhere ? " on a thread that is not its main thread; "
                                                                : " from within a call or a thread of ";
        return "The host called " + std::string(step) + where + std::string(name()) +
               (refusal == Refusal::elsewhere ? " cannot end there and goes on."
                                              : ", which cannot end there and goes on.") +
               " Call it on the main thread when all calls have returned.";
    }

    /// Whether the plug-in's own work is below us on the stack, so that waiting for its end would take
    /// forever.
    static bool is_within(Instance& self) {
        if constexpr (requires { self.plugin.is_calling_host(); })
            if (self.plugin.is_calling_host()) return true;
        return self.calls.includes_this_thread();
    }

    /// Whether this is certainly not the main thread. Does not ask the host, which is not allowed after
    /// deactivate.
    static bool is_elsewhere(const Instance& self) {
        if (std::this_thread::get_id() == self.thread) return false;
        if constexpr (requires { self.plugin.knows_main_thread(); }) return self.plugin.knows_main_thread();
        return false;
    }

    /// Why a step that ends the plug-in is refused here.
    static Refusal refusal_to_end(Instance& self) {
        if (is_within(self)) return Refusal::within;
        return is_elsewhere(self) ? Refusal::elsewhere : Refusal::none;
    }

    /// Reports once why a step without a status did nothing.
    static void refuse_to_end(Instance& self, const char* step, Refusal refusal) {
        if (self.refusal.exchange(refusal) != Refusal::none || !self.may_call_host) return;
        if constexpr (requires { self.plugin.host_misbehaves(std::string_view()); })
            self.plugin.host_misbehaves(describe_refusal(step, refusal));
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
        const staffing_host copy = checked_struct(host, "the host");
        if (copy.get_extension == nullptr) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The host has no get_extension.");
        }
        constexpr std::uint64_t longest_name = 1000;
        checked_text(copy.name, "the host's name", longest_name);
        checked_text(copy.vendor, "the host's vendor", longest_name);
        checked_text(copy.host_version, "the host's version", longest_name);
    }

    static staffing_status STAFFING_CALL init(const staffing_plugin* plugin,
                                              const staffing_error_sink* error) {
        return guard(error, [&] {
            Instance& self = instance(plugin);
            if (std::this_thread::get_id() != self.thread) {
                throw StatusError(STAFFING_STATUS_WRONG_THREAD,
                                  std::string(name()) +
                                      ": init was called on another thread than create. Call both "
                                      "on the main thread.");
            }
            Step step(self, State::created, "init");
            self.plugin.init();
            self.is_initialised = true;
            step.done(State::ready);
        });
    }

    static staffing_status STAFFING_CALL activate(const staffing_plugin* plugin,
                                                  const staffing_error_sink* error) {
        return guard(error, [&] {
            Instance& self = instance(plugin);
            Step step(self, State::ready, "activate");
            self.may_call_host = true;
            self.plugin.activate();
            self.refusal = Refusal::none;
            self.calls.open();
            step.done(State::active);
        });
    }

    static void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
        guard(nullptr, [&] {
            Instance& self = instance(plugin);
            if (self.state != State::active) return;
            const Refusal refusal = refusal_to_end(self);
            if (refusal != Refusal::none) return refuse_to_end(self, "deactivate", refusal);
            Step step(self, State::active, "deactivate");
            step.done(State::ready);
            self.refusal = Refusal::none;
            if constexpr (requires { self.plugin.begin_to_end(); }) self.plugin.begin_to_end();
            self.calls.close();
            self.plugin.deactivate();
            self.may_call_host = false;
        });
    }

    static void STAFFING_CALL destroy(const staffing_plugin* plugin) {
        guard(nullptr, [&] {
            Instance& self = instance(plugin);
            const Refusal refusal = self.state == State::changing ? Refusal::within : refusal_to_end(self);
            if (refusal != Refusal::none) return refuse_to_end(self, "destroy", refusal);
            deactivate(plugin);
            delete &self;
        });
    }

    static const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) {
        const void* found = nullptr;
        guard(nullptr, [&] {
            Instance& self = instance(plugin);
            const std::string_view asked_for = checked_text(id, "the extension's id", 200);
            if (self.is_initialised) found = self.plugin.extension(asked_for);
        });
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
