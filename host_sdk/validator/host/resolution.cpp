#include "host/resolution.hpp"

#include "runner/outcome.hpp"
#include "staffing_cpp/check.hpp"

namespace validator {

using staffing::checked_text;

const staffing_recipient_resolver& resolver_of(const LivePlugin& plugin) {
    const auto* const resolver = plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    if (resolver == nullptr) throw Skipped("The plug-in has no recipient_resolver.");
    return *resolver;
}

staffing_status cancel(const LivePlugin& plugin, std::uint64_t job_id) {
    const InCall in_call("recipient_resolver.cancel");
    return resolver_of(plugin).cancel(plugin.c(), job_id);
}

Answer Resolution::start(const LivePlugin& plugin, const std::vector<staffing_record_ref>& records) {
    const staffing_resolution_request request{sizeof request, 0, records.empty() ? nullptr : records.data(),
                                              records.size()};
    return plugin.call(resolver_of(plugin).start, &request, &listener_, &job_id_);
}

void Resolution::wait(const LivePlugin& plugin) {
    plugin.host().tasks.run_until([&] { return completions() > 0; }, std::chrono::hours(24));
}

void Resolution::wait_for_partial(const LivePlugin& plugin) {
    plugin.host().tasks.run_until(
        [&] {
            const std::lock_guard lock(mutex_);
            return partials_ + completions_ > 0;
        },
        std::chrono::hours(24));
}

std::vector<staffing_record_ref> Resolution::records() const {
    const std::lock_guard lock(mutex_);
    return records_;
}

int Resolution::completions() const {
    const std::lock_guard lock(mutex_);
    return completions_;
}

staffing_status Resolution::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

std::vector<std::string> Resolution::problems() const {
    const std::lock_guard lock(mutex_);
    return problems_;
}

void Resolution::add(const staffing_recipient* recipient) {
    const staffing_recipient given = staffing::checked_struct(recipient, "a recipient");
    records_.push_back(given.record);
    checked_text(given.name, "the name of a recipient");
    const std::string_view number = checked_text(given.number, "the number of a recipient");
    const std::string_view reason = checked_text(given.reason, "the reason of a recipient");
    if (given.can_text != 0 && (!number.starts_with('+') || number.size() < 8 || number.size() > 16 ||
                                number.find_first_not_of("0123456789", 1) != std::string_view::npos)) {
        problems_.push_back("A recipient who can be texted has the number \"" + std::string(number) +
                            "\", which is not E.164.");
    }
    if (given.can_text == 0 && !number.empty())
        problems_.push_back("A recipient who cannot be texted has a number.");
    if (given.can_text == 0 && reason.empty())
        problems_.push_back("A recipient who cannot be texted has no reason.");
    if (given.verdict == STAFFING_VERDICT_UNSPECIFIED) problems_.push_back("A recipient has no verdict.");
}

void STAFFING_CALL Resolution::partial(void* context, const staffing_recipient* const* recipients,
                                       std::uint64_t count) noexcept {
    auto& self = *static_cast<Resolution*>(context);
    bool is_first = false;
    {
        const std::lock_guard lock(self.mutex_);
        is_first = self.partials_++ == 0;
        if (self.completions_ > 0) self.problems_.push_back("partial was called after complete.");
        if (std::this_thread::get_id() == self.main_thread_)
            self.problems_.push_back("partial was called on the main thread.");
        try {
            for (std::uint64_t index = 0; index < count; ++index)
                self.add(recipients[index]);
        } catch (const std::exception& problem) {
            self.problems_.push_back(problem.what());
        }
    }
    if (is_first && self.at_first_partial) self.at_first_partial();
}

void STAFFING_CALL Resolution::complete(void* context, staffing_status status,
                                        const staffing_string*) noexcept {
    auto& self = *static_cast<Resolution*>(context);
    const std::lock_guard lock(self.mutex_);
    if (std::this_thread::get_id() == self.main_thread_)
        self.problems_.push_back("complete was called on the main thread.");
    ++self.completions_;
    self.status_ = status;
}

}  // namespace validator
