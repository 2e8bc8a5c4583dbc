#pragma once

#include <filesystem>
#include <string>

namespace mock_host {

class RunningHost;

/// Makes a plug-in that was just loaded ready for a newcomer: it takes the simulator for every carrier, and,
/// the first time with this data folder, gets an account for the branch of whoever is logged in. What the
/// plug-in does not offer is left out. Throws what the plug-in refuses, in its words. Not for the main
/// thread.
void prepare_plugin(RunningHost& host, const std::filesystem::path& data_folder);

}  // namespace mock_host
