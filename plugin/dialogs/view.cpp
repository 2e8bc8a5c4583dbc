#include "dialogs/view.hpp"

namespace send_text::view {
namespace {

using nlohmann::json;

/// Each of several, as JSON.
template <class Item, class ToJson>
json array_of(const std::vector<Item>& items, ToJson to_json) {
    json array = json::array();
    for (const Item& item : items)
        array.push_back(to_json(item));
    return array;
}

}  // namespace

InsertGroup::InsertGroup(std::string_view label, const std::vector<Insert>& items)
    : Part({{"label", label}, {"items", array_of(items, [](const Insert& insert) {
                                   return json{{"label", insert.label}, {"text", insert.text}};
                               })}}) {}

Choice::Choice(std::string_view id, std::string_view label, std::string_view chosen,
               const std::vector<Option>& options)
    : Part({{"kind", "choice"},
            {"id", id},
            {"label", label},
            {"value", chosen},
            {"choices", array_of(options, [](const Option& option) {
                 return json{{"value", option.value}, {"label", option.label}};
             })}}) {}

Row Row::actions(const std::vector<Action>& actions) && {
    return with("actions", array_of(actions, [](const Action& action) {
                    return json{{"id", action.id}, {"label", action.label}};
                }));
}

Rows Rows::columns(const std::vector<Column>& columns) && {
    return with("columns", array_of(columns, [](const Column& column) {
                    return json{{"id", column.id}, {"label", column.label}, {"weight", column.weight}};
                }));
}

Button Button::disabled_because(const std::optional<Refusal>& refusal) && {
    return with("enabled", !refusal).with("reason", refusal ? refusal->reason : std::string());
}

json dialog(std::string_view name, std::string_view title, json elements, json buttons) {
    return {
        {"name", name}, {"title", title}, {"elements", std::move(elements)}, {"buttons", std::move(buttons)}};
}

}  // namespace send_text::view
