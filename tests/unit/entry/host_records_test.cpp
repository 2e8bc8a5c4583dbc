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

}  // namespace

TEST_CASE("records of kinds that are not known here are passed over when a number is looked up") {
    staffing_records table{};
    table.find_by_phone = &find_three;
    HostExtensions host;
    host.records = &table;
    HostRecords records(host);
    CHECK(records.find_by_phone("+16515551204") == std::vector<RecordRef>{{RecordKind::contact, 2}});
}
