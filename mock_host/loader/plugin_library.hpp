#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "staffing/entry.h"

namespace mock_host {

/// A file that cannot be loaded as a plug-in, in words.
class LoadError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The library of a plug-in. It stays in the process to the end unless unload() is called, so that tools
/// which look at the program afterwards still know its functions.
class PluginLibrary {
  public:
    /// Throws LoadError when there is no such file, when it is no library, or when it has no entry.
    explicit PluginLibrary(const std::filesystem::path& file);
    ~PluginLibrary();

    PluginLibrary(const PluginLibrary&) = delete;
    PluginLibrary& operator=(const PluginLibrary&) = delete;

    /// The full path.
    const std::string& path() const { return path_; }
    const staffing_plugin_entry* entry() const { return entry_; }

    /// What the plug-in says of itself. Throws staffing::StatusError when it says that wrongly.
    staffing_plugin_descriptor descriptor() const;
    /// The id of the descriptor, which names folders. Throws LoadError when it could not.
    std::string plugin_id() const;

    /// Lets the library go. No plug-in of it may exist any more; this object is of no use afterwards.
    void unload();

  private:
    struct Loaded;

    std::string path_;
    std::unique_ptr<Loaded> loaded_;
    const staffing_plugin_entry* entry_ = nullptr;
};

}  // namespace mock_host
