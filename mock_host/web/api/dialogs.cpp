#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

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

/// What stands in its fields, by element.
json values_of(const Dialogs& dialogs, std::uint64_t id) {
    json values = json::object();
    for (const json& element : dialogs.view(id)["elements"]) {
        if (!has_a_value(element)) continue;
        const auto name = element["id"].get<std::string>();
        values[name] = dialogs.typed(id, name);
    }
    return values;
}

/// The versions of dialogs that a page has: "have=3:17,4:1".
std::map<std::uint64_t, std::uint64_t> versions_in(const std::string& have) {
    std::map<std::uint64_t, std::uint64_t> versions;
    std::istringstream list(have);
    std::uint64_t id = 0;
    std::uint64_t version = 0;
    char sign = 0;
    while (list >> id >> sign >> version) {
        versions[id] = version;
        list >> sign;
    }
    return versions;
}

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A dialog as a page is told of it: the patches since the version that it has, or else the view. The patches
/// are the plug-in's own text, which was read when it came: the main thread writes nothing anew.
std::string dialog_text(const Dialogs& dialogs, std::uint64_t id, std::uint64_t version_there) {
    std::string text = "{\"id\":" + std::to_string(id) +
                       ",\"version\":" + std::to_string(dialogs.version(id)) +
                       ",\"values\":" + written(values_of(dialogs, id));
    if (const auto patches = dialogs.patches_since(id, version_there); patches && version_there != 0) {
        text += ",\"patches\":[";
        for (const auto& patch : *patches)
            text += (text.back() == '[' ? "" : ",") + *patch;
        return text + "]}";
    }
    return text + ",\"view\":" + written(dialogs.view(id)) + "}";
}

ApiResult all(const Endpoint& endpoint) {
    auto versions = versions_in(query_text(endpoint, "have"));
    std::string list;
    endpoint.host.on_main_thread([&](Host& host) {
        for (const std::uint64_t id : host.dialogs().ids())
            list += (list.empty() ? "" : ",") + dialog_text(host.dialogs(), id, versions[id]);
    });
    ApiResult result;
    result.body = "{\"dialogs\":[" + list + "]}";
    return result;
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
