// What carriers answer, and what is said to be from them.

#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "fuzz/target.hpp"
#include "gateway/carrier.hpp"
#include "gateway/telnyx/telnyx_gateway.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "net/answer_reader.hpp"
#include "net/url_encoded.hpp"
#include "webhooks/request_reader.hpp"

namespace fuzz {
namespace {

using namespace send_text;

/// Answers the same to all that is asked, but for a log-in; after so many it is gone.
class SameAnswer final : public HttpClient {
  public:
    explicit SameAnswer(const std::string& input) {
        answer_.status =
            !input.empty() && input.front() == '!' ? 400 + static_cast<int>(input.size() % 120) : 200;
        answer_.body = input;
    }
    HttpAnswer post(const std::string& path, const Form&) override {
        if (path == "/user/login") return {200, R"({"success":true,"response":"guid:2065551204"})", {}};
        return next();
    }
    HttpAnswer post_json(const std::string&, const std::string&) override { return next(); }
    HttpAnswer get(const std::string&, const Form&) override { return next(); }

  private:
    HttpAnswer next() {
        if (++asked_ > 20) throw HttpError(HttpError::Kind::not_sent, "the carrier is gone");
        return answer_;
    }

    HttpAnswer answer_;
    int asked_ = 0;
};

void ask(Gateway& gateway) {
    try {
        const CarrierPage page = gateway.list_messages(0, 50);
        for (const CarrierMessage& message : page.messages)
            require(!message.id.empty(), "a message has no id");
    } catch (const GatewayError&) {
    }
    const SendResult result = gateway.send(E164("+16515551204"), "Hello");
    require((result.outcome == SendOutcome::accepted) == !result.carrier_message_id.empty(),
            "what was taken has no id, or what was not has one");
}

void read_zipwhip(const std::string& input) {
    zipwhip::ZipwhipGateway gateway(std::make_unique<SameAnswer>(input), {"6515550100", Secret("x")},
                                    std::make_shared<zipwhip::SessionKey>());
    ask(gateway);
}

void read_twilio(const std::string& input) {
    twilio::TwilioGateway gateway(std::make_unique<SameAnswer>(input), "AC0123456789abcdef0123456789abcdef",
                                  LineId("+16515550100"));
    ask(gateway);
}

void read_telnyx(const std::string& input) {
    telnyx::TelnyxGateway gateway(std::make_unique<SameAnswer>(input), LineId("+16515550100"));
    ask(gateway);
}

/// What comes over a connection, a few bytes at a time.
class Bytes final : public ByteStream {
  public:
    explicit Bytes(const std::string& bytes) : left_(bytes) {}
    void write(std::string_view, Deadline) override {}
    std::size_t read(char* buffer, std::size_t size, Deadline) override {
        const std::size_t given = std::min({size, left_.size(), std::size_t{1} + left_.size() % 700});
        std::memcpy(buffer, left_.data(), given);
        left_.remove_prefix(given);
        return given;
    }
    bool is_quiet() override { return true; }

  private:
    std::string_view left_;
};

void read_http(const std::string& input) {
    constexpr std::size_t max_bytes = 32 << 10;
    Bytes bytes(input);
    AnswerReader reader(bytes, Deadline::max(), max_bytes);
    Poco::Net::HTTPResponse response;
    try {
        require(reader.read(response).size() <= max_bytes, "the body is too large");
    } catch (const StreamError&) {
    }
}

void read_webhook(const std::string& input) {
    RequestReader reader;
    bool is_whole = false;
    try {
        for (std::size_t at = 0; at < input.size() && !is_whole; at += 1 + input.size() % 97)
            is_whole = reader.take(std::string_view(input).substr(at, 1 + input.size() % 97));
    } catch (const HttpRefusal&) {
        return;
    }
    if (!is_whole) return;
    WebhookCall call;
    call.body = reader.request().body;
    call.headers = reader.request().headers;
    call.target = reader.request().target;
    require(call.body.size() <= max_body_bytes, "the body is too large");
    percent_decoded(call.target);
    if (const auto form = url_decoded(call.body)) call.parameters = *form;
    for (const Carrier* const carrier : carriers()) {
        call.carrier = carrier->id;
        for (const bool is_form : {false, true}) {
            call.is_form = is_form;
            carrier->webhooks.event_ids(call);
            if (carrier->webhooks.line_of != nullptr) carrier->webhooks.line_of(call);
            if (carrier->webhooks.messages != nullptr) carrier->webhooks.messages(call);
        }
    }
}

}  // namespace

std::vector<Target> carrier_targets() {
    return {
        {"zipwhip",
         {R"({"success":true,"total":1,"size":1,"response":[{"id":1,"body":"Yes","type":"MO","sourceAddress":"6515551204","destAddress":"6515550100","dateCreated":"2020-11-13T17:01:17+00:00","statusCode":4}]})",
          R"({"success":true,"response":{"root":"7","tokens":[{"message":"7","deviceId":1}]}})",
          R"({"success":false,"response":"Invalid session key."})", "!<html>Bad gateway</html>"},
         &read_zipwhip},
        {"twilio",
         {R"({"messages":[{"sid":"SM0123456789abcdef0123456789abcdef","body":"Yes","direction":"inbound","from":"+16515551204","to":"+16515550100","date_created":"Fri, 13 Nov 2020 17:01:17 +0000","status":"received","error_code":null,"num_media":"0"}],"next_page_uri":null,"page":0})",
          R"({"sid":"SM0123456789abcdef0123456789abcdef","status":"queued","error_code":null})",
          R"(!{"code":21610,"message":"Attempt to send to unsubscribed recipient","status":400})"},
         &read_twilio},
        {"telnyx",
         {R"({"data":{"id":"40385f64-5717-4562-b3fc-2c963f66afa6","to":[{"phone_number":"+16515551204","status":"queued"}],"errors":[]}})",
          R"(!{"errors":[{"code":"40300","title":"Blocked due to STOP message","detail":"Messages cannot be sent"}]})"},
         &read_telnyx},
        {"http_answer",
         {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nDate: Fri, 13 Nov 2020 17:01:17 GMT\r\n\r\nhello",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nA: b\r\n\r\n",
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 7\r\n\r\nbusy"},
         &read_http},
        {"webhook",
         {"POST /zipwhip/key HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
          "26\r\n\r\n{\"id\":7,\"statusCode\":\"4\"}  ",
          "POST /twilio/%2B1651?a=b HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
          "e\r\nSmsSid=SM1&a=%\r\n0\r\n\r\n",
          "POST /telnyx/messages HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
          "233\r\n\r\n"
          R"({"data":{"event_type":"message.received","id":"b301ed3f-1490-491f-995f-6e64e69674d4","payload":{"id":"84cca175-9755-4859-b67f-4730d7f58aa3","from":{"phone_number":"+16515551204"},"to":[{"phone_number":"+16515550100"}],"text":"Yes"}}})"},
         &read_webhook},
    };
}

}  // namespace fuzz
