#include "webhooks/webhook_desk.hpp"

#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timestamp.h>

#include <chrono>
#include <optional>
#include <sstream>

#include "core/counted.hpp"
#include "core/secret.hpp"
#include "webhooks/http_request.hpp"
#include "webhooks/url_encoded.hpp"

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;

constexpr std::chrono::seconds answer_patience{1};

/// Thrown when it cannot be told whether a call may be made.
struct CannotTell {};

/// Carrier and name of the only two paths that there are.
void read_path(std::string_view target, WebhookCall& call) {
    const std::string_view path = target.substr(0, target.find('?'));
    for (const std::string carrier : {"zipwhip", "twilio"}) {
        const std::string prefix = "/" + carrier + "/";
        if (!path.starts_with(prefix)) continue;
        std::optional<std::string> name = percent_decoded(path.substr(prefix.size()));
        if (!name) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
        call.carrier = carrier;
        call.name = std::move(*name);
    }
    if (call.name.empty() || call.name.find('/') != std::string::npos)
        throw HttpRefusal{HTTPResponse::HTTP_NOT_FOUND};
}

void read_call(HttpRequest& request, WebhookCall& call) {
    read_path(request.target, call);
    if (request.method != "POST") throw HttpRefusal{HTTPResponse::HTTP_METHOD_NOT_ALLOWED};
    call.target.swap(request.target);
    call.body.swap(request.body);
    call.signature = request.header("x-twilio-signature");
    call.is_form = request.header("content-type").starts_with("application/x-www-form-urlencoded");
    if (!call.is_form) return;
    std::optional<Form> form = url_decoded(call.body);
    if (!form) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    call.parameters = std::move(*form);
}

/// A call whose memory is wiped at its end.
struct OpenCall {
    OpenCall() = default;
    ~OpenCall() {
        for (std::string* text : {&call.name, &call.target, &call.body})
            wipe(*text);
        for (auto& [name, value] : call.parameters)
            wipe(value);
    }
    OpenCall(const OpenCall&) = delete;
    OpenCall& operator=(const OpenCall&) = delete;

    WebhookCall call;
};

std::string answer(int status, const std::string& carrier) {
    HTTPResponse response(Poco::Net::HTTPMessage::HTTP_1_1, static_cast<HTTPResponse::HTTPStatus>(status));
    response.setDate(Poco::Timestamp());
    response.setKeepAlive(false);
    if (status == HTTPResponse::HTTP_METHOD_NOT_ALLOWED) response.set("Allow", "POST");
    const bool is_for_twilio = status == HTTPResponse::HTTP_OK && carrier == "twilio";
    const std::string body = is_for_twilio ? "<Response></Response>" : "";
    if (is_for_twilio) response.setContentType("text/xml");
    response.setContentLength(static_cast<std::streamsize>(body.size()));
    std::ostringstream text;
    response.write(text);
    text << body;
    return text.str();
}

bool is_power_of_ten(std::int64_t count) {
    while (count >= 10 && count % 10 == 0)
        count /= 10;
    return count == 1;
}

std::string calls(std::int64_t count) {
    return counted(static_cast<std::uint64_t>(count), "call", "calls");
}

}  // namespace

bool WebhookDesk::serve(ByteStream& stream, Deadline deadline) {
    HttpRequest request;
    OpenCall open;
    bool is_read = false;
    int status = HTTPResponse::HTTP_OK;
    try {
        read_request(stream, deadline, request);
        is_read = true;
        read_call(request, open.call);
        if (!may_enter(open.call)) throw HttpRefusal{HTTPResponse::HTTP_FORBIDDEN};
        ++accepted_;
    } catch (const HttpRefusal& refusal) {
        status = refusal.status;
        count_refusal();
    } catch (const CannotTell&) {
        status = HTTPResponse::HTTP_INTERNAL_SERVER_ERROR;
        count_failure();
    }
    stream.write(answer(status, open.call.carrier), std::chrono::steady_clock::now() + answer_patience);
    return is_read;
}

bool WebhookDesk::may_enter(WebhookCall& call) {
    try {
        return accept_(call);
    } catch (...) {  // whatever it is: its words may quote the call
        throw CannotTell{};
    }
}

void WebhookDesk::count_refusal() {
    const std::int64_t count = ++refused_;
    if (!is_power_of_ten(count)) return;
    log_.warning(
        "The webhook listener has refused " + calls(count) +
        " so far: without the right key or signature, malformed, too large, or to an address that it "
        "does not have.");
}

void WebhookDesk::count_failure() {
    const std::int64_t count = ++failed_;
    if (!is_power_of_ten(count)) return;
    log_.warning("The webhook listener could not check " + calls(count) +
                 " so far, because of an error of its own. What they tell is found by polling.");
}

}  // namespace send_text
