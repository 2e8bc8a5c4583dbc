#include "entry/host_secrets.hpp"

#include "entry/from_host.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {
namespace {

void STAFFING_CALL take_secret(void* context, const char* data, std::uint64_t size) noexcept try {
    if (data == nullptr) return;
    *static_cast<Secret*>(context) = Secret(std::string_view(data, size));
} catch (const std::exception&) {
    // Out of memory: the password counts as missing.
}

}  // namespace

void HostSecrets::put(const std::string& name, const Secret& secret) {
    const staffing_string given_name = staffing::abi(name);
    const staffing_string given_secret = staffing::abi(secret.reveal());
    host_.call("Keeping a password", offered(host_.credentials, STAFFING_EXT_CREDENTIALS).put, &given_name,
               &given_secret);
}

std::optional<Secret> HostSecrets::get(const std::string& name) try {
    const staffing_string given_name = staffing::abi(name);
    Secret secret;
    const staffing_string_sink sink{&secret, &take_secret};
    host_.call("Reading a password", offered(host_.credentials, STAFFING_EXT_CREDENTIALS).get, &given_name,
               &sink);
    return secret;
} catch (const staffing::StatusError& error) {
    if (error.status() == STAFFING_STATUS_NOT_FOUND) return std::nullopt;
    throw;
}

void HostSecrets::remove(const std::string& name) try {
    const staffing_string given_name = staffing::abi(name);
    host_.call("Forgetting a password", offered(host_.credentials, STAFFING_EXT_CREDENTIALS).remove,
               &given_name);
} catch (const staffing::StatusError& error) {
    if (error.status() != STAFFING_STATUS_NOT_FOUND) throw;
}

}  // namespace send_text
