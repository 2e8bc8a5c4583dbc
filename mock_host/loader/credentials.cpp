#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/staffing/wipe.hpp"

namespace mock_host {

namespace {

/// The name in the host's store, which is separate for each plug-in.
std::string stored_name(const Host& host, const staffing_string* name) {
    const std::string_view own = staffing::checked_text(name, "the name", 200);
    if (own.empty()) {
        throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The name of a credential is empty.");
    }
    return host.plugin_id() + "/" + std::string(own);
}

[[noreturn]] void throw_not_found() {
    throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "There is no credential with this name.");
}

staffing_status STAFFING_CALL put(const staffing_host* host, const staffing_string* name,
                                  const staffing_string* secret, const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.put", CalledOn::worker, error, [&](Host& self) {
        const std::string key = stored_name(self, name);
        self.database().credentials().put(key, staffing::checked_text(secret, "the secret", 65536));
    });
}

staffing_status STAFFING_CALL get(const staffing_host* host, const staffing_string* name,
                                  const staffing_string_sink* secret,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.get", CalledOn::worker, error, [&](Host& self) {
        staffing::required(secret, "a sink for the secret");
        auto found = self.database().credentials().get(stored_name(self, name));
        if (!found) throw_not_found();
        const WipeAtEnd wiped(*found);
        staffing::write_to(secret, *found);
    });
}

staffing_status STAFFING_CALL remove(const staffing_host* host, const staffing_string* name,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "credentials.remove", CalledOn::worker, error, [&](Host& self) {
        if (!self.database().credentials().remove(stored_name(self, name))) throw_not_found();
    });
}

}  // namespace

const staffing_credentials& credentials_table() {
    static constexpr staffing_credentials table{&put, &get, &remove};
    return table;
}

}  // namespace mock_host
