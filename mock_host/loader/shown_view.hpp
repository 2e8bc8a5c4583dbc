#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace mock_host {

/// A dialog's view, changed by JSON Patches (RFC 6902), each all or nothing. What a patch does not touch is
/// neither copied nor checked again: a row among ten thousand is changed as fast as one among ten.
class ShownView {
  public:
    /// Throws std::invalid_argument with a message for an invalid view (check_dialog_view).
    explicit ShownView(nlohmann::json view);

    const nlohmann::json& get() const { return view_; }

    /// Throws std::invalid_argument with a message when the patch does not fit or the result is an invalid
    /// view.
    void patch(const nlohmann::json& operations);

  private:
    struct Change;  ///< what one patch changes, and how to undo it

    void apply(const nlohmann::json& operation, Change& change);
    void check(const Change& change);
    void take_back(const Change& change);
    void count_rows(std::size_t element);
    void count_all_rows();

    nlohmann::json view_;
    /// For each element, how many rows have each id: one, except in the middle of a patch.
    std::vector<std::unordered_map<std::string, int>> row_ids_;
};

}  // namespace mock_host
