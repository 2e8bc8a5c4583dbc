#pragma once

#include <string>

namespace validator {

/// A new empty folder, removed with all that is in it at the end.
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
