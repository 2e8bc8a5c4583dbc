#include "host/extension_tables.hpp"
#include "host/host_call.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {
namespace {

using staffing::checked_text;
using staffing::required;
using staffing::StatusError;

nlohmann::json parsed(const staffing_string* text, const char* what) {
    nlohmann::json json = staffing::json_or_discarded(checked_text(text, what));
    if (json.is_discarded()) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, std::string(what) + " is not JSON.");
    }
    return json;
}

void expect_open(bool is_open) {
    if (!is_open) throw StatusError(STAFFING_STATUS_NOT_FOUND, "This dialog is closed.");
}

staffing_status STAFFING_CALL open(const staffing_host* host, const staffing_string* view_json,
                                   std::uint64_t* dialog_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.open", CalledOn::main_thread, error, [&](ValidatorHost& self) {
        nlohmann::json view = parsed(view_json, "the view of a dialog");
        required(dialog_id, "a place for the dialog's id");
        if (const std::string problem = OpenDialogs::problem_of(view); !problem.empty()) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                              "the view of a dialog is invalid. " + problem);
        }
        *dialog_id = self.dialogs.open(std::move(view));
    });
}

staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t dialog_id,
                                     const staffing_string* patch_json,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.update", CalledOn::main_thread, error, [&](ValidatorHost& self) {
        const nlohmann::json patch = parsed(patch_json, "the patch of a dialog");
        try {
            expect_open(self.dialogs.update(dialog_id, patch));
        } catch (const StatusError&) {
            throw;
        } catch (const std::exception& problem) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                              std::string("the patch does not fit the dialog: ") + problem.what());
        }
    });
}

staffing_status STAFFING_CALL close(const staffing_host* host, std::uint64_t dialog_id,
                                    const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.close", CalledOn::main_thread, error,
                     [&](ValidatorHost& self) { expect_open(self.dialogs.close(dialog_id)); });
}

}  // namespace

const staffing_dialogs dialogs_table{&open, &update, &close};

}  // namespace validator
