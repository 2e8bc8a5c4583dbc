#include <catch2/catch_test_macros.hpp>
#include <set>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;

TEST_CASE("a text reaches its handset, and is listed as the API shows it") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string body = "Grüße & 100% \xF0\x9F\x98\x80 a+b";
    const auto answer = carrier.send(ann, body).json();
    REQUIRE(answer["success"] == true);
    const auto token = answer["response"]["tokens"].at(0);
    const std::string id = token["message"];
    CHECK(answer["response"]["root"] == id);

    const auto texts = carrier.control.handset_texts(ann);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].line == carrier.line);
    CHECK(texts[0].body == body);
    CHECK(texts[0].message_id == id);
    CHECK(texts[0].when == "2026-03-02T15:00:00Z");

    const auto listed = carrier.listed();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["id"] == id);
    CHECK(std::stoll(id) > (std::int64_t{1} << 53));
    CHECK(listed[0]["type"] == "ZO");
    CHECK(listed[0]["sourceAddress"] == "2065550100");
    CHECK(listed[0]["destAddress"] == "6515565757");
    CHECK(listed[0]["body"] == body);
    CHECK(listed[0]["isRead"] == false);
    CHECK(listed[0]["transmissionState"]["name"] == "DELIVERED");
    CHECK(listed[0]["dateCreated"] == "2026-03-02T07:00:00-08:00");
    CHECK(listed[0]["fingerprint"] == token["fingerprint"]);
}

TEST_CASE("several contacts get a text each under one root") {
    RunningCarrier carrier;
    const Form form{{"contacts", ann}, {"contacts", "ptn:/6513708370"}, {"body", "Hello"}};
    const auto response = carrier.call("/message/send", form).json()["response"];
    REQUIRE(response["tokens"].size() == 2);
    CHECK(response["tokens"][0]["message"] != response["tokens"][1]["message"]);
    CHECK(carrier.control.handset_texts(ann).size() == 1);
    CHECK(carrier.control.handset_texts(bob).size() == 1);
}

TEST_CASE("the same text sent again is another text") {
    RunningCarrier carrier;
    std::set<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.insert(carrier.send(ann, "Hello").json()["response"]["tokens"][0]["message"].get<std::string>());
    }
    CHECK(ids.size() == 3);
    CHECK(carrier.control.handset_texts(ann).size() == 3);
}

TEST_CASE("the list comes in pages, newest first") {
    RunningCarrier carrier;
    for (int i = 0; i < 5; ++i)
        carrier.send(ann, "text " + std::to_string(i));
    const auto bodies = [&](const Form& range) {
        std::vector<std::string> found;
        for (const auto& message : carrier.listed(range))
            found.push_back(message["body"]);
        return found;
    };
    using Bodies = std::vector<std::string>;
    CHECK(bodies({{"start", "0"}, {"limit", "2"}}) == Bodies{"text 4", "text 3"});
    CHECK(bodies({{"start", "2"}, {"limit", "2"}}) == Bodies{"text 2", "text 1"});
    CHECK(bodies({{"start", "4"}, {"limit", "2"}}) == Bodies{"text 0"});
    CHECK(bodies({{"start", "5"}, {"limit", "2"}}).empty());
    const auto page = carrier.call("/message/list", {{"limit", "2"}}).json();
    CHECK(page["total"] == 5);
    CHECK(page["size"] == 2);
    CHECK(carrier.call("/message/list", {{"start", "-1"}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/message/list", {{"limit", "many"}}).json()["errorCode"] == -703);
}

TEST_CASE("a line sees its own messages only") {
    RunningCarrier carrier;
    carrier.send(ann, "Hello");
    carrier.session = carrier.client.post("/user/login", {{"username", "2065550199"}, {"password", "x"}})
                          .json()["response"];
    CHECK(carrier.listed().empty());
}

TEST_CASE("what cannot be sent is refused with its code, and nothing of it is taken") {
    RunningCarrier carrier;
    const auto code = [&](const Form& form) {
        const Reply reply = carrier.call("/message/send", form);
        CHECK(reply.status == 200);
        CHECK(reply.json()["success"] == false);
        CHECK_FALSE(reply.json()["message"].get<std::string>().empty());
        return reply.json()["errorCode"].get<int>();
    };
    for (const char* contact :
         {"5565757", "+651", "+0651556575", "+1651556575", "ptn:/651556575", "ptn:/+1651556575", "ptn:/",
          "ptn:6515565757", "ptn:/ptn:/6515565757", "0016515565757", "(651) 556-5757", "1234567890123456",
          "+1651556575x", "", "Ann", "+16515565757\xff"}) {
        INFO(contact);
        CHECK(code({{"contacts", contact}, {"body", "Hello"}}) == -703);
    }
    CHECK(code({{"body", "Hello"}}) == -703);
    CHECK(code({{"contacts", ann}}) == -703);
    CHECK(code({{"contacts", ann}, {"body", ""}}) == -394);
    CHECK(code({{"contacts", ann}, {"body", "\xC3\x28"}}) == -703);
    CHECK(code({{"contacts", ann}, {"contacts", "nobody"}, {"body", "Hello"}}) == -703);
    CHECK(carrier.listed().empty());
    CHECK(carrier.control.handset_texts(ann).empty());
}

TEST_CASE("conversations are listed, shown and read") {
    RunningCarrier carrier;
    carrier.send(ann, "to Ann");
    carrier.send(bob, "to Bob");
    const std::string id = carrier.control.reply(ann, carrier.line, "from Ann");

    const auto list = carrier.call("/conversation/list").json();
    REQUIRE(list["total"] == 2);
    const auto newest = list["response"][0];
    CHECK(newest["lastMessageBody"] == "from Ann");
    CHECK(newest["unreadCount"] == 1);

    const Form fingerprint{{"fingerprint", newest["fingerprint"]}};
    const auto shown = carrier.call("/conversation/get", fingerprint).json()["response"];
    REQUIRE(shown["messages"].size() == 2);
    CHECK(shown["messages"][0]["body"] == "from Ann");
    CHECK(shown["messages"][1]["body"] == "to Ann");
    CHECK(shown["conversation"]["fingerprint"] == newest["fingerprint"]);

    CHECK(carrier.call("/message/read", {{"message", id}}).json()["success"] == true);
    CHECK(carrier.listed()[0]["isRead"] == true);
    CHECK(carrier.call("/conversation/list").json()["response"][0]["unreadCount"] == 0);
    CHECK(carrier.call("/message/read", {{"message", "1"}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/conversation/get", {{"fingerprint", "1"}}).json()["errorCode"] == -703);
}

TEST_CASE("a contact is saved under its number") {
    RunningCarrier carrier;
    const Form contact{{"address", "ptn:/6515565757"}, {"firstName", "Ann"}};
    const auto saved = carrier.call("/contact/save", contact).json();
    CHECK(saved["success"] == true);
    CHECK(saved["response"]["mobileNumber"] == "6515565757");
    CHECK(saved["response"]["address"] == "ptn:/6515565757");
    CHECK(saved["response"]["firstName"] == "Ann");
    CHECK(carrier.call("/contact/save", {{"mobileNumber", "none"}}).json()["errorCode"] == -703);
}
