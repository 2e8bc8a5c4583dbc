#include <catch2/catch_test_macros.hpp>

#include "abi/plugin/send_text.hpp"
#include "staffing/ext/message_logger.h"

using namespace abi;

TEST_CASE_METHOD(ActiveSendText, "the message logger refuses NULL and kinds that there are not") {
    const auto& logger = text.table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER);
    const staffing_record_ref known{STAFFING_RECORD_KIND_EMPLOYEE, 0, 5814};
    const staffing_record_ref unknown{STAFFING_RECORD_KIND_EMPLOYEE, 0, INT64_MAX};
    const staffing_record_ref* const none = nullptr;
    const auto refused = [](const Answer& answer) {
        CHECK(answer.status == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK_FALSE(answer.words.empty());
    };
    refused(text.on_worker(logger.flush_record, none));
    refused(text.on_worker(logger.record_merged, none, &known));
    refused(text.on_worker(logger.record_merged, &known, none));
    refused(text.on_worker(logger.record_deleted, none));
    for (const staffing_record_kind kind : {0, 3, -1, INT32_MIN}) {
        const staffing_record_ref odd{kind, 0, 5814};
        refused(text.on_worker(logger.flush_record, &odd));
        refused(text.on_worker(logger.record_merged, &odd, &known));
        refused(text.on_worker(logger.record_merged, &known, &odd));
        refused(text.on_worker(logger.record_deleted, &odd));
    }
    CHECK(text.on_worker(logger.flush_record, &unknown).status == STAFFING_STATUS_OK);
    CHECK(text.on_worker(logger.record_merged, &unknown, &known).status == STAFFING_STATUS_OK);
    CHECK(text.on_worker(logger.record_deleted, &unknown).status == STAFFING_STATUS_OK);
    CHECK(text.on_worker(logger.flush).status == STAFFING_STATUS_OK);
}
