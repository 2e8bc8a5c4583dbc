#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// JSON Patches for dialogs: what an open window says from now on.
namespace send_text::patch {

/// An element by its position in the view. A dialog that patches single elements names their positions once,
/// beside the function that makes its view.
class Element {
  public:
    explicit constexpr Element(std::size_t position) : position_(position) {}

    nlohmann::json replace(nlohmann::json element) const;
    nlohmann::json replace(std::string_view property, nlohmann::json value) const;

    /// Of an element that has rows.
    nlohmann::json add_row(nlohmann::json row) const;  ///< behind the others
    nlohmann::json replace_row(std::size_t index, nlohmann::json row) const;
    nlohmann::json remove_row(std::size_t index) const;

  private:
    std::string path() const;
    std::string row_path(const std::string& row) const;

    std::size_t position_;
};

nlohmann::json replace_title(std::string_view title);
nlohmann::json replace_elements(nlohmann::json elements);
nlohmann::json replace_buttons(nlohmann::json buttons);

/// Operations of one patch as several, each of which keeps the main thread for a moment only.
std::vector<nlohmann::json> split_operations(nlohmann::json operations);

}  // namespace send_text::patch
