#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <nlohmann/json_fwd.hpp>

#include "core/dialog_windows.hpp"
#include "dialogs/dialog.hpp"

namespace send_text {

/// The plug-in's open dialogs.
/// Threads: the main thread only.
class DialogSet {
  public:
    explicit DialogSet(DialogWindows& windows) : windows_(windows) {}

    /// Opens a window for a new `Kind(arguments…)`, which says what stands in it and gets its events.
    template <class Kind, class... Arguments>
    std::shared_ptr<Kind> open(Arguments&&... arguments) {
        auto dialog = std::make_shared<Kind>(std::forward<Arguments>(arguments)...);
        show(dialog);
        return dialog;
    }

    /// Whether a window of this kind is open.
    template <class Kind>
    bool is_open() const {
        return std::any_of(dialogs_.begin(), dialogs_.end(), [](const auto& entry) {
            return dynamic_cast<const Kind*>(entry.second.get()) != nullptr;
        });
    }

    bool is_empty() const { return dialogs_.empty(); }

    /// Changes what an open window says, by a JSON Patch.
    void update(std::uint64_t dialog_id, const nlohmann::json& patch) { windows_.update(dialog_id, patch); }

    void close(std::uint64_t dialog_id);

    /// Closes all windows: the plug-in stops.
    void close_all();

    /// Hands an event to its dialog. False when there is no such dialog (any more).
    bool on_event(std::uint64_t dialog_id, const nlohmann::json& event);

    /// An event was not taken: its dialog, if there is one, says why.
    void refused(std::uint64_t dialog_id, const std::string& words);

  private:
    void show(std::shared_ptr<Dialog> dialog);

    DialogWindows& windows_;
    std::map<std::uint64_t, std::shared_ptr<Dialog>> dialogs_;
};

}  // namespace send_text
