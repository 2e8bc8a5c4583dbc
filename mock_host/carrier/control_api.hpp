#pragma once

#include <string>

#include "carrier/http_message.hpp"

namespace mock_host {

struct Simulation;

/// How people and tests steer the simulator: JSON under /_simulator/ .
///
///     GET  handsets                 all handsets with their texts
///     GET  handsets/{e164}          one of them
///     POST handsets/{e164}          {"on":bool, "landline":bool, "failure":30003}, some or all; a failure
///                                   is Twilio's code for why texts are lost from now on (0: no longer)
///     POST handsets/{e164}/reply    {"to":"+1…", "body":"…", "pictures":2} → {"message_id":"…"}; one
///                                   of body and pictures may be left out
///     GET, PUT faults               a list of rules, see fault_rules.hpp
///     GET  requests                 the last requests to the carriers, oldest first, secrets hidden
///     GET  callbacks                the last webhooks posted, oldest first, without the keys in addresses
///     GET  changes                  {"handsets":7, "requests":12, "callbacks":0}, numbers that count on with
///                                   every change of those
///     GET, PUT clock                {"now":"2026-03-02T15:00:00Z"}, or null for the system's time; and
///                                   "ahead_milliseconds":-60000, by which it is wrong (behind: less than 0).
///                                   Scheduled texts whose time has passed then leave
///     POST accounts                 {"username":"…", "password":"…"} for Zipwhip, or
///                                   {"carrier":"twilio", "account_sid":"AC…", "auth_token":"…"} and, if
///                                   wished, "api_key_sid":"SK…" with "api_key_secret":"…",
///                                   "numbers":["+1…"], "messaging_services":{"MG…":["+1…"]},
///                                   "sms_url":"http…". An account given again replaces the one before it.
///                                   See Carrier::add_account.
///     POST reset
///
/// What cannot be done is answered with 4xx and {"error":"words"}. [thread-safe]
class ControlApi {
  public:
    explicit ControlApi(Simulation& simulation) : simulation_(simulation) {}

    static bool serves(const std::string& path);
    ApiAnswer answer(const ApiRequest& request);

  private:
    ApiAnswer answer_handset(const ApiRequest& request, const std::string& number);
    ApiAnswer answer_reply(const ApiRequest& request, const std::string& number);
    ApiAnswer answer_faults(const ApiRequest& request);
    ApiAnswer answer_clock(const ApiRequest& request);
    ApiAnswer answer_account(const ApiRequest& request);

    Simulation& simulation_;
};

}  // namespace mock_host
