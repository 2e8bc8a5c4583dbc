#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "soak/shared_moment.hpp"
#include "soak/wire.hpp"

namespace soak {

/// What a run of the plug-in is given.
struct RunOptions {
    std::string data_folder;
    std::string put_back;          ///< a backup that is put in the place of the store first; empty: none
    std::uint64_t seed = 0;        ///< of the plug-in's chance
    nlohmann::json lines;          ///< [{number, carrier, account}]
    bool has_verbose_log = false;  ///< to standard error
};

/// The plug-in's process: its rooms on a store of their own, stepped by what the world says over the wire
/// until that is over. What they ask of carriers and of the host goes over the wire too.
void run_plug_in(const RunOptions& options, SharedMoment& moment, Wire& wire);

}  // namespace soak
