#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

staffing_status STAFFING_CALL changed(const staffing_plugin* plugin, const staffing_error_sink* error) {
    return on_main_thread(plugin, error, [&](SendTextPlugin& self) { self.services()->session_changed(); });
}

}  // namespace

const staffing_session_events session_events_extension{&changed};

}  // namespace send_text
