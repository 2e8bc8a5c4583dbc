#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace sound {

/// The one setting, "greeting", in a file.
class SettingsStore {
  public:
    /// Reads the file in this folder; none without a folder.
    void open(const std::string& folder);

    static std::string description();
    std::string values() const;

    /// Changes what values_json names. What is wrong with it as a JSON object, key to sentence; "" when
    /// nothing is. Throws StatusError when it is no object or cannot be kept.
    std::string change(std::string_view values_json);

  private:
    mutable std::mutex mutex_;
    std::string path_;
    std::string greeting_ = "Hello";
};

}  // namespace sound
