#pragma once

#include <mutex>
#include <string>

#include "settings_store.hpp"

namespace sound {

/// Backups of the settings: files of JSON. Worker; all throw StatusError.
class Backups {
  public:
    explicit Backups(SettingsStore& settings) : settings_(settings) {}

    /// Those of its own are kept below this folder; "": nowhere.
    void open(const std::string& folder);

    /// Gives the path. "": a place of its own.
    std::string make(const std::string& path);
    void restore(const std::string& path);
    std::string list() const;

  private:
    std::string place_of_its_own() const;

    SettingsStore& settings_;
    mutable std::mutex mutex_;
    std::string folder_;
};

}  // namespace sound
