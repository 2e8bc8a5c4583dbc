#pragma once

#include <string>
#include <vector>

#include "host/live_plugin.hpp"
#include "staffing/ext/menu.h"

namespace validator {

/// An item as it was populated.
struct Item {
    std::string action_id;
    std::string label;
    std::string disabled_reason;
    std::string tooltip;
    std::uint32_t struct_size = 0;
    bool is_enabled = false;
    bool is_valid_utf8 = true;
};

/// A target with the records that it points at.
class Target {
  public:
    /// The first `count` records of the kind that belongs to the place.
    Target(staffing_menu_place place, std::int64_t count, std::int64_t first_id = 1);

    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    staffing_menu_target c{};

  private:
    std::vector<staffing_record_ref> records_;
};

/// All places of the contract's menu.
const std::vector<staffing_menu_place>& menu_places();

/// The plug-in's menu. Throws Skipped when it has none.
const staffing_menu& menu_of(const LivePlugin& plugin);

/// The items that the plug-in adds; `answer` gets the result of the call.
std::vector<Item> populate(const LivePlugin& plugin, const staffing_menu_target& target, Answer& answer);

/// The same; throws Failed when the answer is not OK.
std::vector<Item> populate(const LivePlugin& plugin, const staffing_menu_target& target);

Answer perform(const LivePlugin& plugin, const staffing_menu_target& target, const std::string& action_id);

}  // namespace validator
