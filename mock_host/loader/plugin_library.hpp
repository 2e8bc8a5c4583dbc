#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "staffing/entry.h"

namespace mock_host {

/// A file cannot be loaded as a plug-in; the message says why.
class LoadError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The library of a plug-in. It stays loaded until the process ends unless unload() is called, so that tools
/// that inspect the program afterwards still know its functions.
class PluginLibrary {
  public:
    /// Throws LoadError when there is no such file, when it is not a library, or when it has no entry.
    explicit PluginLibrary(const std::filesystem::path& file);
    ~PluginLibrary();

    PluginLibrary(const PluginLibrary&) = delete;
    PluginLibrary& operator=(const PluginLibrary&) = delete;

    /// The full path.
    const std::string& path() const { return path_; }
    const staffing_plugin_entry* entry() const { return entry_; }

    /// The plug-in's descriptor. Throws staffing::StatusError when it is invalid.
    staffing_plugin_descriptor descriptor() const;
    /// The id of the descriptor, which names folders. Throws LoadError when it cannot name one.
    std::string plugin_id() const;

    /// Unloads the library. None of its plug-ins may exist any more; do not use this object afterwards.
    void unload();

  private:
    struct Loaded;

    std::string path_;
    std::unique_ptr<Loaded> loaded_;
    const staffing_plugin_entry* entry_ = nullptr;
};

}  // namespace mock_host
