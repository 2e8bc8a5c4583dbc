// What the plug-in makes of the records that a host names.

#include <catch2/catch_test_macros.hpp>

#include "entry/host_extensions.hpp"
#include "entry/host_records.hpp"
#include "unit/support/recording_log.hpp"

using namespace send_text;

namespace {

staffing_status STAFFING_CALL find_three(const staffing_host*, const staffing_string*,
                                         const staffing_record_ref_sink* sink,
                                         const staffing_error_sink*) noexcept {
    for (const staffing_record_ref& record : {staffing_record_ref{4711, 0, 1},  // of a later host
                                              {STAFFING_RECORD_KIND_CONTACT, 0, 2},
                                              {STAFFING_RECORD_KIND_UNSPECIFIED, 0, 3}})
        sink->write(sink->context, &record);
    return STAFFING_STATUS_OK;
}

staffing_string of(std::string_view text) {
    return {text.data(), text.size()};
}

staffing_status STAFFING_CALL give_ann(const staffing_host*, const staffing_record_ref*, std::uint64_t,
                                       const staffing_record_sink* sink,
                                       const staffing_error_sink*) noexcept {
    staffing_record ann{};
    ann.struct_size = sizeof(ann);
    ann.ref = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
    ann.display_name = of("Ann\r\nMarie\tSmith\u2028Jr.\u00A0");
    ann.first_name = of("\u00A0\u200B");
    ann.last_name = of("Smith\nJr.");
    sink->write(sink->context, 0, &ann);
    return STAFFING_STATUS_OK;
}

/// Gives two records, the first as the test says.
struct GivenFirst {
    static inline staffing_record record;

    static staffing_status STAFFING_CALL get(const staffing_host*, const staffing_record_ref* refs,
                                             std::uint64_t, const staffing_record_sink* sink,
                                             const staffing_error_sink*) noexcept {
        staffing_record second{};
        second.struct_size = sizeof(second);
        second.ref = refs[1];
        second.display_name = of("Bob Poe");
        sink->write(sink->context, 0, &record);
        sink->write(sink->context, 1, &second);
        return STAFFING_STATUS_OK;
    }

    GivenFirst() {
        record = {};
        record.struct_size = sizeof(record);
        record.ref = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
        record.display_name = of("Ann Poe");
    }
};

staffing_status STAFFING_CALL find_null(const staffing_host*, const staffing_string*,
                                        const staffing_record_ref_sink* sink,
                                        const staffing_error_sink*) noexcept {
    const staffing_record_ref contact{STAFFING_RECORD_KIND_CONTACT, 0, 2};
    sink->write(sink->context, nullptr);
    sink->write(sink->context, &contact);
    sink->write(sink->context, nullptr);
    return STAFFING_STATUS_OK;
}

/// A host whose table of records a test fills, and what is read from it.
struct AskedHost {
    AskedHost() { extensions.records = &table; }

    staffing_records table{};
    const staffing_host host{};
    HostExtensions extensions{host};
    testing::RecordingLog log;
    HostRecords records{extensions, log};
};

}  // namespace

TEST_CASE("a name has no line ends in it and no blanks around it, wherever it is shown") {
    AskedHost host;
    host.table.get = &give_ann;
    const RecordRef ref{RecordKind::employee, 1};
    std::size_t found = 0;
    host.records.fetch({&ref, 1}, [&](std::size_t, const RecordDetails* ann) {
        REQUIRE(ann != nullptr);
        CHECK(ann->display_name == "Ann Marie Smith Jr.");
        CHECK(ann->fields.first_name.empty());
        CHECK(ann->fields.last_name == "Smith Jr.");
        ++found;
        return true;
    });
    CHECK(found == 1);
}

TEST_CASE("records of kinds that are not known here are passed over when a number is looked up") {
    AskedHost host;
    host.table.find_by_phone = &find_three;
    CHECK(host.records.find_by_phone(E164("+16515551204")) ==
          std::vector<RecordRef>{{RecordKind::contact, 2}});
}

TEST_CASE("a record that the host gives wrongly is skipped, and said, and harms no other") {
    GivenFirst given;
    const staffing_contact_method* const no_method = nullptr;
    SECTION("of no size") {
        GivenFirst::record.struct_size = 0;
    }
    SECTION("with a method that is not there: it may have been a wish not to be texted") {
        GivenFirst::record.methods = &no_method;
        GivenFirst::record.method_count = 1;
    }
    SECTION("with a number of methods and none of them") {
        GivenFirst::record.method_count = 3;
    }
    SECTION("another one than was asked for") {
        GivenFirst::record.ref.id = 99;
    }
    AskedHost host;
    host.table.get = &GivenFirst::get;
    const RecordRef asked[] = {{RecordKind::employee, 1}, {RecordKind::employee, 2}};
    std::vector<RecordDetails> found;
    host.records.fetch(asked, [&](std::size_t, const RecordDetails* details) {
        REQUIRE(details != nullptr);
        found.push_back(*details);
        return true;
    });
    REQUIRE(found.size() == 2);
    CHECK(found[0].methods.empty());
    CHECK(found[0].unreadable != std::nullopt);
    CHECK(found[1].display_name == "Bob Poe");
    CHECK(found[1].unreadable == std::nullopt);
    REQUIRE(host.log.count(LogSeverity::host_misbehaving) == 1);
    CHECK(host.log.mentions("employee 1"));
}

TEST_CASE("what is no record is skipped, and said, when a number is looked up") {
    AskedHost host;
    host.table.find_by_phone = &find_null;
    CHECK(host.records.find_by_phone(E164("+16515551204")) ==
          std::vector<RecordRef>{{RecordKind::contact, 2}});
    CHECK(host.log.count(LogSeverity::host_misbehaving) == 1);
    CHECK(host.log.mentions("The same holds for 1 other."));
}
