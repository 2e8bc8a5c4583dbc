#include "functions.hpp"

namespace sound {
namespace {

staffing_status STAFFING_CALL changed(const staffing_plugin* plugin,
                                      const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::main, error, [&](Plugin& self) {
        if (!self.greetings.is_permitted()) self.greetings.close_all();
    });
}

}  // namespace

const staffing_session_events session_events_functions{&changed};

}  // namespace sound
