#include "mock_host/loader/dialog_view.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace mock_host {

namespace {

using nlohmann::json;
using Type = json::value_t;

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
    throw std::invalid_argument("The dialog's view breaks the contract: " + where + " " + what + ".");
}

bool is_of(const json& value, Type type) {
    return value.type() == type || (type == Type::number_unsigned && value.is_number_unsigned());
}

/// What a property must be, if it is there.
void check_type(const json& object, const char* key, Type type, const std::string& where, bool is_needed) {
    const auto found = object.find(key);
    if (found == object.end()) {
        if (is_needed) refuse(where, "lacks \"" + std::string(key) + "\"");
        return;
    }
    if (!is_of(*found, type)) refuse(where, "has a \"" + std::string(key) + "\" of the wrong type");
}

void need(const json& object, const char* key, Type type, const std::string& where) {
    check_type(object, key, type, where, true);
}

void may_have(const json& object, const char* key, Type type, const std::string& where) {
    check_type(object, key, type, where, false);
}

void may_be_one_of(const json& object, const char* key, const std::set<std::string>& words,
                   const std::string& where) {
    may_have(object, key, Type::string, where);
    if (object.contains(key) && !words.contains(object[key].get<std::string>())) {
        refuse(where, "has the " + std::string(key) + " \"" + object[key].get<std::string>() +
                          "\", which does not exist");
    }
}

[[noreturn]] void refuse_repeated_id(const json& item, const std::string& where) {
    refuse(where, "has the id \"" + item["id"].get<std::string>() + "\" of another item");
}

/// Checks that each item of a list is an object with a unique id. Calls check(item, where).
template <class Check>
void check_items(const json& list, const std::string& what, const std::string& where, Check check) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string here = what + " " + std::to_string(i) + where;
        if (!list[i].is_object()) refuse(here, "is not an object");
        need(list[i], "id", Type::string, here);
        if (!ids.insert(list[i]["id"].get<std::string>()).second) refuse_repeated_id(list[i], here);
        check(list[i], here);
    }
}

void check_record(const json& record, const std::string& where) {
    need(record, "kind", Type::string, where);
    may_be_one_of(record, "kind", {"employee", "contact"}, where);
    if (!record.contains("id") || !record["id"].is_number_integer())
        refuse(where, "has a record whose \"id\" is not a number");
}

void check_row(const json& row, const std::string& where) {
    need(row, "title", Type::string, where);
    may_have(row, "detail", Type::string, where);
    may_have(row, "note", Type::string, where);
    may_be_one_of(row, "mark", {"ok", "warning", "rejected"}, where);
    may_have(row, "cells", Type::object, where);
    if (row.contains("cells")) {
        for (const auto& [column, cell] : row["cells"].items())
            if (!cell.is_string()) refuse(where, "has a cell \"" + column + "\" that is not a text");
    }
    may_have(row, "record", Type::object, where);
    if (row.contains("record")) check_record(row["record"], where);
    may_have(row, "actions", Type::array, where);
    if (!row.contains("actions")) return;
    check_items(row["actions"], "action", " of " + where, [](const json& action, const std::string& here) {
        need(action, "label", Type::string, here);
    });
}

void check_rows(const json& element, const std::string& where) {
    need(element, "label", Type::string, where);
    may_have(element, "empty_text", Type::string, where);
    may_have(element, "rejected_first", Type::boolean, where);
    may_have(element, "filter", Type::boolean, where);
    may_have(element, "columns", Type::array, where);
    if (element.contains("columns")) {
        check_items(element["columns"], "column", " of " + where,
                    [](const json& column, const std::string& here) {
                        need(column, "label", Type::string, here);
                        if (!column.value("weight", json(1)).is_number())
                            refuse(here, "has a \"weight\" that is not a number");
                    });
    }
    need(element, "rows", Type::array, where);
    check_items(element["rows"], "row", " of " + where, check_row);
}

void check_choice(const json& element, const std::string& where) {
    need(element, "label", Type::string, where);
    need(element, "value", Type::string, where);
    need(element, "choices", Type::array, where);
    bool is_among_them = false;
    for (const json& choice : element["choices"]) {
        if (!choice.is_object()) refuse(where, "has a choice that is not an object");
        need(choice, "value", Type::string, where);
        need(choice, "label", Type::string, where);
        is_among_them = is_among_them || choice["value"] == element["value"];
    }
    if (!is_among_them) refuse(where, "has a value that is not one of its choices");
}

void check_inserts(const json& element, const std::string& where) {
    may_have(element, "inserts", Type::array, where);
    for (const json& group : element.value("inserts", json::array())) {
        if (!group.is_object()) refuse(where, "has a group of inserts that is not an object");
        need(group, "label", Type::string, where);
        may_be_one_of(group, "look", {"menu", "grid"}, where);
        need(group, "items", Type::array, where);
        for (const json& item : group["items"]) {
            if (!item.is_object()) refuse(where, "has an insert that is not an object");
            need(item, "label", Type::string, where);
            need(item, "text", Type::string, where);
        }
    }
}

void check_element(const json& element, const std::string& where) {
    need(element, "kind", Type::string, where);
    const auto kind = element["kind"].get<std::string>();
    if (kind == "text") {
        need(element, "text", Type::string, where);
        may_be_one_of(element, "severity", {"info", "success", "warning", "error"}, where);
        may_have(element, "folded", Type::string, where);
    } else if (kind == "rows") {
        check_rows(element, where);
    } else if (kind == "text_area") {
        need(element, "label", Type::string, where);
        may_have(element, "value", Type::string, where);
        may_have(element, "note", Type::string, where);
        may_have(element, "max_characters", Type::number_unsigned, where);
        may_have(element, "lines", Type::number_unsigned, where);
        if (element.value("lines", 1) == 0) refuse(where, "expects 0 lines");
        may_have(element, "error", Type::string, where);
        check_inserts(element, where);
    } else if (kind == "choice") {
        check_choice(element, where);
    } else if (kind == "progress") {
        need(element, "label", Type::string, where);
        need(element, "done", Type::number_unsigned, where);
        need(element, "total", Type::number_unsigned, where);
    }
}

void check_button(const json& button, const std::string& where) {
    need(button, "label", Type::string, where);
    may_be_one_of(button, "role", {"default", "cancel", "normal"}, where);
    may_have(button, "enabled", Type::boolean, where);
    may_have(button, "reason", Type::string, where);
    may_have(button, "beside", Type::string, where);
}

}  // namespace

void check_dialog_frame(const json& view) {
    if (!view.is_object()) refuse("it", "is not an object");
    need(view, "name", Type::string, "it");
    need(view, "title", Type::string, "it");
    need(view, "elements", Type::array, "it");
    need(view, "buttons", Type::array, "it");
    check_items(view["elements"], "element", "", [](const json&, const std::string&) {});
    check_items(view["buttons"], "button", "", check_button);
}

void check_dialog_element(const json& element, const std::string& where) {
    check_element(element, where);
}

void check_dialog_row(const json& row, const std::string& where) {
    if (!row.is_object()) refuse(where, "is not an object");
    need(row, "id", Type::string, where);
    check_row(row, where);
}

void refuse_row_of_other_id(const json& row, const std::string& where) {
    refuse_repeated_id(row, where);
}

void check_dialog_view(const json& view) {
    check_dialog_frame(view);
    for (std::size_t i = 0; i < view["elements"].size(); ++i)
        check_element(view["elements"][i], "element " + std::to_string(i));
}

}  // namespace mock_host
