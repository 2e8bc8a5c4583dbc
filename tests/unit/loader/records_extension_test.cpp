#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/extensions.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;
using staffing::abi;
using staffing::StringCollector;

namespace {

const RecordKey dominic{RecordKind::employee, 5814};

struct Answer {
    staffing_status status = STAFFING_STATUS_UNSPECIFIED;
    std::string words;
};

/// The fields that the plug-in is given of a record.
json fields_of(HostForTests& test, staffing_record_kind kind, std::int64_t id) {
    const auto* const records = test.extension<staffing_records>(STAFFING_EXT_RECORDS);
    const staffing_record_ref record{kind, 0, id};
    std::string fields;
    const staffing_record_sink sink{
        &fields, [](void* context, std::uint64_t, const staffing_record* given) -> std::int32_t {
            *static_cast<std::string*>(context) = {given->fields_json.data, given->fields_json.size};
            return 1;
        }};
    std::thread([&] { records->get(test.c(), &record, 1, &sink, nullptr); }).join();
    return json::parse(fields);
}

/// The first contact method of Dominic Proke becomes another one, if it is `before`.
Answer update(HostForTests& test, const std::string& before, const std::string& after,
              std::int64_t method_offset = 0) {
    const auto* const records = test.extension<staffing_records>(STAFFING_EXT_RECORDS);
    const staffing_record_ref record{STAFFING_RECORD_KIND_EMPLOYEE, 0, dominic.id};
    const std::int64_t id = test.database->records().find(dominic)->methods.at(0).id + method_offset;
    const staffing_string from = abi(before);
    const staffing_string to = abi(after);
    StringCollector error;
    Answer answer;
    std::thread([&] {
        answer.status = records->update_method(test.c(), &record, id, &from, &to, error.sink());
    }).join();
    answer.words = error.text();
    return answer;
}

std::string number_of_dominic(HostForTests& test) {
    return phone_shown(*test.database->records().find(dominic));
}

const std::string as_seeded = "(651) 428-7716";

}  // namespace

TEST_CASE("a record has fields for merging, all of them texts") {
    HostForTests test;
    const json assigned = fields_of(test, STAFFING_RECORD_KIND_EMPLOYEE, 12700);
    CHECK(assigned.at("city") == "Eagan");
    CHECK(assigned.at("status") == "Available");
    CHECK(assigned.at("last_message") == "Placed");
    CHECK_FALSE(assigned.at("job_title").get<std::string>().empty());
    CHECK_FALSE(assigned.at("assignment").get<std::string>().empty());
    const json contact = fields_of(test, STAFFING_RECORD_KIND_CONTACT, 6384);
    CHECK(contact.at("customer_name") == "Orchid Staffing");
    CHECK(contact.at("title") == "Owner/Founder");
    CHECK(contact.at("department") == "");
    CHECK(contact.at("city") == "");
    for (const json& fields : {assigned, contact}) {
        for (const json& value : fields)
            CHECK(value.is_string());
    }
}

TEST_CASE("a record's fields are UTF-8, whatever stands in the record") {
    HostForTests test;
    Person person = *test.database->records().find(dominic);
    person.id = 99'001;
    person.title = "Caf\xE9 cook";
    test.database->records().add(person);
    CHECK(fields_of(test, STAFFING_RECORD_KIND_EMPLOYEE, 99'001).at("job_title") == "Caf\uFFFD cook");
}

TEST_CASE("a contact method is corrected once, and not over somebody else's change") {
    HostForTests test;
    CHECK(update(test, as_seeded, "(651) 428-7717").status == STAFFING_STATUS_OK);
    CHECK(number_of_dominic(test) == "(651) 428-7717");
    const Answer late = update(test, as_seeded, "(651) 428-7718");
    CHECK(late.status == STAFFING_STATUS_REFUSED);
    CHECK_THAT(late.words, ContainsSubstring("meanwhile"));
    CHECK(number_of_dominic(test) == "(651) 428-7717");
    CHECK(update(test, as_seeded, "1", 1'000'000).status == STAFFING_STATUS_NOT_FOUND);
}

TEST_CASE("what the host does not take as a contact method is refused in words") {
    HostForTests test;
    const Answer empty = update(test, as_seeded, " ");
    CHECK(empty.status == STAFFING_STATUS_REFUSED);
    CHECK_THAT(empty.words, ContainsSubstring("The Cell Phone cannot be left empty"));
    CHECK(update(test, as_seeded, std::string(201, '6')).status == STAFFING_STATUS_REFUSED);
    CHECK(number_of_dominic(test) == as_seeded);
}

TEST_CASE("who may not change records changes none through the plug-in") {
    HostForTests test;
    test.host->session().log_in("pkowalski");
    const Answer denied = update(test, as_seeded, "(651) 428-7717");
    CHECK(denied.status == STAFFING_STATUS_PERMISSION_DENIED);
    CHECK_THAT(denied.words, ContainsSubstring("Paula Kowalski may not change records"));
    test.host->session().log_out();
    const Answer nobody = update(test, as_seeded, "(651) 428-7717");
    CHECK(nobody.status == STAFFING_STATUS_PERMISSION_DENIED);
    CHECK_THAT(nobody.words, ContainsSubstring("Nobody is logged in"));
    CHECK(number_of_dominic(test) == as_seeded);
    CHECK(test.host->log().misbehaviour().empty());
}
