#pragma once

#include <string>
#include <string_view>

#include "staffing/entry.h"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/table.hpp"

namespace staffing {

/// The host's side of a plug-in's life cycle: takes each step in order, and undoes them when one fails or
/// when this is destroyed. Main thread only. The host struct and the library must outlive it.
class PluginLife {
  public:
    /// entry.init, create and init. Undoes what was done and throws StatusError with a message when a step
    /// fails.
    PluginLife(const staffing_plugin_entry* entry, const staffing_host& host, std::string_view library_path)
        : entry_(checked_entry(entry)) {
        const staffing_string path = abi(library_path);
        call("Starting the plug-in's library", entry_.init, &path);
        try {
            const staffing_plugin* made = nullptr;  // not used unless create answers OK
            call("Making the plug-in", entry_.create, &host, &made);
            plugin_ = made;
            check_plugin();
            call("Starting the plug-in", plugin_->init, plugin_);
        } catch (...) {
            undo();
            throw;
        }
    }

    ~PluginLife() { undo(); }

    PluginLife(const PluginLife&) = delete;
    PluginLife& operator=(const PluginLife&) = delete;

    void activate() {
        if (active_) return;
        call("Activating the plug-in", plugin_->activate, plugin_);
        active_ = true;
    }

    void deactivate() {
        if (!active_) return;
        active_ = false;
        plugin_->deactivate(plugin_);
    }

    bool is_active() const { return active_; }
    const staffing_plugin* plugin() const { return plugin_; }

    /// The plug-in's table of an extension; nullptr also when it lacks a function.
    template <class Table>
    const Table* extension(std::string_view id) const {
        const staffing_string name = abi(id);
        return static_cast<const Table*>(complete_table(id, plugin_->get_extension(plugin_, &name)));
    }

  private:
    static staffing_plugin_entry checked_entry(const staffing_plugin_entry* entry) {
        const staffing_version& theirs = version_of(entry, "the plug-in's entry");
        if (theirs.major != STAFFING_VERSION_MAJOR) {
            throw StatusError(
                STAFFING_STATUS_VERSION_MISMATCH,
                "The plug-in speaks version " + std::to_string(theirs.major) + "." +
                    std::to_string(theirs.minor) + " of the plug-in contract and this host version " +
                    std::to_string(STAFFING_VERSION_MAJOR) + "." + std::to_string(STAFFING_VERSION_MINOR) +
                    ". Install the plug-in that was made for this host.");
        }
        const staffing_plugin_entry copy = checked_struct(entry, "the plug-in's entry");
        if (copy.init == nullptr || copy.deinit == nullptr || copy.create == nullptr) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                              "The plug-in's entry lacks init, deinit or create.");
        }
        return copy;
    }

    void check_plugin() {
        try {
            const staffing_plugin copy = checked_struct(plugin_, "the plug-in");
            if (copy.init != nullptr && copy.activate != nullptr && copy.deactivate != nullptr &&
                copy.destroy != nullptr && copy.get_extension != nullptr) {
                return;
            }
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The plug-in lacks a function of its life.");
        } catch (const StatusError&) {
            plugin_ = nullptr;  // its destroy may be elsewhere: better to leak it than to call that
            throw;
        }
    }

    void undo() {
        deactivate();
        if (plugin_ != nullptr) plugin_->destroy(plugin_);
        plugin_ = nullptr;
        entry_.deinit();
    }

    staffing_plugin_entry entry_;
    const staffing_plugin* plugin_ = nullptr;
    bool active_ = false;
};

}  // namespace staffing
