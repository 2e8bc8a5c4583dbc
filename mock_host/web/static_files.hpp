#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mock_host {

/// The pages' files in one folder. [thread-safe]
class StaticFiles {
  public:
    /// `token` is filled into index.html, as the content of its meta named mock-host-token.
    StaticFiles(std::filesystem::path folder, std::string token);

    struct File {
        std::string content_type;
        std::string content;
    };
    /// The file at a path, its parts decoded; none: index.html. Throws ApiError (404) when there is none that
    /// may be seen: nothing outside of the folder, and nothing hidden, is.
    File read(const std::vector<std::string>& path) const;

  private:
    std::filesystem::path folder_;
    std::string token_;
};

}  // namespace mock_host
