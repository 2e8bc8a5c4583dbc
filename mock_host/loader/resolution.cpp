#include "mock_host/loader/resolution.hpp"

#include <algorithm>

#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/record_refs.hpp"
#include "staffing_cpp/call.hpp"

namespace mock_host {

namespace {

using Kept = std::shared_ptr<Resolution>;

/// Does `work` and records breaches of the contract.
template <class Work>
void held_against_contract(Host& host, Work work) noexcept {
    try {
        expect_thread(host, CalledOn::worker);
        work();
    } catch (const std::exception& e) {
        try {
            host.plugin_misbehaves(std::string("recipient_resolver: ") + e.what());
        } catch (const std::exception&) {  // no memory to record it: no exception may cross
        }
    }
}

[[noreturn]] void against_contract(const std::string& words) {
    throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, words);
}

}  // namespace

Resolution::Resolution(Host& host, std::vector<RecordKey> records, std::function<void()> news)
    : host_(host), records_(std::move(records)), news_(std::move(news)) {}

staffing_resolution_listener Resolution::listen(std::shared_ptr<Resolution> resolution) {
    return {sizeof(staffing_resolution_listener), 0, std::make_unique<Kept>(std::move(resolution)).release(),
            &Resolution::partial, &Resolution::complete};
}

void Resolution::forget(const staffing_resolution_listener& listener) {
    const std::unique_ptr<Kept> kept(static_cast<Kept*>(listener.context));
}

void STAFFING_CALL Resolution::partial(void* context, const staffing_recipient* const* recipients,
                                       std::uint64_t count) noexcept {
    Resolution& self = **static_cast<Kept*>(context);
    held_against_contract(self.host_, [&] { self.take(recipients, count); });
}

void STAFFING_CALL Resolution::complete(void* context, staffing_status status,
                                        const staffing_string* message) noexcept {
    const std::unique_ptr<Kept> kept(static_cast<Kept*>(context));
    Resolution& self = **kept;
    held_against_contract(self.host_, [&] { self.finish(status, message); });
    self.end();
}

void Resolution::take(const staffing_recipient* const* recipients, std::uint64_t count) {
    if (count > 0) staffing::required(recipients, "the recipients");
    {
        const std::lock_guard lock(mutex_);
        for (std::uint64_t i = 0; i < count; ++i)
            take_one(recipients[i]);
    }
    news_();
}

void Resolution::take_one(const staffing_recipient* given) {
    const auto recipient = staffing::checked_struct(given, "the recipient");
    if (judged_ == records_.size()) against_contract("There are more recipients than records.");
    const RecordKey record = records_[judged_++];
    if (from_abi(recipient.record) != record) {
        against_contract("A recipient is not the " + describe(record) + ", which comes next.");
    }
    const std::string_view reason = staffing::checked_text(recipient.reason, "the reason");
    if (recipient.can_text == 0 && reason.empty())
        against_contract("The " + describe(record) + " cannot be texted, but there is no reason.");
    if (!reason.empty())
        verdicts_.push_back({record, recipient.can_text != 0, std::string(reason), recipient.method_id});
}

void Resolution::finish(staffing_status status, const staffing_string* message) {
    std::string words;
    if (status != STAFFING_STATUS_OK) {
        words = message == nullptr ? "" : staffing::checked_text(message, "the message");
        if (words.empty()) words = "The plug-in did not check all records.";
    }
    bool is_short = false;
    {
        const std::lock_guard lock(mutex_);
        failure_ = std::move(words);
        is_short = status == STAFFING_STATUS_OK && judged_ != records_.size();
    }
    if (is_short) against_contract("It ended with OK, but not every record has a recipient.");
}

/// However it ended, no more verdicts come.
void Resolution::end() noexcept {
    {
        const std::lock_guard lock(mutex_);
        is_complete_ = true;
    }
    news_();
}

Resolution::Part Resolution::part(std::size_t from, std::size_t most) const {
    const std::lock_guard lock(mutex_);
    const std::size_t begin = std::min(from, verdicts_.size());
    const std::size_t end = begin + std::min(most, verdicts_.size() - begin);
    const auto at = [&](std::size_t index) { return verdicts_.begin() + static_cast<std::ptrdiff_t>(index); };
    return {{at(begin), at(end)}, end, judged_, is_complete_ && end == verdicts_.size(), failure_};
}

bool Resolution::is_complete() const {
    const std::lock_guard lock(mutex_);
    return is_complete_;
}

std::uint64_t PluginCalls::resolve(std::shared_ptr<Resolution> resolution) const {
    const auto records = mock_host::to_abi(resolution->records());
    const staffing_resolution_request request{sizeof(staffing_resolution_request), 0, records.data(),
                                              records.size()};
    const auto& resolver = table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    const staffing_resolution_listener listener = Resolution::listen(std::move(resolution));
    std::uint64_t job_id = 0;
    try {
        staffing::call("Looking up the recipients", resolver.start, plugin_.plugin(), &request, &listener,
                       &job_id);
    } catch (...) {
        Resolution::forget(listener);
        throw;
    }
    return job_id;
}

void PluginCalls::cancel_resolution(std::uint64_t job_id) const {
    table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER).cancel(plugin_.plugin(), job_id);
}

}  // namespace mock_host
