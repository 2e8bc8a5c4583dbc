#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

/// The open dialogs as views, what people typed into them, and what people do there. [main-thread]
class Dialogs {
  public:
    /// Takes events for the plug-in (host_sdk/schema/dialog_event.schema.json).
    using EventSink = std::function<void(std::uint64_t dialog_id, const nlohmann::json& event)>;

    Dialogs();
    ~Dialogs();

    void set_event_sink(EventSink sink) { send_ = std::move(sink); }

    // Calls of the plug-in; they throw staffing::StatusError when the plug-in is wrong.
    std::uint64_t open(std::string_view view_json);
    void update(std::uint64_t id, std::string_view patch_json);
    void close(std::uint64_t id);

    // What people see and do; std::invalid_argument with a message when the dialog does not offer it.
    std::vector<std::uint64_t> ids() const;              ///< oldest first
    const nlohmann::json& view(std::uint64_t id) const;  ///< of an open dialog
    std::string typed(std::uint64_t id,
                      const std::string& element) const;  ///< the current value of a field
    void type(std::uint64_t id, const std::string& element, const std::string& value);
    /// Chooses one of a field's choices, by its value.
    void choose(std::uint64_t id, const std::string& element, const std::string& value);
    void press(std::uint64_t id, const std::string& button);
    void choose_row_action(std::uint64_t id, const std::string& element, const std::string& row,
                           const std::string& action);
    void close_by_person(std::uint64_t id);

    /// The version of a dialog's view: it changes with each patch and each choice.
    std::uint64_t version(std::uint64_t id) const;
    /// The patches, as texts, from a version to the current one; nothing when they are not known (any more).
    std::optional<std::vector<std::shared_ptr<const std::string>>> patches_since(std::uint64_t id,
                                                                                 std::uint64_t version) const;

    void close_all();  ///< without events, when the plug-in is gone

    /// Increases with every change that people see.
    std::uint64_t changes() const { return changes_; }

  private:
    struct Dialog;

    Dialog& find(std::uint64_t id);
    const Dialog& find(std::uint64_t id) const;
    void send(std::uint64_t id, const nlohmann::json& event);

    std::map<std::uint64_t, std::unique_ptr<Dialog>> open_;
    std::uint64_t last_id_ = 0;
    std::uint64_t changes_ = 0;
    EventSink send_;
};

}  // namespace mock_host
