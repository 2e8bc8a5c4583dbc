#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/action_code.hpp"
#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/mutex.hpp"
#include "model/current_settings.hpp"
#include "settings/settings_schema.hpp"
#include "store/audit_store.hpp"
#include "store/settings_store.hpp"

namespace send_text {

/// What the service of the settings asks. None is empty.
/// Threads: the host's workers and the desk.
struct SettingsHooks {
    /// The host's message action codes. Blocks.
    std::function<std::vector<ActionCode>()> action_codes;
    /// Puts to use what may turn out not to work, such as an address to listen at, and says what does not.
    std::function<Problems(const Settings&)> try_out;
};

/// Keeps the settings: in force, and in the store.
/// Threads: the host's workers and the desk change and try out, in turn by changing_; any reads.
class SettingsService {
  public:
    /// `store_address` is where `store` is, whatever it says itself. All must outlive this.
    SettingsService(SettingsStore& store, std::string store_address, AuditStore& audit,
                    CurrentSettings& current, Clock& clock, Log& log, SettingsHooks hooks);

    /// Puts what the store has in force. A stored value that is no longer taken is left at its default, with
    /// a warning in the log.
    void load();

    /// Tries out what is in force, as after a start. Returns what does not work. Blocks.
    Problems try_out();

    nlohmann::json values() const;

    /// Changes values, all or none, for good and at once, and tells it in the audit trail, refused ones too.
    /// Returns what is wrong with them: then nothing is changed. Blocks on the host and the store: any thread
    /// but the main one.
    Problems change(const nlohmann::json& values, const Sender& who);

  private:
    Problems refused(const Problems& problems, const Sender& who);
    void check_action_code(const nlohmann::json& values, Problems& problems) const;

    SettingsStore& store_;
    const std::string store_address_;
    AuditStore& audit_;
    CurrentSettings& current_;
    Clock& clock_;
    Log& log_;
    SettingsHooks hooks_;
    Mutex changing_;  ///< only orders work: one change or trial at a time
};

}  // namespace send_text
