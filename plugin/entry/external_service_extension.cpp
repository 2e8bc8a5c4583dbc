#include "accounts/account_form.hpp"
#include "entry/administration.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

/// The values of a form, their secrets overwritten at the end.
class FormValues {
  public:
    explicit FormValues(const staffing_string* given) : json_(object_from(given, "The account")) {}
    ~FormValues() { wipe_secrets(json_); }
    FormValues(const FormValues&) = delete;
    FormValues& operator=(const FormValues&) = delete;

    const nlohmann::json& json() const { return json_; }

  private:
    nlohmann::json json_;
};

nlohmann::json described(const Account& account, const AccountService& accounts,
                         const std::string& time_zone) {
    nlohmann::json actions = nlohmann::json::array();
    for (const AccountAction& action : AccountService::actions_of(account)) {
        actions.push_back({{"id", action.id}, {"label", action.label}, {"help", action.help}});
    }
    return {{"id", account.id},
            {"label", label_of(account)},
            {"values", account_values(account)},
            {"state", account.state == AccountState::disabled ? "disabled" : "in_use"},
            {"standing", accounts.describe_standing(account, time_zone)},
            {"problem", accounts.problem_of(account).value_or("")},
            {"actions", std::move(actions)}};
}

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin, const staffing_string_sink* form_json,
                                       const staffing_error_sink* error) {
    return anywhere(plugin, error,
                    [&](SendTextPlugin&) { staffing::write_to(&usable(form_json), account_form().dump()); });
}

staffing_status STAFFING_CALL validate(const staffing_plugin* plugin, const staffing_string* values_json,
                                       const staffing_string_sink* problems_json,
                                       const staffing_error_sink* error) {
    return anywhere(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(problems_json);
        const FormValues values(values_json);
        require_administrator(self);
        const Problems problems = check_account(values.json(), false);
        staffing::write_to(&answer, nlohmann::json(problems).dump());
    });
}

staffing_status STAFFING_CALL test(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json, const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const FormValues values(values_json);
        const Sender who = require_administrator(self);
        if (account_id != 0) saved_account(self, account_id);
        self.services()->accounts().test(account_id, values.json(), who);
    });
}

staffing_status STAFFING_CALL save(const staffing_plugin* plugin, std::int64_t account_id,
                                   const staffing_string* values_json, std::int64_t* saved_id,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        staffing::required(saved_id, "a place for the account's id");
        const FormValues values(values_json);
        const Sender who = require_administrator(self);
        if (account_id != 0) saved_account(self, account_id);
        *saved_id = self.services()->accounts().save(account_id, values.json(), who);
    });
}

staffing_status STAFFING_CALL remove(const staffing_plugin* plugin, std::int64_t account_id,
                                     const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const Sender who = require_administrator(self);
        const Account account = saved_account(self, account_id);
        const std::string left_over = self.services()->accounts().remove(account_id, who);
        if (left_over.empty()) return;
        self.host().notifier.notify(who.rep_id, label_of(account) + " is removed here", left_over, {});
    });
}

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* accounts_json,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(accounts_json);
        require_administrator(self);
        const Runtime::Use services = self.services();
        const AccountService& accounts = services->accounts();
        const std::string time_zone = self.host().session.user().time_zone;
        nlohmann::json listed = nlohmann::json::array();
        for (const Account& account : accounts.all())
            listed.push_back(described(account, accounts, time_zone));
        staffing::write_to(&answer, nlohmann::json{{"accounts", std::move(listed)}}.dump());
    });
}

}  // namespace

const staffing_external_service external_service_extension{&describe, &validate, &test,
                                                           &save,     &remove,   &list};

}  // namespace send_text
