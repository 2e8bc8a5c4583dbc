#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <set>

#include "mock_host/web/event_hub.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

json method(const json& record, const std::string& type) {
    for (const json& one : record["methods"]) {
        if (one["type"] == type) return one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a record is shown with what its kind has") {
    Screens screens;
    const json employee = screens.get("records/employee/5814");
    CHECK(employee["kind"] == "employee");
    CHECK(employee["id"] == 5814);
    CHECK(employee["name"] == "Dominic Proke");
    CHECK(employee["rep"] == "Diane Nguyen");
    CHECK(employee["methods"].size() == 2);
    CHECK(employee.contains("has_resume"));
    CHECK_FALSE(employee.contains("customer_name"));
    const json contact = screens.get("records/contact/5814");
    CHECK(contact["last_name"] == "SameIdAsAnEmployee");
    CHECK(contact["customer_name"] == "Oddfellows Supply");
    CHECK_FALSE(contact.contains("has_resume"));
}

TEST_CASE("contact methods are changed, added and removed") {
    Screens screens;
    const std::string methods = "records/contact/7103/methods";
    const std::int64_t id =
        screens.post(methods, {{"type", "SMS"}, {"value", "<i>(651) 222-0001</i>"}})["id"];
    CHECK(method(screens.get("records/contact/7103"), "SMS")["value"] == "<i>(651) 222-0001</i>");
    screens.put(methods + "/" + std::to_string(id), {{"value", "(651) 222-0002"}});
    const json record = screens.get("records/contact/7103");
    CHECK(method(record, "SMS") == json{{"id", id}, {"type", "SMS"}, {"value", "(651) 222-0002"}});
    CHECK(record["phone"] == "(651) 222-0002");
    screens.remove(methods + "/" + std::to_string(id));
    CHECK(screens.get("records/contact/7103")["methods"].empty());
}

TEST_CASE("pages hear of a record that was changed behind their back") {
    Screens screens;
    Records& records = screens.database().records();
    const RecordKey dominic{RecordKind::employee, 5814};
    const std::int64_t method = records.find(dominic)->methods.at(0).id;
    screens.get("records/employee/5814");
    EventHub::Listener listener(screens.host().events());
    while (!listener.wait(std::chrono::milliseconds(0)).empty()) {
    }
    records.update_method(dominic, method, "(651) 428-7717");
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    std::set<std::string> topics;
    while (!topics.contains("records") || !topics.contains("handsets")) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        topics.merge(listener.wait(std::chrono::milliseconds(100)));
    }
    CHECK(screens.get("employees?id=5814")["rows"][0]["cell_phone"] == "(651) 428-7717");
}

TEST_CASE("records and methods that are not there, or cannot be, are refused in words") {
    Screens screens;
    CHECK(screens.refusal("GET", "records/employee/99") == "404 There is no employee 99.");
    CHECK(screens.refusal("GET", "records/employee/99/messages") == "404 There is no employee 99.");
    CHECK(screens.refusal("GET", "records/customer/5814") ==
          "404 There are no records of the kind \"customer\", only employee and contact.");
    CHECK(screens.refusal("GET", "records/contact/x1") == "404 There is no contact \"x1\".");
    const std::string methods = "records/employee/5814/methods";
    CHECK(screens.refusal("POST", methods, {{"type", "Pigeon"}, {"value", "1"}}) ==
          "400 \"Pigeon\" is not a type of contact method.");
    CHECK(screens.refusal("POST", methods, {{"value", "1"}}) == "400 \"type\" is missing.");
    CHECK(screens.refusal("POST", methods, {{"type", "SMS"}, {"value", 6}}) ==
          "400 \"value\" must be a string.");
    CHECK(screens.refusal("POST", methods, json::array()).starts_with("400 "));
    CHECK(screens.refusal("POST", "records/employee/99/methods", {{"type", "SMS"}, {"value", "1"}})
              .starts_with("404 "));
    CHECK(screens.refusal("PUT", methods + "/1234567", {{"value", "1"}}).starts_with("404 "));
    CHECK(screens.refusal("DELETE", methods + "/1234567").starts_with("404 "));
    const std::string zero_byte(1, '\0');
    CHECK(screens.refusal("POST", methods, {{"type", "SMS"}, {"value", zero_byte}}).starts_with("409 "));
}

TEST_CASE("a record's messages are newest first, with their author and all they stand on") {
    Screens screens;
    CHECK(screens.get("records/employee/5814/messages")["messages"].empty());
    const std::vector<RecordKey> links{{RecordKind::employee, 5814}, {RecordKind::contact, 6553}};
    screens.database().messages().add({"", "Called", "first <b>call</b>", 1, links, 1'772'474'400'000});
    screens.database().messages().add({"", "Email", "second", 0, {links[0]}, 1'772'474'460'000});
    const json messages = screens.get("records/employee/5814/messages")["messages"];
    REQUIRE(messages.size() == 2);
    CHECK(messages[0]["text"] == "second");
    CHECK(messages[0]["author"] == "");
    CHECK(messages[1]["action_code"] == "Called");
    CHECK(messages[1]["text"] == "first <b>call</b>");
    CHECK(messages[1]["author"] == "Alexander Swanson");
    CHECK(messages[1]["created"] == "2026-03-02T18:00:00Z");
    CHECK(messages[1]["links"] == json{{{"kind", "employee"}, {"id", 5814}, {"name", "Dominic Proke"}},
                                       {{"kind", "contact"}, {"id", 6553}, {"name", "Betty Barker"}}});
}

TEST_CASE("hotlists are listed, and one has its rows") {
    Screens screens;
    const json hotlists = screens.get("hotlists")["hotlists"];
    REQUIRE(hotlists.size() == 4);
    CHECK(hotlists[0] == json{{"id", 1},
                              {"name", "3rd shifters"},
                              {"description", "People who actually like third shift"},
                              {"owner", "Alexander Swanson"}});
    const json third_shifters = screens.get("hotlists/1");
    CHECK(third_shifters["name"] == "3rd shifters");
    REQUIRE(third_shifters["rows"].size() == 4);
    const json& row = third_shifters["rows"][0];
    CHECK(row["name"] == "Matthew Marshall");
    CHECK(row["status"] == "Available");
    CHECK(row["phone"] == "651-556-5757");
    CHECK(row["last_activity_date"] == "2017-08-09");
    CHECK(row["added_date"] == "2017-01-12");
    CHECK(row["note"] == "");
    CHECK(screens.refusal("GET", "hotlists/77") == "404 There is no hotlist 77.");
}

TEST_CASE("action codes say whom they are for and what they do besides") {
    Screens screens;
    const json codes = screens.get("action_codes")["action_codes"];
    json deactivation;
    for (const json& code : codes) {
        if (code["code"] == "Deact") deactivation = code;
    }
    CHECK(deactivation["side_effect"] == "deactivate");
    CHECK(deactivation["is_active"] == true);
    CHECK(deactivation["relevant_to_contact"] == true);
}
