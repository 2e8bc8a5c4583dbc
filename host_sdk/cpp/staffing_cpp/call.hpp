#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "staffing/status.h"
#include "staffing_cpp/status_error.hpp"
#include "staffing_cpp/text.hpp"

namespace staffing {

/// A sink that keeps what is written to it.
class StringCollector {
  public:
    const staffing_string_sink* sink() const { return &sink_; }
    const std::string& text() const { return text_; }

    StringCollector() = default;
    StringCollector(const StringCollector&) = delete;
    StringCollector& operator=(const StringCollector&) = delete;

  private:
    static void STAFFING_CALL write(void* context, const char* data, uint64_t size) noexcept {
        if (data == nullptr) return;
        try {
            static_cast<StringCollector*>(context)->text_.assign(data, size);
        } catch (const std::exception&) {  // an impossible size: the other side must not see our exception
        }
    }

    std::string text_;
    staffing_string_sink sink_{this, &StringCollector::write};
};

/// Calls a function of the other side: `function(arguments…, error sink)`. Throws StatusError with the other
/// side's error text when the answer is not OK; `what` says what was tried, for an answer without a text.
template <class Function, class... Arguments>
void call(std::string_view what, Function function, Arguments&&... arguments) {
    const StringCollector error;
    const staffing_status status = function(std::forward<Arguments>(arguments)..., error.sink());
    if (status == STAFFING_STATUS_OK) return;
    if (!error.text().empty() && is_valid_utf8(error.text())) throw StatusError(status, error.text());
    throw StatusError(status, std::string(what) + " failed with status " + std::to_string(status) + ".");
}

}  // namespace staffing
