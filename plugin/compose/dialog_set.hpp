#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/dialog_windows.hpp"

namespace send_text {

/// What a person does in one open window comes here.
/// Threads: the main thread only.
class Dialog {
  public:
    virtual ~Dialog() = default;

    /// An event other than the person's closing (the contract's dialog_event). After that the dialog is gone.
    virtual void on_event(const nlohmann::json& event) = 0;

    /// What was entered was not taken, for the reason given: the window says so.
    virtual void on_refused(const std::string& /*words*/) {}
};

/// The plug-in's open dialogs.
/// Threads: the main thread only.
class DialogSet {
  public:
    explicit DialogSet(DialogWindows& windows) : windows_(windows) {}

    /// Opens a window that says `view` and hands its events to a new `Kind(id, arguments…)`.
    template <class Kind, class... Arguments>
    std::shared_ptr<Kind> open(const nlohmann::json& view, Arguments&&... arguments) {
        const std::uint64_t id = windows_.open(view);
        auto dialog = std::make_shared<Kind>(id, std::forward<Arguments>(arguments)...);
        dialogs_[id] = dialog;
        return dialog;
    }

    /// Opens a window that says `view` and hands its events to `dialog`. Returns its id.
    std::uint64_t open(const nlohmann::json& view, std::shared_ptr<Dialog> dialog);

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
    DialogWindows& windows_;
    std::map<std::uint64_t, std::shared_ptr<Dialog>> dialogs_;
};

}  // namespace send_text
