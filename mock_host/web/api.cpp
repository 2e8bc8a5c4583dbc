#include "mock_host/web/api.hpp"

#include "mock_host/web/api/subjects.hpp"

namespace mock_host {

Api::Api(RunningHost& host) : host_(host) {
    for (const auto add :
         {add_frame_routes, add_session_routes, add_clock_routes, add_search_routes, add_record_routes,
          add_message_routes, add_hotlist_routes, add_verdict_routes, add_menu_routes, add_dialog_routes,
          add_notice_routes, add_setting_routes, add_account_routes, add_audit_routes, add_store_routes,
          add_timeline_routes, add_handset_routes, add_carrier_routes, add_plugin_routes}) {
        add(routes_);
    }
}

ApiResult Api::answer(const ApiCall& call) const {
    return routes_.answer(host_, call);
}

}  // namespace mock_host
