#pragma once

#include <functional>
#include <string>
#include <vector>

#include "abi/plugin/send_text.hpp"

namespace abi {

enum class Where { main_thread, worker, any_thread };

/// One function of one extension of the plug-in, called with arguments that nothing is wrong with.
struct Call {
    std::string name;
    Where where;
    std::function<staffing_status(const staffing_plugin*, const staffing_error_sink*)> call;
    bool has_words = true;
};

/// Each function of each extension.
std::vector<Call> every_call(const SendText& text);

/// Makes the call where it belongs, for `plugin`.
Answer make(const Call& call, const SendText& text, const staffing_plugin* plugin);

/// A target with one employee, as the mock host's menus have it.
staffing_menu_target one_employee();

/// A sink that throws away what it is given.
extern const staffing_string_sink no_text;
extern const staffing_menu_item_sink no_items;

}  // namespace abi
