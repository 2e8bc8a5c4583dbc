#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "host/live_plugin.hpp"
#include "staffing/ext/backup.h"

namespace validator {

/// What backup.back_up answered.
struct MadeBackup {
    Answer answer;
    std::vector<std::string> written;  ///< each write to the sink
};

// The plug-in has backup.
MadeBackup back_up(const LivePlugin& plugin, const std::string& path);
Answer restore(const LivePlugin& plugin, const std::string& path);
Answer list_backups(const LivePlugin& plugin, std::string& backups_json);

/// Makes a backup at a path of the plug-in's own, as a host does every night. Does nothing without backup.
void back_up_once(const LivePlugin& plugin);

}  // namespace validator
