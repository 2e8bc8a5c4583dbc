#include "webhooks/webhook_handler.hpp"

#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/URI.h>

#include <istream>
#include <optional>
#include <vector>

#include "webhooks/url_encoded.hpp"

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;
using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

constexpr std::size_t most_body_bytes = 64 << 10;
constexpr std::size_t most_read_bytes = 1 << 20;

struct Refusal {
    int status;
};

/// Carrier and name of the only two paths that there are.
void read_path(const HTTPServerRequest& request, WebhookCall& call) {
    std::vector<std::string> parts;
    try {
        Poco::URI(request.getURI()).getPathSegments(parts);
    } catch (const Poco::Exception&) {
        throw Refusal{HTTPResponse::HTTP_BAD_REQUEST};
    }
    if (parts.size() != 2 || (parts[0] != "zipwhip" && parts[0] != "twilio"))
        throw Refusal{HTTPResponse::HTTP_NOT_FOUND};
    call.carrier = parts[0];
    call.name = parts[1];
}

/// A body that is too large is read on for a while: who is cut off while writing does not see the answer.
std::string read_body(HTTPServerRequest& request) {
    std::string body;
    if (!request.hasContentLength() && !request.getChunkedTransferEncoding()) return body;
    char part[4096];
    std::istream& stream = request.stream();
    while (stream.read(part, sizeof part), stream.gcount() > 0) {
        body.append(part, static_cast<std::size_t>(stream.gcount()));
        if (body.size() > most_read_bytes) break;
    }
    if (body.size() > most_body_bytes) throw Refusal{HTTPResponse::HTTP_REQUESTENTITYTOOLARGE};
    return body;
}

WebhookCall read_call(HTTPServerRequest& request) {
    WebhookCall call;
    read_path(request, call);
    if (request.getMethod() != "POST") throw Refusal{HTTPResponse::HTTP_METHOD_NOT_ALLOWED};
    call.target = request.getURI();
    call.signature = request.get("X-Twilio-Signature", "");
    call.body = read_body(request);
    call.is_form = request.getContentType().starts_with("application/x-www-form-urlencoded");
    if (call.is_form) {
        std::optional<Form> form = url_decoded(call.body);
        if (!form) throw Refusal{HTTPResponse::HTTP_BAD_REQUEST};
        call.parameters = std::move(*form);
    }
    return call;
}

void answer(HTTPServerResponse& response, int status, const std::string& type, const std::string& body) {
    response.setStatusAndReason(static_cast<HTTPResponse::HTTPStatus>(status));
    response.setContentType(type);
    response.sendBuffer(body.data(), body.size());
}

bool is_power_of_ten(std::int64_t count) {
    while (count >= 10 && count % 10 == 0)
        count /= 10;
    return count == 1;
}

}  // namespace

void WebhookHandler::handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) {
    try {
        const WebhookCall call = read_call(request);
        if (!desk_.accept(call)) throw Refusal{HTTPResponse::HTTP_FORBIDDEN};
        ++desk_.accepted;
        if (call.carrier == "twilio") {
            answer(response, HTTPResponse::HTTP_OK, "text/xml", "<Response></Response>");
        } else {
            answer(response, HTTPResponse::HTTP_OK, "text/plain", "");
        }
    } catch (const Refusal& refusal) {
        refuse(response, refusal.status);
    } catch (const Poco::Exception&) {
        // The connection is gone, and with it who asked.
    } catch (const std::exception&) {  // its words may quote the call
        if (!response.sent()) answer(response, HTTPResponse::HTTP_INTERNAL_SERVER_ERROR, "text/plain", "");
    }
}

void WebhookHandler::refuse(HTTPServerResponse& response, int status) {
    const std::int64_t count = ++desk_.refused;
    if (is_power_of_ten(count)) {
        desk_.log.warning(
            "The webhook listener has refused " + std::to_string(count) + (count == 1 ? " call" : " calls") +
            " so far: of a wrong key or signature, too large, or to an address that it does not have.");
    }
    response.setKeepAlive(false);  // what is left of the call must not be read as the next one
    answer(response, status, "text/plain", "");
}

}  // namespace send_text
