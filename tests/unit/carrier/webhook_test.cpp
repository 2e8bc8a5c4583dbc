#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"
#include "unit/carrier/receiver.hpp"

using namespace mock_host::test;
using nlohmann::json;

namespace {

/// What has been posted as JSON; null if it was posted as something else.
json take(Receiver& receiver) {
    const Posted posted = receiver.inbox.take();
    return posted.content_type.starts_with("application/json") ? json::parse(posted.body) : json();
}

Form webhook(const std::string& event, const std::string& url) {
    return {{"type", "message"}, {"event", event}, {"url", url}, {"method", "POST"}};
}

}  // namespace

TEST_CASE("a reply is posted to its webhook in the documented form") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.control.set_clock("2020-11-13T17:01:17Z");
    REQUIRE(carrier.call("/webhook/add", webhook("receive", receiver.url())).json()["success"] == true);
    const std::string id = carrier.control.reply(ann, carrier.line, "Hello World");
    const json posted = take(receiver);
    CHECK(posted["id"].is_number_integer());
    CHECK(std::to_string(posted["id"].get<std::int64_t>()) == id);
    CHECK(posted["body"] == "Hello World");
    CHECK(posted["bodySize"] == 11);
    CHECK(posted["address"] == "ptn:/" + ann);
    CHECK(posted["finalSource"] == ann);
    CHECK(posted["finalDestination"] == carrier.line);
    CHECK(posted["messageType"] == "MO");
    CHECK(posted["dateCreated"] == "2020-11-13T17:01:17Z");
    CHECK(posted["statusCode"] == 4);
    for (const char* name : {"cc", "bcc", "scheduledDate", "dateDeleted", "dateRead"})
        CHECK(posted[name].is_null());
}

TEST_CASE("progress is posted when a text is queued and when it arrives") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.call("/webhook/add", webhook("progress", receiver.url()));
    carrier.control.set_handset(ann, false);
    const std::string id = carrier.send(ann, "Hello").json()["response"]["root"];
    const json queued = take(receiver);
    CHECK(queued["statusCode"] == 2);
    CHECK(queued["messageType"] == "ZO");
    carrier.control.set_handset(ann, true);
    const json delivered = take(receiver);
    CHECK(delivered["statusCode"] == 4);
    CHECK(std::to_string(delivered["id"].get<std::int64_t>()) == id);
    CHECK(delivered["finalDestination"] == ann);
}

TEST_CASE("a text that a handset loses ends as an error") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.call("/webhook/add", webhook("progress", receiver.url()));
    carrier.control.set_failure(ann, 30005);
    CHECK(carrier.send(ann, "lost").json()["success"] == true);
    CHECK(take(receiver)["statusCode"] == 5);
    CHECK(carrier.listed().at(0)["transmissionState"]["name"] == "ERROR");
    CHECK(carrier.listed().at(0)["errorState"] == true);
    CHECK(carrier.control.handset_texts(ann).empty());
    carrier.control.set_failure(ann, 0);
    carrier.send(ann, "arrives");
    CHECK(take(receiver)["statusCode"] == 4);
}

TEST_CASE("webhooks are kept, changed, listed and deleted") {
    RunningCarrier carrier;
    const auto added =
        carrier.call("/webhook/add", webhook("read", "https://example.com/a")).json()["response"];
    const std::string id = std::to_string(added.at(0)["webhookId"].get<std::int64_t>());
    CHECK(added[0]["event"] == "read");
    CHECK(carrier.call("/webhook/update", {{"webhookId", id}, {"url", "https://example.com/b"}})
              .json()["success"] == true);
    const auto listed = carrier.call("/webhook/list").json()["response"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["url"] == "https://example.com/b");
    CHECK(listed[0]["event"] == "read");
    CHECK(carrier.call("/webhook/delete", {{"webhookId", id}}).json() ==
          json{{"success", true}, {"response", json::array()}});
    CHECK(carrier.call("/webhook/list").json()["response"].empty());
    CHECK(carrier.call("/webhook/delete", {{"webhookId", id}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/webhook/add", webhook("receive", "nowhere")).json()["errorCode"] == -703);
    CHECK(carrier.call("/webhook/add", webhook("sneeze", "https://example.com")).json()["errorCode"] == -703);
}

TEST_CASE("a text is told of when it is sent, read and deleted, if that is wished") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.control.set_clock("2020-11-13T17:01:17Z");
    for (const char* const event : {"send", "read", "delete"})
        carrier.call("/webhook/add", webhook(event, receiver.url()));
    const std::string sent = carrier.send(ann, "Hello").json()["response"]["root"];
    const json posted = take(receiver);
    CHECK(std::to_string(posted["id"].get<std::int64_t>()) == sent);
    CHECK(posted["messageType"] == "ZO");

    const std::string id = carrier.control.reply(ann, carrier.line, "Hello to you");
    carrier.call("/message/read", {{"message", id}});
    carrier.call("/message/read", {{"message", id}});
    const json read = take(receiver);
    CHECK(read["read"] == true);
    CHECK(read["dateRead"] == "2020-11-13T17:01:17Z");

    carrier.call("/message/delete", {{"message", id}});
    const json deleted = take(receiver);
    CHECK(deleted["deleted"] == true);
    CHECK(deleted["dateDeleted"] == "2020-11-13T17:01:17Z");
    CHECK(receiver.inbox.size() == 0);
}

TEST_CASE("a webhook is called by the method that was wished") {
    Receiver receiver;
    RunningCarrier carrier;
    Form wish = webhook("receive", receiver.url());
    wish.back().second = "PUT";
    const json added = carrier.call("/webhook/add", wish).json()["response"].at(0);
    CHECK(added["method"] == "PUT");
    carrier.control.reply(ann, carrier.line, "by PUT");
    const Posted put = receiver.inbox.take();
    CHECK(put.method == "PUT");
    CHECK(json::parse(put.body)["body"] == "by PUT");

    const std::string id = added["webhookId"].dump();
    const auto update = [&](const std::string& method) {
        return carrier.call("/webhook/update", {{"webhookId", id}, {"method", method}}).json();
    };
    CHECK(update("GET")["response"][0]["method"] == "GET");
    carrier.control.reply(ann, carrier.line, "by GET & more");
    const Posted got = receiver.inbox.take();
    CHECK(got.method == "GET");
    CHECK(got.body.empty());
    CHECK(got.target.starts_with("/inbound?key=k&"));
    CHECK(got.target.find("body=by%20GET%20%26%20more") != std::string::npos);
    CHECK(got.target.find("finalSource=%2B16515565757") != std::string::npos);
    for (const char* const method : {"DELETE", "get", ""})
        CHECK(update(method)["errorCode"] == -703);
}

TEST_CASE("a webhook of another line hears nothing, and a dead one stops nobody") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.call("/webhook/add", webhook("receive", "http://127.0.0.1:1/dead"));
    carrier.call("/webhook/add", webhook("receive", receiver.url()));
    carrier.control.reply(ann, "+12065550199", "to another line");
    carrier.control.reply(ann, carrier.line, "to this line");
    CHECK(take(receiver)["body"] == "to this line");
    CHECK(receiver.inbox.size() == 0);
    const auto posted = carrier.control.callbacks();
    REQUIRE_FALSE(posted.empty());
    CHECK(posted[0]["url"] == "http://127.0.0.1:1/(hidden)");
    CHECK(posted[0]["status"] == 0);
    CHECK(posted[0]["error"].is_string());
}
