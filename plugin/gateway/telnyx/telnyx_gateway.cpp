#include "gateway/telnyx/telnyx_gateway.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "body/body_segments.hpp"
#include "core/e164.hpp"
#include "gateway/no_answer.hpp"
#include "gateway/telnyx/send_verdict.hpp"

namespace send_text::telnyx {

using nlohmann::json;

TelnyxGateway::TelnyxGateway(std::unique_ptr<HttpClient> http, const LineId& line)
    : http_(std::move(http)), line_(line) {
    if (!is_e164(line.str()))
        throw std::invalid_argument("A Telnyx account texts from a number such as +16515550100.");
}

void TelnyxGateway::log_in() {
    try {
        check_login(http_->get("/v2/messaging_profiles", {{"page[size]", "1"}}));
    } catch (const HttpError& error) {
        throw_no_answer(error);
    }
}

SendResult TelnyxGateway::send(const E164& number, const std::string& body) {
    // Left to itself it replaces characters: then other segments leave than were counted, and other words.
    const char* const encoding = count_segments(body).is_gsm7 ? "gsm7" : "ucs2";
    const json request{
        {"from", line_.str()}, {"to", number.str()}, {"text", body}, {"type", "SMS"}, {"encoding", encoding}};
    try {
        const std::string text = request.dump(-1, ' ', false, json::error_handler_t::replace);
        return send_verdict(http_->post_json("/v2/messages", text), body);
    } catch (const HttpError& error) {
        return send_without_answer(error);
    }
}

CarrierPage TelnyxGateway::list_messages(std::int64_t, std::int64_t) {
    CarrierPage page;
    page.is_last = true;
    page.broken_off = "Telnyx has no list of messages.";
    return page;
}

void TelnyxGateway::set_webhooks(const std::string&, const std::string&) {
    throw std::logic_error("Telnyx's webhooks are set in its portal, at the messaging profile.");
}

}  // namespace send_text::telnyx
