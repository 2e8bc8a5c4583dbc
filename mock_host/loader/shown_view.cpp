#include "mock_host/loader/shown_view.hpp"

#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "mock_host/loader/dialog_view.hpp"

namespace mock_host {

using nlohmann::json;
using Pointer = json::json_pointer;

namespace {

/// What an operation changes: "/elements/1/rows/7" is a row.
struct Place {
    std::optional<std::size_t> element;
    bool is_whole_row = false;  ///< of that element
    bool is_in_element = false;
};

std::vector<std::string> parts_of(Pointer pointer) {
    std::vector<std::string> parts;
    for (; !pointer.empty(); pointer.pop_back())
        parts.insert(parts.begin(), pointer.back());
    return parts;
}

std::optional<std::size_t> index_in(const std::string& part) {
    if (part.empty() || part.size() > 9 || part.find_first_not_of("0123456789") != part.npos) return {};
    return std::stoul(part);
}

/// Adding or removing an element moves the others; replacing one changes only that one.
Place place_of(const std::string& op, const Pointer& pointer) {
    const std::vector<std::string> parts = parts_of(pointer);
    Place place;
    if (parts.size() < 2 || parts[0] != "elements" || (parts.size() == 2 && op != "replace")) return place;
    place.element = index_in(parts[1]);
    place.is_in_element = place.element.has_value();
    place.is_whole_row = place.is_in_element && parts.size() == 4 && parts[2] == "rows";
    return place;
}

std::string id_of(const json& row) {
    const auto id = row.is_object() ? row.find("id") : row.end();
    return row.is_object() && id != row.end() && id->is_string() ? id->get<std::string>() : std::string();
}

json operation(const char* op, const Pointer& path, json value) {
    return {{"op", op}, {"path", path.to_string()}, {"value", std::move(value)}};
}

/// The operation that undoes another one, which has not run yet. Nothing: there is no simple one.
std::optional<json> taking_back(const json& view, const std::string& op, const Pointer& path) {
    if (path.empty()) return {};
    if (op == "replace") return operation("replace", path, view.at(path));
    if (op == "remove") return operation("add", path, view.at(path));
    if (op != "add") return {};
    const json& parent = view.at(path.parent_pointer());
    if (parent.is_object() && parent.contains(path.back())) return operation("replace", path, view.at(path));
    const std::size_t size = parent.is_array() ? parent.size() : 0;
    const Pointer added =
        parent.is_array() && path.back() == "-" ? path.parent_pointer() / std::to_string(size) : path;
    return json{{"op", "remove"}, {"path", added.to_string()}};
}

}  // namespace

struct ShownView::Change {
    std::vector<json> back;      ///< the last one first
    std::optional<json> before;  ///< the whole view, when operations cannot undo the patch
    bool is_anywhere = false;
    std::set<std::size_t> elements;
    std::vector<std::pair<std::size_t, json>> rows;  ///< by element: those that came
};

ShownView::ShownView(json view) : view_(std::move(view)) {
    check_dialog_view(view_);
    count_all_rows();
}

void ShownView::patch(const json& operations) {
    Change change;
    try {
        if (!operations.is_array()) throw std::invalid_argument("it is not a list of operations");
        for (const json& one : operations)
            apply(one, change);
    } catch (const std::exception& error) {
        const std::string name = (change.before ? *change.before : view_)["name"].get<std::string>();
        take_back(change);
        throw std::invalid_argument("The patch does not fit the dialog \"" + name + "\": " + error.what());
    }
    try {
        check(change);
    } catch (...) {
        take_back(change);
        throw;
    }
}

void ShownView::apply(const json& one, Change& change) {
    const auto op = one.at("op").get<std::string>();
    const Pointer path(one.at("path").get<std::string>());
    const Place place = place_of(op, path);
    std::optional<json> back = change.before ? std::nullopt : taking_back(view_, op, path);
    if (!back && !change.before) {
        change.before = view_;
        change.is_anywhere = true;
    }
    view_.patch_inplace(json::array({one}));
    if (!back) return;
    if (place.is_whole_row && *place.element < row_ids_.size()) {
        auto& ids = row_ids_[*place.element];
        if (op != "add") {
            const auto gone = ids.find(id_of(back->at("value")));
            if (gone != ids.end() && --gone->second == 0) ids.erase(gone);
        }
        if (op != "remove") {
            ++ids[id_of(one.at("value"))];
            change.rows.emplace_back(*place.element, one.at("value"));
        }
    } else if (place.is_in_element) {
        change.elements.insert(*place.element);
    } else {
        change.is_anywhere = change.is_anywhere || !path.to_string().starts_with("/buttons");
    }
    change.back.insert(change.back.begin(), std::move(*back));
}

void ShownView::check(const Change& change) {
    if (change.is_anywhere) {
        check_dialog_view(view_);
        return count_all_rows();
    }
    check_dialog_frame(view_);
    for (const std::size_t element : change.elements) {
        check_dialog_element(view_["elements"].at(element), "element " + std::to_string(element));
        count_rows(element);
    }
    for (const auto& [element, row] : change.rows) {
        const std::string where = "a row of element " + std::to_string(element);
        check_dialog_row(row, where);
        if (row_ids_[element][id_of(row)] > 1) refuse_row_of_other_id(row, where);
    }
}

void ShownView::take_back(const Change& change) {
    if (change.before) view_ = *change.before;
    for (const json& one : change.back)
        view_.patch_inplace(json::array({one}));
    count_all_rows();
}

void ShownView::count_rows(std::size_t element) {
    auto& ids = row_ids_.at(element);
    ids.clear();
    const json& shown = view_["elements"][element];
    if (shown["kind"] != "rows") return;
    for (const json& row : shown["rows"])
        ++ids[id_of(row)];
}

void ShownView::count_all_rows() {
    row_ids_.resize(view_["elements"].size());
    for (std::size_t element = 0; element < row_ids_.size(); ++element)
        count_rows(element);
}

}  // namespace mock_host
