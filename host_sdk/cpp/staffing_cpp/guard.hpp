#pragma once

#include <exception>
#include <string_view>

#include "staffing/status.h"
#include "staffing_cpp/status_error.hpp"
#include "staffing_cpp/text.hpp"

namespace staffing {

/// Writes bytes to the other side's sink, if there is one.
inline void write_to(const staffing_string_sink* sink, std::string_view text) noexcept {
    if (sink == nullptr || sink->write == nullptr) return;
    sink->write(sink->context, text.empty() ? nullptr : text.data(), text.size());
}

/// Writes an error text, which may quote bytes that are not UTF-8.
inline void write_words_to(const staffing_error_sink* sink, std::string_view words) noexcept {
    write_to(sink,
             is_valid_utf8(words) ? words : "Something went wrong; its description is not valid UTF-8.");
}

/// The only place where exceptions end: runs `work`, and turns what it throws into a status and an error
/// text.
template <class Work>
staffing_status guard(const staffing_error_sink* error, Work&& work) noexcept {
    try {
        work();
        return STAFFING_STATUS_OK;
    } catch (const StatusError& failure) {
        write_words_to(error, failure.what());
        return failure.status();
    } catch (const std::exception& failure) {
        write_words_to(error, failure.what());
        return STAFFING_STATUS_INTERNAL_ERROR;
    } catch (...) {
        write_to(error, "Something went wrong that has no description.");
        return STAFFING_STATUS_INTERNAL_ERROR;
    }
}

}  // namespace staffing
