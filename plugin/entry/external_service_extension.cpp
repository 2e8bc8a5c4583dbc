#include "accounts/account_form.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

void require_account(SendTextPlugin& self, std::int64_t account_id) {
    for (const Account& account : self.services().accounts().all()) {
        if (account.id == account_id) return;
    }
    throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                "There is no account " + std::to_string(account_id) + " any more.");
}

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin, const staffing_string_sink* form_json,
                                       const staffing_error_sink* error) {
    return anywhere(plugin, error,
                    [&](SendTextPlugin&) { staffing::write_to(&usable(form_json), account_form().dump()); });
}

staffing_status STAFFING_CALL validate(const staffing_plugin* plugin, const staffing_string* values_json,
                                       const staffing_string_sink* problems_json,
                                       const staffing_error_sink* error) {
    return anywhere(plugin, error, [&](SendTextPlugin&) {
        const staffing_string_sink& answer = usable(problems_json);
        const Problems problems = check_account(object_from(values_json, "The account"), true);
        staffing::write_to(&answer, nlohmann::json(problems).dump());
    });
}

staffing_status STAFFING_CALL test(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json, const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        if (account_id != 0) require_account(self, account_id);
        self.services().accounts().test(account_id, object_from(values_json, "The account"));
    });
}

staffing_status STAFFING_CALL save(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json, std::int64_t* saved_id,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        staffing::required(saved_id, "a place for the account's id");
        if (account_id != 0) require_account(self, account_id);
        *saved_id = self.services().accounts().save(account_id, object_from(values_json, "The account"));
    });
}

staffing_status STAFFING_CALL remove(const staffing_plugin* plugin, std::int64_t account_id,
                                     const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        require_account(self, account_id);
        self.services().accounts().remove(account_id);
    });
}

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* accounts_json,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(accounts_json);
        nlohmann::json accounts = nlohmann::json::array();
        for (const Account& account : self.services().accounts().all()) {
            accounts.push_back({{"id", account.id},
                                {"label", account.carrier + " " + national_format(account.line)},
                                {"values", account_values(account)}});
        }
        staffing::write_to(&answer, nlohmann::json{{"accounts", std::move(accounts)}}.dump());
    });
}

}  // namespace

const staffing_external_service external_service_extension{&describe, &validate, &test,
                                                           &save,     &remove,   &list};

}  // namespace send_text
