#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace validator {

/// The windows that the plug-in has opened.
class OpenDialogs {
  public:
    /// The id of a new dialog.
    std::uint64_t open(nlohmann::json view);
    /// Applies a JSON Patch; false when the dialog is closed. Throws when the patch or what it makes is
    /// wrong.
    bool update(std::uint64_t id, const nlohmann::json& patch);
    bool close(std::uint64_t id);

    std::vector<std::uint64_t> ids() const;
    /// null when it is closed.
    nlohmann::json view(std::uint64_t id) const;
    std::uint64_t opened_count() const;

    /// What is wrong with a view, a sentence; empty when nothing is (schema/dialog_view.schema.json).
    static std::string problem_of(const nlohmann::json& view);

  private:
    mutable std::mutex mutex_;
    std::map<std::uint64_t, nlohmann::json> views_;
    std::uint64_t last_id_ = 0;
};

}  // namespace validator
