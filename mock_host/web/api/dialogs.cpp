#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The plug-in's dialogs: what they say, and what people do there.

namespace mock_host {

using nlohmann::json;

namespace {

bool has_a_value(const json& element) {
    return element["kind"] == "text_area" || element["kind"] == "choice";
}

json dialog_json(const Dialogs& dialogs, std::uint64_t id) {
    const json& view = dialogs.view(id);
    json values = json::object();
    for (const json& element : view["elements"]) {
        if (!has_a_value(element)) continue;
        const auto name = element["id"].get<std::string>();
        values[name] = dialogs.typed(id, name);
    }
    return {{"id", id}, {"view", view}, {"values", values}};
}

ApiResult all(const Endpoint& endpoint) {
    json list = json::array();
    endpoint.host.on_main_thread([&](Host& host) {
        for (const std::uint64_t id : host.dialogs().ids())
            list.push_back(dialog_json(host.dialogs(), id));
    });
    return json_result({{"dialogs", std::move(list)}});
}

/// Does something in the dialog of the path.
ApiResult do_in_dialog(const Endpoint& endpoint,
                       const std::function<void(Dialogs& dialogs, std::uint64_t id)>& deed) {
    const auto id = static_cast<std::uint64_t>(id_in_path(endpoint, 0, "dialog"));
    endpoint.host.on_main_thread([&](Host& host) { deed(host.dialogs(), id); });
    return done();
}

ApiResult type(const Endpoint& endpoint) {
    const std::string element = text_at(body_of(endpoint), "element");
    const std::string value = text_at(body_of(endpoint), "value");
    return do_in_dialog(endpoint,
                        [&](Dialogs& dialogs, std::uint64_t id) { dialogs.type(id, element, value); });
}

ApiResult choose(const Endpoint& endpoint) {
    const std::string element = text_at(body_of(endpoint), "element");
    const std::string value = text_at(body_of(endpoint), "value");
    return do_in_dialog(endpoint,
                        [&](Dialogs& dialogs, std::uint64_t id) { dialogs.choose(id, element, value); });
}

/// Types and chooses what stands on the page and did not come here before.
void take_over(Dialogs& dialogs, std::uint64_t id, const json& values) {
    for (const auto& [element, text] : values.items()) {
        const auto value = text.get<std::string>();
        if (dialogs.typed(id, element) == value) continue;
        // Anew for each: the plug-in may have changed the view by what came before.
        std::string kind;
        for (const json& shown : dialogs.view(id)["elements"]) {
            if (shown["id"] == element) kind = shown["kind"];
        }
        kind == "choice" ? dialogs.choose(id, element, value) : dialogs.type(id, element, value);
    }
}

/// Whether a button can be pressed by what the plug-in says now.
bool is_enabled(const json& view, const std::string& id) {
    for (const json& button : view["buttons"]) {
        if (button["id"] == id) return button.value("enabled", true);
    }
    return false;
}

/// `if_enabled`: the page did not know yet what the plug-in says of the last letters. A button that turns out
/// to be disabled is not pressed, and the view tells why.
ApiResult press(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    const std::string button = text_at(body, "button");
    const json values = body.contains("values") ? texts_at(body, "values") : json::object();
    const bool is_conditional = body.value("if_enabled", false);
    return do_in_dialog(endpoint, [&](Dialogs& dialogs, std::uint64_t id) {
        take_over(dialogs, id, values);
        if (is_conditional && !is_enabled(dialogs.view(id), button)) return;
        dialogs.press(id, button);
    });
}

ApiResult row_action(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    const std::string element = text_at(body, "element");
    const std::string row = text_at(body, "row");
    const std::string action = text_at(body, "action");
    return do_in_dialog(endpoint, [&](Dialogs& dialogs, std::uint64_t id) {
        dialogs.choose_row_action(id, element, row, action);
    });
}

ApiResult close(const Endpoint& endpoint) {
    return do_in_dialog(endpoint, [](Dialogs& dialogs, std::uint64_t id) { dialogs.close_by_person(id); });
}

}  // namespace

void add_dialog_routes(Routes& routes) {
    routes.add("GET", "dialogs", all);
    routes.add("POST", "dialogs/{}/type", type);
    routes.add("POST", "dialogs/{}/choose", choose);
    routes.add("POST", "dialogs/{}/press", press);
    routes.add("POST", "dialogs/{}/row_action", row_action);
    routes.add("POST", "dialogs/{}/close", close);
}

}  // namespace mock_host
