#include "webhooks/webhook_handler.hpp"

#include <Poco/Net/HTTPResponse.h>
#include <Poco/String.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "core/pluralize.hpp"
#include "core/secret.hpp"
#include "gateway/carrier.hpp"
#include "net/url_encoded.hpp"

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;

/// Thrown when it cannot be told whether a call may be made.
struct PermissionUnknown {};

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

/// A proxy may ask with the whole address ("https://host/path"): its path and query are what counts.
void read_target(HttpRequest& request, WebhookCall& call) {
    call.host = request.header("host");
    call.target.swap(request.target);
    const std::string scheme = Poco::toLower(call.target.substr(0, call.target.find(':') + 1));
    if (scheme != "http:" && scheme != "https:") return;
    const std::size_t host = scheme.size() + 2;
    if (call.target.compare(scheme.size(), 2, "//") != 0) return;
    const std::size_t path = std::min(call.target.find_first_of("/?", host), call.target.size());
    call.host = call.target.substr(host, path - host);
    call.target.erase(0, path);
}

/// Takes the next part off a path, and the slashes around it: proxies and people double them, or end with
/// one.
std::string_view cut_part(std::string_view& path) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    return part;
}

/// Carrier and name, of the only two paths that there are.
const Carrier& read_path(WebhookCall& call) {
    std::string_view path = std::string_view(call.target).substr(0, call.target.find('?'));
    const bool is_path = path.starts_with('/');
    const std::string_view carrier = cut_part(path);
    const std::string_view name = cut_part(path);
    const Carrier* const caller = find_carrier(carrier);
    if (!is_path || !path.empty() || caller == nullptr || name.empty())
        throw HttpRefusal{HTTPResponse::HTTP_NOT_FOUND};
    std::optional<std::string> plain = percent_decoded(name);
    if (!plain) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    if (plain->find('/') != std::string::npos) throw HttpRefusal{HTTPResponse::HTTP_NOT_FOUND};
    call.carrier = carrier;
    call.name = std::move(*plain);
    return *caller;
}

/// Whether a content type is a form's, whatever its letters and its parameters.
bool is_form(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find_first_of("; \t"));
    return Poco::icompare(std::string(type), "application/x-www-form-urlencoded") == 0;
}

void read_call(HttpRequest& request, WebhookCall& call) {
    read_target(request, call);
    const Carrier& caller = read_path(call);
    if (request.method != "POST" && !(caller.webhooks.may_get && request.method == "GET"))
        throw HttpRefusal{HTTPResponse::HTTP_METHOD_NOT_ALLOWED};
    call.headers.swap(request.headers);
    call.body.swap(request.body);
    call.is_form = request.method == "POST" && is_form(call.header("content-type"));
    if (!call.is_form) return;
    std::optional<Form> form = url_decoded(call.body);
    if (!form) throw HttpRefusal{HTTPResponse::HTTP_BAD_REQUEST};
    call.parameters = std::move(*form);
}

std::string written(int status, const Carrier* caller) {
    HTTPResponse response(Poco::Net::HTTPMessage::HTTP_1_1, static_cast<HTTPResponse::HTTPStatus>(status));
    response.setDate(Poco::Timestamp());
    response.setKeepAlive(false);
    if (status == HTTPResponse::HTTP_METHOD_NOT_ALLOWED)
        response.set("Allow", caller != nullptr && caller->webhooks.may_get ? "GET, POST" : "POST");
    const bool is_answered = status == HTTPResponse::HTTP_OK && caller != nullptr;
    const std::string body = is_answered ? caller->webhooks.answer : "";
    if (!body.empty()) response.setContentType(caller->webhooks.answer_type);
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
    return pluralize(static_cast<std::uint64_t>(count), "call", "calls");
}

}  // namespace

std::string WebhookHandler::answer(HttpRequest& request) {
    OpenCall open;
    int status = HTTPResponse::HTTP_OK;
    try {
        read_call(request, open.call);
        if (!may_enter(open.call)) throw HttpRefusal{HTTPResponse::HTTP_FORBIDDEN};
        ++accepted_;
    } catch (const HttpRefusal& refusal) {
        status = refusal.status;
        count_refusal();
    } catch (const PermissionUnknown&) {
        status = HTTPResponse::HTTP_INTERNAL_SERVER_ERROR;
        count_failure();
    }
    return written(status, find_carrier(open.call.carrier));
}

std::string WebhookHandler::refuse(int status) {
    count_refusal();
    return written(status, nullptr);
}

bool WebhookHandler::may_enter(const WebhookCall& call) {
    try {
        return accept_(call);
    } catch (...) {  // whatever it is: its words may quote the call
        throw PermissionUnknown{};
    }
}

void WebhookHandler::count_refusal() {
    const std::int64_t count = ++refused_;
    if (!is_power_of_ten(count)) return;
    log_.warning(
        "The webhook listener has refused " + calls(count) +
        " so far: without the right key or signature, malformed, too large, or to an address that it "
        "does not have.");
}

void WebhookHandler::count_failure() {
    const std::int64_t count = ++failed_;
    if (!is_power_of_ten(count)) return;
    log_.warning("The webhook listener could not check " + calls(count) +
                 " so far, because of an internal error. Send Text finds by polling what they report.");
}

}  // namespace send_text
