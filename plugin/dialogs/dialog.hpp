#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <nlohmann/json_fwd.hpp>

namespace send_text {

class DialogSet;

/// Another value of a field.
struct FieldChange {
    std::string element;
    std::string value;
};

/// An action of a row that was chosen.
struct RowAction {
    std::string element;
    std::string row;
    std::string action;
};

/// What one window says, and what a person does in it. Opened by a DialogSet.
/// Threads: the main thread only.
class Dialog : public std::enable_shared_from_this<Dialog> {
  public:
    /// `dialogs` outlives it.
    explicit Dialog(DialogSet& dialogs) : dialogs_(dialogs) {}
    virtual ~Dialog() = default;
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    /// What the window says when it opens (the contract's dialog_view).
    virtual nlohmann::json view() const = 0;

    /// An event other than the person's closing (the contract's dialog_event), handed on to what is below.
    /// After closing the dialog is gone.
    virtual void on_event(const nlohmann::json& event);

    /// What was entered was not taken, for the reason given: the window says so.
    virtual void on_refused(const std::string& /*words*/) {}

  protected:
    /// `values`: of all fields, by their ids; what was typed last may come with the button alone. Null when
    /// the host sent none, as it may only where there are no fields: whoever reads one throws then.
    virtual void on_pressed(const std::string& /*button*/, const nlohmann::json& /*values*/) {}
    virtual void on_changed(const FieldChange& /*change*/) {}
    virtual void on_row_action(const RowAction& /*chosen*/) {}

    /// Changes what the window says, by a JSON Patch.
    void update(const nlohmann::json& patch) const;

    /// Closes the window. The dialog lives no longer than whoever calls it keeps it.
    void close() const;

  private:
    friend class DialogSet;

    DialogSet& dialogs_;
    std::uint64_t id_ = 0;
};

/// Does `task` with the dialog, and with what it is called with, as long as the window is open: for what
/// comes back from other threads. To be called on the main thread.
template <class Kind, class Task>
auto if_open(Kind& dialog, Task task) {
    return [self = dialog.weak_from_this(), task = std::move(task)](auto&&... arguments) -> void {
        if (const auto open = self.lock())
            std::invoke(task, static_cast<Kind&>(*open), std::forward<decltype(arguments)>(arguments)...);
    };
}

}  // namespace send_text
