#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::checked_text;
using staffing::StatusError;

std::string checked_name(const staffing_string* name) {
    std::string checked(checked_text(name, "the name of a secret", 200));
    if (checked.empty()) throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "the secret has no name.");
    return checked;
}

staffing_status STAFFING_CALL put(const staffing_host* host, const staffing_string* name,
                                  const staffing_string* secret, const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.put", CalledOn::worker, error, [&](ValidatorHost& self) {
        const std::string key = checked_name(name);
        const std::lock_guard lock(self.data_mutex);
        self.secrets[key] = checked_text(secret, "the secret", 65'536);
    });
}

staffing_status STAFFING_CALL get(const staffing_host* host, const staffing_string* name,
                                  const staffing_string_sink* secret,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.get", CalledOn::worker, error, [&](ValidatorHost& self) {
        const std::string key = checked_name(name);
        staffing::required(secret, "a sink for the secret");
        const std::lock_guard lock(self.data_mutex);
        const auto found = self.secrets.find(key);
        if (found == self.secrets.end()) {
            throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no secret by this name.");
        }
        staffing::write_to(secret, found->second);
    });
}

staffing_status STAFFING_CALL remove(const staffing_host* host, const staffing_string* name,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.remove", CalledOn::worker, error, [&](ValidatorHost& self) {
        const std::string key = checked_name(name);
        const std::lock_guard lock(self.data_mutex);
        if (self.secrets.erase(key) == 0) {
            throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no secret by this name.");
        }
    });
}

}  // namespace

const staffing_credentials credentials_table{&put, &get, &remove};

}  // namespace validator
