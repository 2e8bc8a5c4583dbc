#include "dialogs/patch.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace send_text::patch {
namespace {

using nlohmann::json;

/// Written as text and given to the host in a fraction of a millisecond.
constexpr std::size_t operations_of_a_piece = 50;

json operation(const char* op, std::string path, json value) {
    return {{"op", op}, {"path", std::move(path)}, {"value", std::move(value)}};
}

}  // namespace

std::string Element::path() const {
    return "/elements/" + std::to_string(position_);
}

std::string Element::row_path(const std::string& row) const {
    return path() + "/rows/" + row;
}

json Element::replace(json element) const {
    return operation("replace", path(), std::move(element));
}

json Element::replace(std::string_view property, json value) const {
    return operation("replace", path() + "/" + std::string(property), std::move(value));
}

json Element::add_row(json row) const {
    return operation("add", row_path("-"), std::move(row));
}

json Element::replace_row(std::size_t index, json row) const {
    return operation("replace", row_path(std::to_string(index)), std::move(row));
}

json Element::remove_row(std::size_t index) const {
    return {{"op", "remove"}, {"path", row_path(std::to_string(index))}};
}

json replace_title(std::string_view title) {
    return operation("replace", "/title", title);
}

json replace_elements(json elements) {
    return operation("replace", "/elements", std::move(elements));
}

json replace_buttons(json buttons) {
    return operation("replace", "/buttons", std::move(buttons));
}

std::vector<json> split_operations(json operations) {
    std::vector<json> pieces;
    for (json& operation : operations) {
        if (pieces.empty() || pieces.back().size() == operations_of_a_piece) pieces.push_back(json::array());
        pieces.back().push_back(std::move(operation));
    }
    return pieces;
}

}  // namespace send_text::patch
