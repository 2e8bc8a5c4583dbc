#pragma once

#include <functional>
#include <string>
#include <vector>

#include "host/host_call.hpp"
#include "host/live_plugin.hpp"

namespace validator {

/// A function of the plug-in's extensions with valid arguments.
struct Call {
    std::string name;  ///< "menu.populate"
    CalledOn where;    ///< what its tag says
    std::function<staffing_status(const staffing_plugin*, const staffing_error_sink*)> make;
};

/// All functions of the extensions that the plug-in has.
std::vector<Call> every_call(const LivePlugin& plugin);

/// Makes a call on a thread that its tag allows.
Answer make(const LivePlugin& plugin, const Call& call);

/// Makes it on this thread, whatever its tag says.
Answer make_here(const LivePlugin& plugin, const Call& call);

}  // namespace validator
