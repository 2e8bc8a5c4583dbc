// What the plug-in makes of the records that a host names.

#include <catch2/catch_test_macros.hpp>

#include "entry/host_extensions.hpp"
#include "entry/host_records.hpp"

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

}  // namespace

TEST_CASE("a name has no line ends in it and no blanks around it, wherever it is shown") {
    staffing_records table{};
    table.get = &give_ann;
    const staffing_host c{};
    HostExtensions host(c);
    host.records = &table;
    HostRecords records(host);
    const RecordRef ref{RecordKind::employee, 1};
    std::size_t found = 0;
    records.fetch({&ref, 1}, [&](std::size_t, const RecordDetails* ann) {
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
    staffing_records table{};
    table.find_by_phone = &find_three;
    const staffing_host c{};
    HostExtensions host(c);
    host.records = &table;
    HostRecords records(host);
    CHECK(records.find_by_phone("+16515551204") == std::vector<RecordRef>{{RecordKind::contact, 2}});
}
