#include "mock_host/staffing/session_bus.hpp"

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include "mock_host/staffing/errors.hpp"

namespace mock_host {

namespace {

using std::chrono::steady_clock;

struct BusError {
    sd_bus_error error{};
    ~BusError() { sd_bus_error_free(&error); }
};

[[noreturn]] void fail(const std::string& reason) {
    throw StaffingError("The session's D-Bus: " + reason + ".");
}

}  // namespace

int SessionBus::checked(int code) {
    if (code < 0) fail(std::generic_category().message(-code));
    return code;
}

SessionBus::SessionBus(std::chrono::milliseconds wait) : end_(steady_clock::now() + wait) {
    sd_bus* bus = nullptr;
    if (sd_bus_open_user(&bus) < 0) fail("there is none to connect to");
    bus_.reset(bus);
    // sd-bus itself would wait for a bus that says nothing for longer than a program's start may take.
    while (checked(sd_bus_is_ready(bus)) == 0) {
        if (steady_clock::now() >= end_) fail("no answer in time");
        if (checked(sd_bus_process(bus, nullptr)) > 0) continue;
        const int waited = sd_bus_wait(bus, microseconds_left());
        if (waited != -EINTR) checked(waited);
    }
}

SessionBus::Message SessionBus::method(const char* service, const char* path, const char* interface,
                                       const char* member) const {
    sd_bus_message* call = nullptr;
    checked(sd_bus_message_new_method_call(bus_.get(), &call, service, path, interface, member));
    return Message(call);
}

SessionBus::Message SessionBus::ask(const Message& call) const {
    BusError refusal;
    sd_bus_message* answer = nullptr;
    const int code = sd_bus_call(bus_.get(), call.get(), microseconds_left(), &refusal.error, &answer);
    Message result(answer);
    if (code < 0 && refusal.error.message != nullptr) fail(refusal.error.message);
    checked(code);
    return result;
}

std::uint64_t SessionBus::microseconds_left() const {
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(end_ - steady_clock::now());
    return static_cast<std::uint64_t>(std::max<std::int64_t>(left.count(), 1));
}

}  // namespace mock_host
