#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class Connection;

/// The code under which conversations are logged unless settings say otherwise.
inline constexpr std::string_view text_action_code = "Text";

/// What a message is about, and the kinds of records that it may be logged on.
struct ActionCode {
    std::string code;
    std::string description;
    bool relevant_to_employee = false;
    bool relevant_to_contact = false;
    bool relevant_to_customer = false;
    bool active = true;
    /// The side effect of logging under this code on the person: "deactivate", "reactivate",
    /// "do_not_assign"; empty for none.
    std::string side_effect;

    bool operator==(const ActionCode&) const = default;
};

/// [thread-safe]
class ActionCodes {
  public:
    explicit ActionCodes(Connection& connection) : connection_(connection) {}

    std::vector<ActionCode> list() const;  ///< by code
    std::optional<ActionCode> find(std::string_view code) const;

    /// Throws NotFound.
    void set_active(std::string_view code, bool active);

  private:
    Connection& connection_;
};

}  // namespace mock_host
