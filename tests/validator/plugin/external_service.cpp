#include "functions.hpp"

namespace sound {
namespace {

using staffing::required;
using staffing::write_to;

std::string_view values(const staffing_string* json) {
    return staffing::checked_text(json, "the values", 1U << 20U);
}

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin, const staffing_string_sink* form_json,
                                       const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::any, error, [&](const Plugin&) {
        write_to(&required_sink(form_json, "a sink for the form"), Accounts::form());
    });
}

staffing_status STAFFING_CALL validate(const staffing_plugin* plugin, const staffing_string* values_json,
                                       const staffing_string_sink* problems_json,
                                       const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::any, error, [&](const Plugin&) {
        const staffing_string_sink& problems = required_sink(problems_json, "a sink for the problems");
        write_to(&problems, Accounts::problems(values(values_json), false));
    });
}

staffing_status STAFFING_CALL test(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json,
                                   const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error,
                    [&](const Plugin& self) { self.accounts.test(account_id, values(values_json)); });
}

staffing_status STAFFING_CALL save(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json, std::int64_t* saved_id,
                                   const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        required(saved_id, "a place for the account's id");
        *saved_id = self.accounts.save(account_id, values(values_json));
        self.audit.add(account_id == 0 ? "account.add" : "account.change",
                       "account " + std::to_string(*saved_id), "");
    });
}

staffing_status STAFFING_CALL remove(const staffing_plugin* plugin, std::int64_t account_id,
                                     const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        self.accounts.remove(account_id);
        self.audit.add("account.remove", "account " + std::to_string(account_id), "");
    });
}

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* accounts_json,
                                   const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](const Plugin& self) {
        write_to(&required_sink(accounts_json, "a sink for the accounts"), self.accounts.list());
    });
}

}  // namespace

const staffing_external_service service_functions{&describe, &validate, &test, &save, &remove, &list};

}  // namespace sound
