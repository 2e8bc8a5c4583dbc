#include "gateway/zipwhip/zipwhip_gateway.hpp"

#include <utility>

#include "gateway/json_values.hpp"
#include "gateway/no_answer.hpp"
#include "gateway/zipwhip/envelope.hpp"
#include "gateway/zipwhip/fields.hpp"
#include "gateway/zipwhip/message_list.hpp"
#include "gateway/zipwhip/secret_form.hpp"
#include "gateway/zipwhip/send_verdict.hpp"
#include "gateway/zipwhip/webhook_registration.hpp"
#include "net/http_status.hpp"

namespace send_text::zipwhip {

struct Call {
    HttpAnswer answer;
    std::optional<Envelope> envelope;
};

namespace {

Call read(HttpAnswer answer) {
    auto envelope = parse_envelope(answer.body);
    return {std::move(answer), std::move(envelope)};
}

bool has_succeeded(const Call& call) {
    return call.envelope && call.envelope->success && is_success(call.answer.status);
}

// The login failed, so the text did not leave.
SendResult not_logged_in(const GatewayError& error) {
    const bool is_stopped = error.kind() == GatewayError::Kind::credentials_refused;
    return {is_stopped ? SendOutcome::line_stopped : SendOutcome::refused, {}, error.what(), {}};
}

}  // namespace

ZipwhipGateway::ZipwhipGateway(std::unique_ptr<HttpClient> http, Credentials credentials,
                               std::shared_ptr<SessionKey> session)
    : http_(std::move(http)), credentials_(std::move(credentials)), session_(std::move(session)) {}

void ZipwhipGateway::log_in() {
    session_->replace(request_key());
}

SendResult ZipwhipGateway::send(const E164& number, const std::string& body) {
    try {
        const Call made =
            call("/message/send", {{"contacts", number.str()}, {"body", body}}, refuses_session);
        return send_verdict(made.answer, made.envelope, body);
    } catch (const HttpError& error) {
        return send_without_answer(error);
    } catch (const GatewayError& error) {
        return not_logged_in(error);
    } catch (const Cancelled& error) {  // the login was
        return {SendOutcome::ended_before, {}, error.what(), {}};
    }
}

CarrierPage ZipwhipGateway::list_messages(std::int64_t start, std::int64_t limit) {
    try {
        const Call made =
            call("/message/list", {{"start", std::to_string(start)}, {"limit", std::to_string(limit)}},
                 may_refuse_session);
        if (!has_succeeded(made)) throw call_failure(made.answer, made.envelope);
        return listed_page(made.envelope->response, start);
    } catch (const HttpError& error) {
        throw_no_answer(error);
    }
}

void ZipwhipGateway::set_webhooks(const std::string& prefix, const std::string& url) {
    const Ask ask = [this](const std::string& path, const Form& parameters) {
        try {
            Call made = call(path, parameters, may_refuse_session);
            wipe(made.answer.body);  // it names addresses, which end with the key
            if (!has_succeeded(made)) throw call_failure(made.answer, made.envelope);
            return std::move(made.envelope->response);
        } catch (const HttpError& error) {
            throw_no_answer(error);
        }
    };
    zipwhip::set_webhooks(ask, prefix, url);
}

// The key does not expire by itself; when it is refused all the same, one new login and one more try.
Call ZipwhipGateway::call(const std::string& path, const Form& parameters, RefusesSession refuses) {
    const auto log_in = [this] { return request_key(); };
    const Secret key = session_->get(log_in);
    Call first = call_once(path, key, parameters);
    if (!refuses(first.answer, first.envelope)) return first;
    return call_once(path, session_->renew(key, log_in), parameters);
}

Call ZipwhipGateway::call_once(const std::string& path, const Secret& key, const Form& parameters) {
    SecretForm form(parameters.size() + 1);
    form.add("session", key.reveal());
    for (const auto& [name, value] : parameters)
        form.add(name, value);
    return read(http_->post(path, form.form()));
}

// Throws GatewayError and Cancelled only: an HttpError from here could be mistaken for one of the text's own.
Secret ZipwhipGateway::request_key() {
    try {
        SecretForm form(2);
        form.add("username", login_name(credentials_.username));
        form.add("password", credentials_.password.reveal());
        Call made = read(http_->post("/user/login", form.form()));
        auto& envelope = made.envelope;
        if (has_succeeded(made)) {
            Secret key(text_of(&envelope->response));
            wipe(made.answer.body);
            if (envelope->response.is_string()) wipe(envelope->response.get_ref<std::string&>());
            if (!key.empty()) return key;
            throw GatewayError(GatewayError::Kind::bad_answer,
                               "Zipwhip accepted the login, but gave no session key.");
        }
        const GatewayError failure = call_failure(made.answer, envelope);
        // A refusal that is neither busy nor broken is a refusal of the credentials, whatever its words.
        const bool is_refusal =
            envelope && !envelope->success && failure.kind() == GatewayError::Kind::bad_answer;
        if (is_refusal) {
            throw GatewayError(GatewayError::Kind::credentials_refused,
                               "Zipwhip refused the login. Check the account's username and password under "
                               "administration > external services.");
        }
        throw failure;
    } catch (const HttpError& error) {
        throw_no_answer(error);
    }
}

}  // namespace send_text::zipwhip
