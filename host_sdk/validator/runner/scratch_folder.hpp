#pragma once

#include <string>

namespace validator {

/// A new empty folder, removed at the end with everything in it.
class ScratchFolder {
  public:
    /// Throws std::system_error.
    ScratchFolder();
    ~ScratchFolder();

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace validator
