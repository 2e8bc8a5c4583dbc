#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "staffing/status.h"
#include "staffing_cpp/status_error.hpp"

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
    static void STAFFING_CALL write(void* context, const char* data, uint64_t size) {
        auto& self = *static_cast<StringCollector*>(context);
        self.text_.assign(data == nullptr ? "" : data, data == nullptr ? 0 : size);
    }

    std::string text_;
    staffing_string_sink sink_{this, &StringCollector::write};
};

/// Calls a function of the other side: `function(arguments…, error sink)`. Throws StatusError with the other
/// side's words when the answer is not OK; `what` says in words what was tried, for an answer without words.
template <class Function, class... Arguments>
void call(std::string_view what, Function function, Arguments&&... arguments) {
    const StringCollector error;
    const staffing_status status = function(std::forward<Arguments>(arguments)..., error.sink());
    if (status == STAFFING_STATUS_OK) return;
    throw StatusError(status, error.text().empty()
                                  ? std::string(what) + " failed with status " + std::to_string(status) + "."
                                  : error.text());
}

}  // namespace staffing
