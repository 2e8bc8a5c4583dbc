#pragma once

#include <functional>
#include <string>
#include <vector>

#include "host/host_call.hpp"
#include "host/live_plugin.hpp"

namespace validator {

/// A function of the plug-in with valid arguments, except for one string that the caller supplies.
struct TextCall {
    std::string name;  ///< "menu.perform: action_id"
    CalledOn where;
    bool is_json;
    std::function<staffing_status(const staffing_plugin*, const staffing_string*, const staffing_error_sink*)>
        make;
};

/// All string parameters of the functions of the extensions that the plug-in has.
std::vector<TextCall> every_text(const LivePlugin& plugin);

Answer make(const LivePlugin& plugin, const TextCall& call, const staffing_string* text);

}  // namespace validator
