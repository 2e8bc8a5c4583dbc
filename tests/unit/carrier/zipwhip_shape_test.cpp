#include <catch2/catch_test_macros.hpp>
#include <set>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;
using nlohmann::json;

// The fields that Zipwhip's own client library has recorded (github.com/johnlauer/zipwhip-api).

namespace {

std::set<std::string> names_of(const json& object) {
    std::set<std::string> names;
    for (const auto& [name, value] : object.items())
        names.insert(name);
    return names;
}

void expect_fields(const json& object, const std::set<std::string>& documented) {
    const auto names = names_of(object);
    for (const std::string& name : documented) {
        INFO(name);
        CHECK(names.contains(name));
    }
}

const std::set<std::string> message_fields{"DCSId",
                                           "UDH",
                                           "address",
                                           "advertisement",
                                           "bcc",
                                           "body",
                                           "bodySize",
                                           "carbonedMessageId",
                                           "carrier",
                                           "cc",
                                           "channel",
                                           "class",
                                           "contactDeviceId",
                                           "contactId",
                                           "creatorId",
                                           "dateCreated",
                                           "deleted",
                                           "deliveryReceipt",
                                           "destAddress",
                                           "deviceId",
                                           "dishedToOpenMarket",
                                           "dtoParentId",
                                           "encoded",
                                           "errorState",
                                           "expectDeliveryReceipt",
                                           "fingerprint",
                                           "firstName",
                                           "fromName",
                                           "fwd",
                                           "hasAttachment",
                                           "id",
                                           "isInFinalState",
                                           "isParent",
                                           "isRead",
                                           "isSelf",
                                           "lastName",
                                           "lastUpdated",
                                           "latlong",
                                           "loc",
                                           "messageConsoleLog",
                                           "metaDataId",
                                           "mobileNumber",
                                           "new",
                                           "openMarketMessageId",
                                           "parentId",
                                           "phoneKey",
                                           "scheduledDate",
                                           "smartForwarded",
                                           "smartForwardingCandidate",
                                           "sourceAddress",
                                           "statusCode",
                                           "statusDesc",
                                           "subject",
                                           "thread",
                                           "to",
                                           "transferedToCarrierReceipt",
                                           "transmissionState",
                                           "type",
                                           "uuid",
                                           "version",
                                           "visible"};

const std::set<std::string> contact_fields{
    "MOCount",  "ZOCount",     "address",     "birthday", "carrier",           "channel",
    "city",     "class",       "dateCreated", "deleted",  "deviceId",          "dtoParentId",
    "email",    "firstName",   "fwd",         "id",       "isZwUser",          "keywords",
    "lastName", "lastUpdated", "latlong",     "loc",      "mobileNumber",      "new",
    "notes",    "phoneId",     "phoneKey",    "state",    "targetGroupDevice", "thread",
    "vector",   "version",     "zipcode"};

const std::set<std::string> conversation_fields{"address",
                                                "bcc",
                                                "cc",
                                                "class",
                                                "dateCreated",
                                                "deleted",
                                                "deviceAddress",
                                                "deviceId",
                                                "dtoParentId",
                                                "fingerprint",
                                                "id",
                                                "lastContactDeviceId",
                                                "lastContactFirstName",
                                                "lastContactId",
                                                "lastContactLastName",
                                                "lastContactMobileNumber",
                                                "lastMessageBody",
                                                "lastMessageDate",
                                                "lastNonDeletedMessageDate",
                                                "lastUpdated",
                                                "new",
                                                "unreadCount",
                                                "version"};

}  // namespace

TEST_CASE("a listed text has all fields of the documents, as message/get has them") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-07-02T15:00:00Z");
    const std::string id = carrier.send(ann, "Hello").json()["response"]["root"];
    carrier.call("/contact/save",
                 {{"address", "ptn:/6515565757"}, {"firstName", "Ann"}, {"lastName", "Bee"}});
    const json listed = carrier.listed().at(0);
    expect_fields(listed, message_fields);
    CHECK(listed["id"] == id);
    CHECK(listed["uuid"] == id);
    CHECK(listed["address"] == "ptn:/6515565757");
    CHECK(listed["mobileNumber"] == "6515565757");
    CHECK(listed["firstName"] == "Ann");
    CHECK(listed["lastName"] == "Bee");
    CHECK(listed["dateCreated"] == "2026-07-02T08:00:00-07:00");
    CHECK(listed["contactId"].is_number_integer());
    CHECK(listed["transmissionState"] ==
          json{{"enumType", "com.zipwhip.outgoing.TransmissionState"}, {"name", "DELIVERED"}});

    for (const char* const name : {"message", "id"})
        CHECK(carrier.call("/message/get", {{name, id}}).json()["response"] == listed);
    CHECK(carrier.call("/message/get", {{"message", "1"}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/message/get").json()["errorCode"] == -703);
    carrier.session = carrier.client.post("/user/login", {{"username", "2065550199"}, {"password", "x"}})
                          .json()["response"];
    CHECK(carrier.call("/message/get", {{"message", id}}).json()["errorCode"] == -703);
}

TEST_CASE("numbers of other countries keep their country code") {
    RunningCarrier carrier;
    carrier.send("+447911123456", "Hello");
    const json listed = carrier.listed().at(0);
    CHECK(listed["destAddress"] == "+447911123456");
    CHECK(listed["address"] == "ptn:/+447911123456");
}

TEST_CASE("dates have the offset of the carrier's clocks, in summer and in winter") {
    RunningCarrier carrier;
    const auto shown = [&](const char* utc) {
        carrier.control.set_clock(utc);
        carrier.send(ann, "Hello");
        return carrier.listed().at(0)["dateCreated"].get<std::string>();
    };
    CHECK(shown("2026-01-01T00:00:00Z") == "2025-12-31T16:00:00-08:00");
    CHECK(shown("2026-03-08T09:59:59Z") == "2026-03-08T01:59:59-08:00");
    CHECK(shown("2026-03-08T10:00:00Z") == "2026-03-08T03:00:00-07:00");
    CHECK(shown("2026-11-01T08:59:59Z") == "2026-11-01T01:59:59-07:00");
    CHECK(shown("2026-11-01T09:00:00Z") == "2026-11-01T01:00:00-08:00");
}

TEST_CASE("a contact may be written in each of the forms of the documents") {
    RunningCarrier carrier;
    for (const char* const contact : {"+16515565757", "6515565757", "16515565757", "ptn:/6515565757",
                                      "ptn:/+16515565757", "ptn:/16515565757"}) {
        INFO(contact);
        CHECK(carrier.send(contact, contact).json()["success"] == true);
        CHECK(carrier.control.handset_texts(ann).back().body == contact);
    }
    CHECK(carrier.send("447911123456", "Hello").json()["success"] == true);
    CHECK(carrier.control.handset_texts("+447911123456").size() == 1);
    CHECK(carrier.call("/conversation/list").json()["total"] == 2);
}

TEST_CASE("contacts are listed, whether they were saved or texted") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-07-02T15:00:00Z");
    carrier.call("/contact/save",
                 {{"mobileNumber", "6513708370"}, {"firstName", "Bob"}, {"email", "bob@example.com"}});
    carrier.send(ann, "Hello");
    carrier.control.reply(ann, carrier.line, "Hello to you");
    const json page = carrier.call("/contact/list").json();
    CHECK(page["success"] == true);
    CHECK(page["total"] == 2);
    CHECK(page["page"] == 1);
    CHECK(page["pages"] == 1);
    CHECK(page["sessions"].is_null());
    const json& contacts = page["response"];
    REQUIRE(contacts.size() == 2);
    for (const json& contact : contacts)
        expect_fields(contact, contact_fields);
    CHECK(contacts[0]["mobileNumber"] == "6515565757");
    CHECK(contacts[0]["MOCount"] == 1);
    CHECK(contacts[0]["ZOCount"] == 1);
    CHECK(contacts[0]["firstName"] == "");
    CHECK(contacts[1]["firstName"] == "Bob");
    CHECK(contacts[1]["email"] == "bob@example.com");
    CHECK(contacts[1]["dateCreated"] == "2026-07-02T08:00:00-07:00");

    // Saving changes what is named, and only that.
    carrier.control.set_clock("2026-07-03T15:00:00Z");
    const json saved =
        carrier.call("/contact/save", {{"address", "ptn:/6513708370"}, {"lastName", "Cee"}}).json();
    CHECK(saved["response"]["id"] == contacts[1]["id"]);
    CHECK(saved["response"]["firstName"] == "Bob");
    CHECK(saved["response"]["lastName"] == "Cee");
    CHECK(saved["response"]["dateCreated"] == "2026-07-02T08:00:00-07:00");
    CHECK(saved["response"]["lastUpdated"] == "2026-07-03T08:00:00-07:00");
    const json second = carrier.call("/contact/list", {{"start", "1"}, {"limit", "1"}}).json();
    CHECK(second["response"].size() == 1);
    CHECK(second["response"][0]["lastName"] == "Cee");
    CHECK(second["page"] == 2);
    CHECK(second["pages"] == 2);

    carrier.session = carrier.client.post("/user/login", {{"username", "2065550199"}, {"password", "x"}})
                          .json()["response"];
    CHECK(carrier.call("/contact/list").json()["response"].empty());
}

TEST_CASE("a line's user is told with its number and when it came") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-07-02T15:00:00Z");
    carrier.session = carrier.client.post("/user/login", {{"username", "2065550177"}, {"password", "x"}})
                          .json()["response"];
    carrier.send(ann, "Hello");
    const json user = carrier.call("/user/get").json()["response"]["user"];
    expect_fields(user, {"firstName", "lastName", "mobileNumber", "fullName", "phoneKey", "email", "notes",
                         "birthday", "carrier", "loc", "dateCreated", "lastUpdated", "MOCount", "ZOCount"});
    CHECK(user["mobileNumber"] == "2065550177");
    CHECK(user["ZOCount"] == 1);
    CHECK(user["dateCreated"] == "2026-07-02T08:00:00-07:00");
    CHECK(carrier.client.post("/user/get", {{"session", "none"}}).json()["success"] == false);
}

TEST_CASE("conversations have all fields of the documents") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-07-02T15:00:00Z");
    carrier.send(ann, "first");
    carrier.control.set_clock("2026-07-02T16:00:00Z");
    carrier.control.reply(ann, carrier.line, "second");
    const json conversation = carrier.call("/conversation/list").json()["response"].at(0);
    expect_fields(conversation, conversation_fields);
    CHECK(conversation["deviceAddress"] == "device:/2065550100/0");
    CHECK(conversation["lastContactMobileNumber"] == "6515565757");
    CHECK(conversation["dateCreated"] == "2026-07-02T08:00:00-07:00");
    CHECK(conversation["lastMessageDate"] == "2026-07-02T09:00:00-07:00");
}
