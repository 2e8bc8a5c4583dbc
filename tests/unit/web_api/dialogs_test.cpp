#include <catch2/catch_test_macros.hpp>

#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

json element(const json& dialog, const std::string& id) {
    for (const json& one : dialog["view"]["elements"]) {
        if (one["id"] == id) return one;
    }
    return nullptr;
}

json button(const json& dialog, const std::string& id) {
    for (const json& one : dialog["view"]["buttons"]) {
        if (one["id"] == id) return one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a dialog is shown with what was typed, and follows what people do") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::uint64_t id = screens.compose_to(5814);
    const std::string path = "dialogs/" + std::to_string(id);
    CHECK(screens.dialog(id)["view"]["name"] == "send_text.compose");
    CHECK(screens.dialog(id)["values"]["body"] == "");
    const std::string reason = button(screens.dialog(id), "send")["reason"];
    CHECK(reason != "");
    CHECK(screens.refusal("POST", path + "/press", {{"button", "send"}}).find(reason) != std::string::npos);

    screens.post(path + "/type", {{"element", "body"}, {"value", "Hello"}});
    CHECK(screens.dialog(id)["values"]["body"] == "Hello");
    CHECK(button(screens.dialog(id), "send")["enabled"] == true);

    const json row = element(screens.dialog(id), "recipients")["rows"][0];
    screens.post(path + "/row_action",
                 {{"element", "recipients"}, {"row", row["id"]}, {"action", row["actions"][0]["id"]}});
    screens.wait_until([&] { return element(screens.dialog(id), "recipients")["rows"].empty(); });
    screens.post(path + "/close");
    CHECK(screens.get("dialogs")["dialogs"].empty());
    CHECK(screens.get("handsets")["handsets"].empty());
}

TEST_CASE("a press that came too early is done if what comes with it allows it, and else not") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::uint64_t id = screens.compose_to(5814);
    const std::string press = "dialogs/" + std::to_string(id) + "/press";
    screens.post(press,
                 {{"button", "send"}, {"if_enabled", true}, {"values", {{"body", std::string(1601, 'a')}}}});
    CHECK(button(screens.dialog(id), "send")["enabled"] == false);
    CHECK(element(screens.dialog(id), "body")["error"] != "");
    screens.post(press, {{"button", "send"}, {"if_enabled", true}, {"values", {{"body", "Hello"}}}});
    json handsets;
    screens.wait_until([&] { return !(handsets = screens.get("handsets")["handsets"]).empty(); });
    CHECK(handsets[0]["texts"].size() == 1);
}

TEST_CASE("a page that has a version of a dialog is told the patches since, another one all") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::uint64_t id = screens.compose_to(5814);
    const auto have = [&](std::uint64_t version) {
        return screens.get("dialogs?have=" + std::to_string(id) + ":" +
                           std::to_string(version))["dialogs"][0];
    };
    const json before = screens.dialog(id);
    const std::uint64_t version = before["version"];
    CHECK(have(version)["patches"] == json::array());
    CHECK_FALSE(have(version).contains("view"));
    screens.post("dialogs/" + std::to_string(id) + "/type", {{"element", "body"}, {"value", "Hello"}});
    const json after = have(version);
    CHECK(after["version"] > version);
    CHECK(after["values"]["body"] == "Hello");
    json view = before["view"];
    for (const json& patch : after["patches"])
        view = view.patch(patch);
    CHECK(view == screens.dialog(id)["view"]);
    CHECK(have(version + 1'000'000).contains("view"));
    CHECK(screens.get("dialogs?have=nonsense")["dialogs"][0].contains("view"));
}

TEST_CASE("the values of a press are typed first") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::uint64_t id = screens.compose_to(5814);
    screens.post("dialogs/" + std::to_string(id) + "/type", {{"element", "body"}, {"value", "Hel"}});
    screens.post("dialogs/" + std::to_string(id) + "/press",
                 {{"button", "send"}, {"values", {{"body", "Hello"}}}});
    json handsets;
    screens.wait_until([&] { return !(handsets = screens.get("handsets")["handsets"]).empty(); });
    CHECK(handsets[0]["texts"][0]["body"] == "Hello");
}

TEST_CASE("what a dialog does not offer is refused in words") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::string path = "dialogs/" + std::to_string(screens.compose_to(5814));
    CHECK(screens.refusal("POST", path + "/type", {{"element", "x"}, {"value", ""}}) ==
          "409 The dialog has no field x.");
    CHECK(screens.refusal("POST", path + "/type", {{"element", "recipients"}, {"value", ""}})
              .starts_with("409 "));
    CHECK(
        screens.refusal("POST", path + "/choose", {{"element", "body"}, {"value", "x"}}).starts_with("409 "));
    CHECK(screens.refusal("POST", path + "/press", {{"button", "fly"}}) ==
          "409 The dialog has no button fly.");
    CHECK(screens.refusal("POST", path + "/press", {{"button", "cancel"}, {"values", {{"x", "y"}}}}) ==
          "409 The dialog has no field x.");
    CHECK(screens.refusal("POST", path + "/press", {{"button", "cancel"}, {"values", {{"body", 5}}}}) ==
          "400 \"body\" in \"values\" must be a string.");
    CHECK(screens.refusal("POST", path + "/press") == "400 \"button\" is missing.");
    CHECK(screens.refusal("POST", path + "/row_action", {{"element", "recipients"}, {"row", "1"}}) ==
          "400 \"action\" is missing.");
    CHECK(screens.refusal("POST", "dialogs/77/close") == "409 There is no open dialog 77.");
    CHECK(screens.refusal("POST", "dialogs/first/close") == "404 There is no dialog \"first\".");
}
