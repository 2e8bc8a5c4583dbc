#include "carrier/request_handler.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPBasicCredentials.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/String.h>
#include <Poco/URI.h>

#include <algorithm>
#include <sstream>

#include "carrier/control_api.hpp"
#include "carrier/simulation.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace {

namespace net = Poco::Net;
using nlohmann::json;

constexpr std::size_t max_body_bytes = 1 << 20;
constexpr long milliseconds_between_looks = 20;

/// A request that cannot be read at all.
struct Unreadable {
    int status;
    const char* why;
};

std::string read_body(net::HTTPServerRequest& request) {
    if (!request.hasContentLength() && !request.getChunkedTransferEncoding()) return {};
    std::string body;
    char part[8192];
    std::istream& stream = request.stream();
    while (stream.read(part, sizeof part), stream.gcount() > 0) {
        body.append(part, static_cast<std::size_t>(stream.gcount()));
        if (body.size() > max_body_bytes) throw Unreadable{413, "the body is longer than 1 MiB"};
    }
    // A client that went away in the middle has not said what it wanted.
    if (request.hasContentLength() && static_cast<Poco::Int64>(body.size()) < request.getContentLength64()) {
        throw Unreadable{400, "the body ends before its length"};
    }
    return body;
}

void read_form(const std::string& form, Parameters& parameters) {
    std::istringstream stream(form);
    net::HTMLForm fields;
    fields.setFieldLimit(0);
    fields.read(stream);
    for (const auto& [name, value] : fields)
        parameters.emplace_back(name, value);
}

/// Each member of a JSON object as a parameter, a list's entries one by one: to be shown, and to be read
/// where it does not matter whether a value is text or a number.
void read_json(const std::string& body, Parameters& parameters) {
    const json object = staffing::json_or_discarded(body);
    if (!object.is_object()) return;
    const auto add = [&](const std::string& name, const json& value) {
        parameters.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    };
    for (const auto& [name, value] : object.items()) {
        if (!value.is_array()) add(name, value);
        for (const json& entry : value.is_array() ? value : json::array())
            add(name, entry);
    }
}

/// Nothing for another way to say who one is, and for none.
std::optional<BasicCredentials> read_credentials(const net::HTTPServerRequest& request) {
    if (!request.hasCredentials()) return std::nullopt;
    try {
        const net::HTTPBasicCredentials credentials(request);
        return BasicCredentials{credentials.getUsername(), credentials.getPassword()};
    } catch (const Poco::Exception&) {
        return std::nullopt;
    }
}

/// Empty for another way to say who one is, and for none.
std::string read_bearer_token(const net::HTTPServerRequest& request) {
    if (!request.hasCredentials()) return {};
    std::string scheme;
    std::string token;
    request.getCredentials(scheme, token);
    return Poco::icompare(scheme, "Bearer") == 0 ? Poco::trim(token) : std::string();
}

/// The control API takes JSON whatever its type is called: `curl -d` alone calls everything a form.
bool has_form(const net::HTTPServerRequest& request, const std::string& path) {
    const std::string& type = request.getContentType();
    const std::string name = Poco::trim(type.substr(0, type.find(';')));
    return !ControlApi::serves(path) && Poco::icompare(name, "application/x-www-form-urlencoded") == 0;
}

ApiRequest read_request(net::HTTPServerRequest& request) {
    try {
        const Poco::URI target(request.getURI());
        ApiRequest result{
            request.getMethod(), target.getPath(), {}, read_body(request), read_credentials(request)};
        result.bearer_token = read_bearer_token(request);
        read_form(target.getRawQuery(), result.parameters);
        if (has_form(request, result.path)) read_form(result.body, result.parameters);
        return result;
    } catch (const Poco::SyntaxException&) {
        throw Unreadable{400, "the address is malformed"};
    } catch (const net::HTMLFormException&) {
        throw Unreadable{400, "the form is malformed"};
    }
}

void send(net::HTTPServerResponse& response, const ApiAnswer& answer) {
    response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(answer.status));
    if (answer.status == 204) {  // has no body (RFC 9110, 15.3.5)
        response.setContentLength(net::HTTPMessage::UNKNOWN_CONTENT_LENGTH);
        response.send().flush();
        return;
    }
    response.setContentType(answer.content_type);
    for (const auto& [name, value] : answer.headers)
        response.set(name, value);
    response.sendBuffer(answer.body.data(), answer.body.size());
}

ApiAnswer error_answer(int status, const std::string& why) {
    ApiAnswer answer;
    answer.status = status;
    answer.body = json{{"error", why}}.dump(-1, ' ', false, json::error_handler_t::replace);
    return answer;
}

ApiAnswer garbage() {
    ApiAnswer answer;
    answer.body = "<html>\xff\xfe{\"success\":tru";
    return answer;
}

}  // namespace

void RequestHandler::handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) {
    try {
        ApiRequest api_request = read_request(request);
        if (ControlApi::serves(api_request.path)) {
            send(response, ControlApi(simulation_).answer(api_request));
        } else if (Carrier* carrier = simulation_.carrier_of_path(api_request.path)) {
            if (carrier->takes_json()) read_json(api_request.body, api_request.parameters);
            ask_carrier(*carrier, api_request, request, response);
        } else {
            send(response, error_answer(404, "there is nothing at " + api_request.path));
        }
    } catch (const Unreadable& unreadable) {
        response.setKeepAlive(false);  // what is left of the request must not be read as the next one
        send(response, error_answer(unreadable.status, unreadable.why));
    } catch (const Poco::Exception&) {
        throw;  // the connection is gone; Poco's server ends it
    } catch (const std::exception& e) {
        if (!response.sent()) send(response, error_answer(500, e.what()));
    }
}

void RequestHandler::ask_carrier(Carrier& carrier, const ApiRequest& api_request,
                                 net::HTTPServerRequest& request, net::HTTPServerResponse& response) {
    const auto fault = simulation_.faults.take(api_request.method, api_request.path);
    if (fault && fault->kind == FaultKind::latency) {
        simulation_.stopping.tryWait(static_cast<long>(fault->milliseconds));
    }
    ApiAnswer answer;
    if (!fault || is_carried_out(fault->kind)) {
        ApiRequest carried_out = api_request;
        if (fault) carried_out.list_fault = fault->list;
        answer = carrier.answer(carried_out);
    }
    const std::vector<std::string> taken = answer.message_ids;

    bool hangs = false;
    bool is_cut = false;
    if (fault) {
        switch (fault->kind) {
            case FaultKind::latency:
            case FaultKind::list_lag:
            case FaultKind::list_short:
            case FaultKind::list_shift:
            case FaultKind::list_nonsense:
            case FaultKind::list_altered:
            case FaultKind::list_equal_ids:
                break;
            case FaultKind::status:
            case FaultKind::status_after:
                answer = carrier.service_error(fault->status, "simulated fault");
                if (fault->retry_after_seconds) {
                    response.set("Retry-After", std::to_string(*fault->retry_after_seconds));
                }
                break;
            case FaultKind::error_with_200:
            case FaultKind::error_with_200_after:
                answer = carrier.error(fault->code, fault->message);
                break;
            case FaultKind::garbage:
            case FaultKind::garbage_after:
                answer = garbage();
                break;
            case FaultKind::cut_before:
            case FaultKind::cut_after:
                is_cut = true;
                break;
            case FaultKind::hang:
            case FaultKind::hang_after:
                hangs = true;
                break;
        }
    }
    const bool is_answered = !hangs && !is_cut;
    if (!is_answered) answer.status = 0;
    note_texts(carrier, api_request, answer, taken, fault);
    simulation_.requests.add(api_request, fault ? to_string(fault->kind) : std::string(), answer.status,
                             simulation_.clock.now());
    if (is_answered) {
        response.set("Date", to_http_date(simulation_.clock.now()));
        send(response, answer);
        return;
    }
    if (hangs) hang(request);
    response.setKeepAlive(
        false);  // returned from without an answer, Poco's server then just closes the connection
}

/// How a request to send ended: of the texts that were taken, that a fault touched the answer; of those that
/// were not, why.
void RequestHandler::note_texts(const Carrier& carrier, const ApiRequest& request, const ApiAnswer& answer,
                                const std::vector<std::string>& taken,
                                const std::optional<FaultRule>& fault) {
    const Moment now = simulation_.clock.now();
    TextStep end{taken.empty() ? "refused" : "answered", now, answer.error_code, answer.error};
    if (fault && !is_of_list(fault->kind)) end.fault = to_string(fault->kind);
    end.status = answer.status;
    for (const std::string& id : taken) {
        if (!end.fault.empty()) simulation_.texts.step(id, end);
    }
    if (!taken.empty()) return;
    for (const WantedText& wanted : carrier.texts_wanted(request)) {
        TextWay text{carrier.name(),
                     {},
                     false,
                     wanted.line,
                     wanted.handset,
                     wanted.body,
                     steps_of_request(request, now)};
        text.steps.back() = end;
        simulation_.texts.add(std::move(text));
    }
}

void RequestHandler::hang(net::HTTPServerRequest& request) {
    net::StreamSocket& socket = dynamic_cast<net::HTTPServerRequestImpl&>(request).socket();
    // The request has been read to its end, so anything to read now is the client's farewell.
    while (!simulation_.stopping.tryWait(milliseconds_between_looks) &&
           !socket.poll(Poco::Timespan(0), net::Socket::SELECT_READ)) {
    }
}

net::HTTPRequestHandler* RequestHandlerFactory::createRequestHandler(const net::HTTPServerRequest&) {
    return new RequestHandler(simulation_);
}

}  // namespace mock_host
