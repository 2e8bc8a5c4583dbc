#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "abi/plugin/every_call.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/menu.h"
#include "staffing/ext/recipient_resolver.h"

// A host that answers wrongly: in other words than the contract has, or not at all.

using namespace abi;

namespace {

/// What the host does when asked for the user.
std::function<staffing_status(const staffing_session_user_sink*)> user_answer;

staffing_status STAFFING_CALL get_user(const staffing_host*, const staffing_session_user_sink* sink,
                                       const staffing_error_sink*) noexcept {
    return user_answer(sink);
}

/// What the host does when asked for records.
std::function<staffing_status(const staffing_record_ref*, std::uint64_t, const staffing_record_sink*)>
    records_answer;

staffing_status STAFFING_CALL get_records(const staffing_host*, const staffing_record_ref* records,
                                          std::uint64_t count, const staffing_record_sink* sink,
                                          const staffing_error_sink*) noexcept {
    return records_answer(records, count, sink);
}

/// How a resolution ended.
struct End {
    std::mutex mutex;
    std::condition_variable ended;
    staffing_status status = STAFFING_STATUS_UNSPECIFIED;
    std::string words;

    staffing_resolution_listener listener{
        sizeof(staffing_resolution_listener), 0, this,
        [](void*, const staffing_recipient* const*, std::uint64_t) {},
        [](void* context, staffing_status answered, const staffing_string* said) {
            auto& self = *static_cast<End*>(context);
            const std::lock_guard lock(self.mutex);
            self.status = answered;
            self.words.assign(said->data, said->size);
            self.ended.notify_all();
        }};

    void wait() {
        std::unique_lock lock(mutex);
        ended.wait(lock, [&] { return status != STAFFING_STATUS_UNSPECIFIED; });
    }
};

}  // namespace

TEST_CASE("a session that answers with nothing, too little, an unknown status or bad text does no harm") {
    HostForTests test;
    staffing_session session = mock_host::session_table();
    session.get_user = &get_user;
    user_answer = [](auto*) { return STAFFING_STATUS_OK; };  // takes the sink and says nothing
    SendText text(test, {{STAFFING_EXT_SESSION, &session}});
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const auto populate = [&] {
        const staffing_menu_target target = one_employee();
        return text.on_main(text.table<staffing_menu>(STAFFING_EXT_MENU).populate, &target, &no_items);
    };
    staffing_session_user user{};
    CHECK(populate().status == STAFFING_STATUS_OK);
    for (const staffing_status status :
         {STAFFING_STATUS_UNAVAILABLE, STAFFING_STATUS_UNSPECIFIED, 4711, -1}) {
        user_answer = [=](auto*) { return status; };
        const Answer answer = populate();
        CHECK(answer.status != STAFFING_STATUS_OK);
        CHECK_FALSE(answer.words.empty());
    }
    user_answer = [&](auto* sink) {
        sink->write(sink->context, &user);  // of no size
        return STAFFING_STATUS_OK;
    };
    CHECK(populate().status == STAFFING_STATUS_STRUCT_TOO_SMALL);
    user_answer = [&](auto* sink) {
        sink->write(sink->context, nullptr);
        return STAFFING_STATUS_OK;
    };
    CHECK(populate().status == STAFFING_STATUS_INVALID_ARGUMENT);
    user.struct_size = sizeof user;
    user.is_logged_in = 7;
    user.first_name = staffing::abi("Ana\xFF");
    user.last_name = {nullptr, 900};
    user_answer = [&](auto* sink) {
        sink->write(sink->context, &user);
        return STAFFING_STATUS_OK;
    };
    CHECK(populate().status == STAFFING_STATUS_OK);
}

TEST_CASE("records that are missing end the resolution in words, and records that are wrong are skipped") {
    HostForTests test;
    staffing_records records = mock_host::records_table();
    records.get = &get_records;
    SendText text(test, {{STAFFING_EXT_RECORDS, &records}});
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const auto& resolver = text.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    const staffing_record_ref asked[] = {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1},
                                         {STAFFING_RECORD_KIND_EMPLOYEE, 0, 2}};
    const staffing_resolution_request request{sizeof(request), 0, asked, 2};
    const auto end_of = [&](staffing_status wanted) {
        End end;
        std::uint64_t job_id = 0;
        const staffing_resolution_request* const given = &request;
        const staffing_resolution_listener* const listener = &end.listener;
        REQUIRE(text.on_main(resolver.start, given, listener, &job_id).status == STAFFING_STATUS_OK);
        end.wait();
        CHECK(end.status == wanted);
        CHECK(end.words.empty() == (wanted == STAFFING_STATUS_OK));
    };

    records_answer = [](auto*, auto, auto*) { return STAFFING_STATUS_OK; };  // for none of them
    end_of(STAFFING_STATUS_UNAVAILABLE);
    records_answer = [](auto*, auto, auto*) { return STAFFING_STATUS_INTERNAL_ERROR; };
    end_of(STAFFING_STATUS_UNAVAILABLE);
    records_answer = [](auto*, auto, auto* sink) {
        sink->write(sink->context, 1, nullptr);  // in another order
        sink->write(sink->context, ~std::uint64_t{0}, nullptr);
        return STAFFING_STATUS_OK;
    };
    end_of(STAFFING_STATUS_UNAVAILABLE);

    staffing_record record{};
    records_answer = [&](auto* refs, auto count, auto* sink) {
        for (std::uint64_t index = 0; index < count; ++index) {
            record.ref = refs[index];
            if (sink->write(sink->context, index, &record) == 0) break;
        }
        return STAFFING_STATUS_OK;
    };
    const auto said_wrong = [&] {  // since this was asked last
        static std::size_t lines_before = 0;
        const auto lines = test.host->log().lines();
        const std::size_t from = std::exchange(lines_before, lines.size());
        return std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(),
                             [](const auto& line) { return line.severity == STAFFING_LOG_HOST_MISBEHAVING; });
    };
    end_of(STAFFING_STATUS_OK);  // of no size: nobody is texted, and the host's log says why
    CHECK(said_wrong() == 1);
    record.struct_size = sizeof record;
    record.method_count = 3;  // and no methods
    end_of(STAFFING_STATUS_OK);
    CHECK(said_wrong() == 1);
    const staffing_contact_method* const no_method = nullptr;
    record.methods = &no_method;
    record.method_count = 1;
    end_of(STAFFING_STATUS_OK);
    CHECK(said_wrong() == 1);
    const staffing_contact_method unknown_type{sizeof(staffing_contact_method), 99, 1,
                                               staffing::abi("\xFF\xFE")};
    const staffing_contact_method* const method = &unknown_type;
    record.methods = &method;
    record.first_name = staffing::abi("\xC0\x80");
    record.fields_json = staffing::abi("no JSON");
    end_of(STAFFING_STATUS_OK);  // a record with odd values is a record
    records_answer = [](auto* refs, auto count, auto* sink) {
        for (std::uint64_t index = 0; index < count + 5; ++index)  // goes on after the last
            sink->write(sink->context, index, nullptr);
        return refs == nullptr ? STAFFING_STATUS_INVALID_ARGUMENT : STAFFING_STATUS_OK;
    };
    end_of(STAFFING_STATUS_OK);
    records_answer = {};
}
