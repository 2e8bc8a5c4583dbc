#pragma once

namespace mock_host {

class Stage;
struct Scenario;

/// Logs the scenario's user in, starts the plug-in, prepares it and plays all steps; the exit code. Hang
/// passes through. `carrier_url` is set as the plug-in's zipwhip_base_url, when it has such a setting.
int play(const Scenario& scenario, Stage& stage, const char* carrier_url);

}  // namespace mock_host
