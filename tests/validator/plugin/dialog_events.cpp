#include "functions.hpp"

namespace sound {
namespace {

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json,
                                       const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::main, error, [&](Plugin& self) {
        self.greetings.on_event(dialog_id, staffing::checked_text(event_json, "the event", 1U << 20U));
    });
}

}  // namespace

const staffing_dialog_events dialog_events_functions{&on_event};

}  // namespace sound
