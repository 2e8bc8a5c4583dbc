#pragma once

#include <stdexcept>
#include <string_view>

#include "core/cancellation.hpp"
#include "core/outside_error.hpp"
#include "entry/plugin.hpp"
#include "staffing_json/bounded_json.hpp"

// How a call of the host enters the plug-in: on the right thread, while the plug-in is active, and with every
// exception turned into a status and words.
namespace send_text {

/// Runs `work`, with the exceptions of the rooms turned into what crosses.
template <class Work>
void translating(Work&& work) {
    using staffing::StatusError;
    try {
        work();
    } catch (const StatusError&) {
        throw;
    } catch (const OutsideError& error) {
        throw StatusError(error.is_refusal() ? STAFFING_STATUS_REFUSED : STAFFING_STATUS_UNAVAILABLE,
                          error.what());
    } catch (const Cancelled& error) {
        throw StatusError(STAFFING_STATUS_CANCELLED, error.what());
    } catch (const std::invalid_argument& error) {
        throw StatusError(STAFFING_STATUS_REFUSED, error.what());
    } catch (const nlohmann::json::exception&) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The JSON is not as its schema says.");
    }
}

inline void require_main_thread(const HostExtensions& host, bool wanted) {
    if (host.thread_check == nullptr) return;
    const bool is_main = host.ask(host.thread_check->is_main_thread) != 0;
    if (is_main == wanted) return;
    throw staffing::StatusError(
        STAFFING_STATUS_WRONG_THREAD,
        wanted ? "This function may be called on the main thread only."
               : "This function may not be called on the main thread: it waits for disk or network.");
}

/// A [thread-safe] function.
template <class Work>
staffing_status anywhere(const staffing_plugin* plugin, const staffing_error_sink* error,
                         Work&& work) noexcept {
    return staffing::guard(error, [&] { translating([&] { work(*Export::active(plugin)); }); });
}

/// A [main-thread] function.
template <class Work>
staffing_status on_main_thread(const staffing_plugin* plugin, const staffing_error_sink* error,
                               Work&& work) noexcept {
    return anywhere(plugin, error, [&](SendTextPlugin& self) {
        require_main_thread(self.host().extensions, true);
        work(self);
    });
}

/// A [worker] function.
template <class Work>
staffing_status on_worker(const staffing_plugin* plugin, const staffing_error_sink* error,
                          Work&& work) noexcept {
    return anywhere(plugin, error, [&](SendTextPlugin& self) {
        require_main_thread(self.host().extensions, false);
        work(self);
    });
}

/// The host's sink, which must be able to take something. To be asked before any work is done.
template <class Sink>
const Sink& usable(const Sink* sink, const char* what) {
    if (staffing::required(sink, what).write != nullptr) return *sink;
    throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                std::string(what) + " has no write function.");
}

/// Where the host takes JSON, as above.
inline const staffing_string_sink& usable(const staffing_string_sink* sink) {
    return usable(sink, "a place for the answer");
}

/// How much JSON the host may give in one call. It is read on the host's threads, its main one among them.
constexpr std::size_t max_given_bytes = 262'144;

/// The JSON object that the host gave. Throws StatusError: TOO_LARGE for one of more than max_given_bytes,
/// INVALID_ARGUMENT for what is none.
inline nlohmann::json object_from(const staffing_string* text, const char* what) {
    using staffing::JsonFault;
    const staffing_string& given = staffing::required(text, what);
    JsonFault fault = JsonFault::too_large;
    nlohmann::json parsed;
    if (given.size <= max_given_bytes)
        parsed = staffing::read_json(staffing::checked_text(given, what), max_given_bytes, fault);
    if (parsed.is_object()) return parsed;
    const staffing_status status =
        fault == JsonFault::too_large ? STAFFING_STATUS_TOO_LARGE : STAFFING_STATUS_INVALID_ARGUMENT;
    throw staffing::StatusError(status,
                                fault == JsonFault::too_large || fault == JsonFault::too_deep
                                    ? staffing::json_fault_words(fault, what, given.size, max_given_bytes)
                                    : std::string(what) + " is no JSON object.");
}

}  // namespace send_text
