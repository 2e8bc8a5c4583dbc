#include "resolutions.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "staffing_cpp/call.hpp"

namespace sound {
namespace {

using staffing::abi;
using staffing::StatusError;

constexpr std::size_t records_at_a_time = 100;

struct Recipient {
    staffing_verdict verdict = STAFFING_VERDICT_RECORD_GONE;
    staffing_record_ref record{};
    std::int64_t method_id = 0;
    staffing_contact_method_type method_type = STAFFING_CONTACT_METHOD_UNSPECIFIED;
    std::string name;
    std::string number;
    std::string reason = "This record is gone.";
};

void choose(const staffing_record& record, Recipient& recipient) {
    recipient.name = std::string(record.first_name.data, record.first_name.size) + " " +
                     std::string(record.last_name.data, record.last_name.size);
    recipient.verdict = STAFFING_VERDICT_MISSING;
    recipient.reason = "There is no cell phone.";
    for (std::uint64_t at = 0; at < record.method_count; ++at) {
        const staffing_contact_method& method = *record.methods[at];
        if (method.type != STAFFING_CONTACT_METHOD_CELL_PHONE) continue;
        std::string digits;
        for (const char character : std::string_view(method.value.data, method.value.size))
            if (character >= '0' && character <= '9') digits += character;
        recipient.method_id = method.id;
        recipient.method_type = method.type;
        recipient.verdict = digits.size() == 10 ? STAFFING_VERDICT_OK : STAFFING_VERDICT_NOT_A_NUMBER;
        recipient.number = digits.size() == 10 ? "+1" + digits : "";
        recipient.reason = digits.size() == 10 ? "" : "The cell phone is no number.";
        return;
    }
}

struct Reading {
    std::vector<Recipient>& recipients;
};

std::int32_t STAFFING_CALL take(void* context, std::uint64_t index, const staffing_record* record) noexcept {
    const auto& reading = *static_cast<const Reading*>(context);
    if (record != nullptr) choose(*record, reading.recipients[index]);
    return 1;
}

void give(const staffing_resolution_listener& listener, const std::vector<Recipient>& recipients) {
    std::vector<staffing_recipient> given;
    std::vector<const staffing_recipient*> pointers;
    for (const Recipient& one : recipients) {
        given.push_back({sizeof(staffing_recipient), one.verdict, one.record, one.method_id, one.method_type,
                         one.number.empty() ? 0 : 1, abi(one.name), abi(one.number), abi(one.reason)});
    }
    for (const staffing_recipient& one : given)
        pointers.push_back(&one);
    listener.partial(listener.context, pointers.data(), pointers.size());
}

}  // namespace

void Resolutions::start(std::vector<staffing_record_ref> records,
                        const staffing_resolution_listener& listener, std::uint64_t& job_id) {
    std::uint64_t id = 0;
    {
        const std::lock_guard lock(mutex_);
        id = ++last_id_;
        is_cancelled_[id] = false;
    }
    job_id = id;
    worker_.add([this, id, records = std::move(records), listener] { run(id, records, listener); });
}

bool Resolutions::cancel(std::uint64_t job_id) {
    const std::lock_guard lock(mutex_);
    const auto found = is_cancelled_.find(job_id);
    if (found == is_cancelled_.end()) return false;
    found->second = true;
    return true;
}

bool Resolutions::end(std::uint64_t job_id) {
    const std::lock_guard lock(mutex_);
    const bool was_cancelled = worker_.is_stopping() || is_cancelled_[job_id];
    is_cancelled_.erase(job_id);
    return was_cancelled;
}

bool Resolutions::is_cancelled(std::uint64_t job_id) {
    const std::lock_guard lock(mutex_);
    return worker_.is_stopping() || is_cancelled_[job_id];
}

void Resolutions::run(std::uint64_t job_id, const std::vector<staffing_record_ref>& records,
                      const staffing_resolution_listener& listener) {
    staffing_status status = STAFFING_STATUS_OK;
    std::string words;
    std::set<std::string> numbers;
    try {
        for (std::size_t first = 0; first < records.size(); first += records_at_a_time) {
            if (is_cancelled(job_id)) break;
            const std::size_t count = std::min(records_at_a_time, records.size() - first);
            std::vector<Recipient> recipients(count);
            for (std::size_t at = 0; at < count; ++at)
                recipients[at].record = records[first + at];
            Reading reading{recipients};
            const staffing_record_sink sink{&reading, &take};
            staffing::call("Reading the records", host_.records->get, host_.host, &records[first],
                           std::uint64_t{count}, &sink);
            for (Recipient& one : recipients) {
                if (one.number.empty() || numbers.insert(one.number).second) continue;
                one.verdict = STAFFING_VERDICT_SHARES_NUMBER;
                one.reason = "An earlier record has the same number.";
            }
            give(listener, recipients);
        }
    } catch (const StatusError& failure) {
        status = failure.status();
        words = failure.what();
    }
    if (end(job_id) && status == STAFFING_STATUS_OK) {
        status = STAFFING_STATUS_CANCELLED;
        words = "It was cancelled.";
    }
    const staffing_string message = abi(words);
    listener.complete(listener.context, status, &message);
}

}  // namespace sound
