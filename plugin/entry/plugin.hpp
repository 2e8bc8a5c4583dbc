#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/runtime.hpp"
#include "core/refusal.hpp"
#include "entry/host_adapters.hpp"
#include "staffing/entry.h"
#include "staffing_cpp/plugin_export.hpp"

namespace send_text {

/// Send Text as the contract's entry makes it, see staffing_cpp/plugin_export.hpp for its life.
/// Threads: the main thread and the host's workers; runtime_ keeps them apart from its ending.
class SendTextPlugin {
  public:
    explicit SendTextPlugin(const staffing_host& host) : host_(host) {}

    void init();
    void activate();
    void begin_to_end() noexcept { runtime_.begin_to_stop(); }
    void deactivate();
    const void* extension(std::string_view id);
    bool is_calling_host() const;
    bool knows_main_thread() const;
    void host_misbehaves(std::string_view words);

    HostAdapters& host() { return host_; }

    /// What works while the plug-in is active, for one call. Throws StatusError NOT_SUPPORTED, with the
    /// reason, in a host that cannot have it; StoreError when there is none just now.
    Runtime::Use services();

    /// Changes settings. Returns what is wrong with the values: then nothing is changed. Throws as
    /// services(). Any thread but the main one.
    Problems change_settings(const nlohmann::json& values, const Sender& who);

    /// The store's backups, see Runtime.
    std::string back_up(const std::string& path, const Sender& who);
    void restore(const std::string& path, const Sender& who) { runtime().restore(path, who); }
    std::string backup_folder() { return runtime().backup_folder(); }

    /// Why nobody can text in this host.
    const std::optional<Refusal>& texting_refusal() const { return texting_refusal_; }

  private:
    Runtime& runtime();

    HostAdapters host_;
    std::optional<Refusal> texting_refusal_;
    Runtime runtime_{host_.as_host()};
};

extern const staffing_plugin_descriptor descriptor;

using Export = staffing::PluginExport<SendTextPlugin, descriptor>;

}  // namespace send_text
