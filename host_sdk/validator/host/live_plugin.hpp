#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "host/validator_host.hpp"
#include "runner/call_board.hpp"
#include "runner/check.hpp"
#include "staffing/entry.h"
#include "staffing_cpp/table.hpp"

namespace validator {

/// The plug-in's library. Throws Skipped when it cannot be loaded or has no entry: one check fails for that,
/// and the others have nothing to look at.
class Library {
  public:
    explicit Library(const std::string& path);
    ~Library();

    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const staffing_plugin_entry& entry() const { return *entry_; }
    const std::string& path() const { return path_; }

    /// Calls the exported entry function again.
    const staffing_plugin_entry* ask_for_entry() const;

  private:
    std::string path_;
    void* handle_;
    staffing_plugin_entry_function function_ = nullptr;
    const staffing_plugin_entry* entry_ = nullptr;
};

/// The result of a call of the plug-in.
struct Answer {
    staffing_status status = STAFFING_STATUS_UNSPECIFIED;
    std::string words;
};

/// "REFUSED (13)"
std::string name_of(staffing_status status);

/// Functions of the entry and of a plug-in, with any result.
Answer entry_init(const Library& library, const staffing_string* library_path);
void entry_deinit(const Library& library);
Answer create(const Library& library, const staffing_host* host, const staffing_plugin** plugin);
void deactivate(const staffing_plugin& plugin);
void destroy(const staffing_plugin& plugin);

/// Whether a host could use it: of our version, with all its functions.
bool is_usable(const staffing_plugin_entry& entry);
bool is_usable(const staffing_plugin& plugin);

/// A loaded library whose entry is initialised; deinitialised at the end. Throws Skipped when it has another
/// version, is not complete or does not start: separate checks fail for these.
class InitialisedLibrary : public Library {
  public:
    explicit InitialisedLibrary(const std::string& path);
    ~InitialisedLibrary();
};

/// One plug-in of a library, in its own host, and the steps of its life cycle. The destructor takes the
/// remaining steps. Steps that fail throw Skipped (a separate check fails for that); the try_ ones return the
/// answer.
class LivePlugin {
  public:
    LivePlugin(const Library& library, HostOptions options);
    ~LivePlugin();

    LivePlugin(const LivePlugin&) = delete;
    LivePlugin& operator=(const LivePlugin&) = delete;

    void init();
    void activate();
    /// Deactivates as a host does: then discards the remaining tasks and closes the dialogs.
    void deactivate();
    void destroy();

    Answer try_init();
    Answer try_activate();

    /// The table of an extension; nullptr also when it lacks a function: a separate check fails for that.
    template <class Table>
    const Table* table(std::string_view id) const {
        return static_cast<const Table*>(staffing::complete_table(id, find(id)));
    }

    /// The table of an extension as it is, or nullptr.
    const void* find(std::string_view id) const;

    /// Calls `function(plugin, arguments…, error sink)` on this thread.
    template <class Function, class... Arguments>
    Answer call(Function function, Arguments... arguments) const {
        const InCall in_call(name_of_function(reinterpret_cast<void (*)()>(function)));
        return collected(
            [&](const staffing_error_sink* error) { return function(c(), arguments..., error); });
    }

    /// The same on a worker, running the main thread's tasks meanwhile.
    template <class Function, class... Arguments>
    Answer call_on_worker(Function function, Arguments... arguments) const {
        Answer answer;
        work([&] { answer = call(function, arguments...); });
        return answer;
    }

    /// Runs `task` on another thread and the main thread's tasks on this one, until it is done.
    void work(const std::function<void()>& task) const;

    const staffing_plugin* c() const { return plugin_; }
    ValidatorHost& host() const { return *host_; }

  private:
    /// "menu.populate", of a table that was asked for.
    std::string name_of_function(void (*function)()) const;
    static Answer collected(const std::function<staffing_status(const staffing_error_sink*)>& function);

    std::unique_ptr<ValidatorHost> host_;
    const staffing_plugin* plugin_ = nullptr;
    bool is_active_ = false;
    mutable std::mutex names_mutex_;
    mutable std::map<void (*)(), std::string> names_;  ///< of the plug-in's functions
};

/// Takes the steps to an active plug-in. Throws Failed, with `circumstances` in the message, when one fails.
void expect_start(LivePlugin& plugin, const std::string& circumstances);

/// A plug-in in its library, initialised and, unless asked otherwise, active. Most checks start with it.
struct Loaded {
    explicit Loaded(const CheckRun& run, HostOptions options = {}, bool is_active = true);

    InitialisedLibrary library;
    LivePlugin plugin;
};

}  // namespace validator
