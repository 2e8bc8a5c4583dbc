// TwilioGateway: login, and what each answer means for a text.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>

#include "core/time.hpp"
#include "gateway/carrier.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"

using namespace send_text;
using namespace send_text::twilio;
using Catch::Matchers::ContainsSubstring;
using namespace std::chrono_literals;

namespace {

const std::string account_sid = "AC0123456789abcdef0123456789abcdef";
const std::string service_sid = "MG0123456789abcdef0123456789abcdef";
const std::string path = "/2010-04-01/Accounts/" + account_sid + "/Messages.json";
const std::string number = "+16515551299";
const std::string sent =
    R"({"sid":"SM0123456789abcdef0123456789abcdef","status":"queued","error_code":null})";
const std::string empty_list = R"({"messages":[],"next_page_uri":null})";

/// Twilio's own form of an error, and RFC 9457's. Both repeat what was sent.
std::string old_error(int code, int status) {
    return nlohmann::json{{"code", code},
                          {"message", "Hello World to " + number + " is no good"},
                          {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(code)},
                          {"status", status}}
        .dump();
}
std::string new_error(int code, int status) {
    return nlohmann::json{{"type", "https://www.twilio.com/docs/api/errors/" + std::to_string(code)},
                          {"title", "Hello World is no good"},
                          {"status", status},
                          {"code", code},
                          {"detail", "Hello World to " + number},
                          {"instance", "/x"},
                          {"errors", {{{"detail", "Hello World"}, {"pointer", "#/Body"}}}}}
        .dump();
}

struct Line {
    explicit Line(const std::string& line = "+16515550100")
        : gateway(carrier.client_with_get(), account_sid, LineId(line)) {}

    SendResult send() {
        SendResult result = gateway.send(E164(number), "Hello World");
        CHECK_THAT(result.reason, !ContainsSubstring("Hello") && !ContainsSubstring("6515551299"));
        CHECK(result.reason.empty() == (result.outcome == SendOutcome::accepted));
        return result;
    }
    SendResult send(const std::string& answer, int status, std::optional<Seconds> retry_after = {}) {
        carrier.answer(answer, status, retry_after);
        SendResult result = send();
        CHECK(carrier.requests().size() == 1);
        return result;
    }

    FakeCarrier carrier;
    TwilioGateway gateway;
};

GatewayError login_failure(Line& line) {
    try {
        line.gateway.log_in();
    } catch (const GatewayError& error) {
        return error;
    }
    FAIL("the login did not fail");
    return {GatewayError::Kind::unreachable, ""};
}

}  // namespace

TEST_CASE("a text goes from the line's number") {
    Line line;
    const SendResult result = line.send(sent, 201);
    CHECK(result.outcome == SendOutcome::accepted);
    CHECK(result.carrier_message_id == "SM0123456789abcdef0123456789abcdef");
    const auto& request = line.carrier.requests().at(0);
    CHECK(request.method == "POST");
    CHECK(request.path == path);
    CHECK(request.form == Form{{"To", number}, {"From", "+16515550100"}, {"Body", "Hello World"}});
}

TEST_CASE("a text goes from the messaging service") {
    Line line(service_sid);
    CHECK(line.send(sent, 201).outcome == SendOutcome::accepted);
    CHECK(line.carrier.requests().at(0).form ==
          Form{{"To", number}, {"MessagingServiceSid", service_sid}, {"Body", "Hello World"}});
}

TEST_CASE("Twilio's documented codes, in both forms of an error") {
    const auto [documented_code, documented_status, outcome, words] =
        GENERATE(table<int, int, SendOutcome, std::string>({
            {20003, 401, SendOutcome::line_stopped, "auth token"},
            {20429, 429, SendOutcome::refused, "no more requests"},
            {21211, 400, SendOutcome::rejected, "no such number"},
            {21212, 400, SendOutcome::line_stopped, "line's number"},
            {21408, 400, SendOutcome::rejected, "country"},
            {21602, 400, SendOutcome::rejected, "empty"},
            {21606, 400, SendOutcome::line_stopped, "line's number"},
            {21610, 400, SendOutcome::rejected, "sent STOP"},
            {21611, 429, SendOutcome::refused, "Twilio"},
            {21612, 400, SendOutcome::rejected, "no way"},
            {21614, 400, SendOutcome::rejected, "not a mobile number"},
            {21617, 400, SendOutcome::rejected, "1600"},
            {21659, 400, SendOutcome::line_stopped, "line's number"},
            {21660, 400, SendOutcome::line_stopped, "line's number"},
            {21661, 400, SendOutcome::line_stopped, "line's number"},
            {30003, 400, SendOutcome::rejected, "Write again later"},
            {30004, 400, SendOutcome::rejected, "blocked"},
            {30005, 400, SendOutcome::rejected, "unknown"},
            {30006, 400, SendOutcome::rejected, "landline"},
            {30007, 400, SendOutcome::rejected, "filter"},
            {30008, 400, SendOutcome::rejected, "unknown reason"},
        }));
    const bool has_documented_status = GENERATE(true, false);
    const int code = documented_code;  // Clang 14 lets no lambda have a name of a structured binding
    const int status = has_documented_status ? documented_status : 400;
    const std::string body = GENERATE_COPY(old_error(code, status), new_error(code, status),
                                           R"({"code":")" + std::to_string(code) + R"("})");
    CAPTURE(body);
    Line line;
    const SendResult result = line.send(body, status, 30s);
    CHECK(result.outcome == outcome);
    CHECK_THAT(result.reason, ContainsSubstring(words));
    CHECK((result.fact == NumberFact::opted_out) == (code == 21610));
    CHECK((result.fact == NumberFact::takes_no_texts) == (code == 21614 || code == 30006));
    CHECK(result.retry_after ==
          (outcome == SendOutcome::refused ? std::optional<Seconds>(30) : std::nullopt));
}

TEST_CASE("an answer of Twilio's without a usable verdict: the text may have been taken") {
    const auto [body, status] = GENERATE(table<std::string, int>({
        {"", 201},
        {"<html>oops</html>", 200},
        {R"({"sid":null})", 201},
        {R"({"sid":7})", 201},
        {R"({"status":"queued"})", 201},
        {old_error(21211, 400), 201},
        {"[]", 201},
        {sent, 500},
        {sent, 303},
        {"", 302},
        {"", 408},
        {"", 409},
        {old_error(20429, 429), 408},
        {"", 500},
        {"", 502},
        {"", 503},
        {old_error(20500, 500), 500},
        {old_error(20500, 400), 400},
        {new_error(20503, 400), 400},
        {old_error(21211, 400), 409},
        {old_error(20429, 429), 499},
        {sent, 400},
        {sent, 429},
        {sent.substr(0, 40), 201},
        {"", 101},
        {"", 204},
        {"", 301},
        {"", 307},
        {old_error(20308, 308), 308},
        {old_error(21211, 400), 500},
        {new_error(20429, 429), 503},
        {std::string(20'000, '['), 201},
    }));
    const bool has_retry_after = GENERATE(false, true);
    CAPTURE(body.substr(0, 100), status);
    Line line;
    const SendResult result =
        line.send(body, status, has_retry_after ? std::optional<Seconds>(5) : std::nullopt);
    CHECK(result.outcome == SendOutcome::unknown);
    CHECK(result.carrier_message_id.empty());
}

TEST_CASE("an error of Twilio's that is not known here goes by its status, and says its code and words") {
    const auto [status, outcome] = GENERATE(table<int, SendOutcome>({
        {429, SendOutcome::refused},
        {425, SendOutcome::refused},
        {400, SendOutcome::rejected},
        {413, SendOutcome::rejected},
        {422, SendOutcome::rejected},
        {401, SendOutcome::line_stopped},
        {403, SendOutcome::line_stopped},
        {404, SendOutcome::line_stopped},
        {405, SendOutcome::line_stopped},
        {409, SendOutcome::unknown},
        {424, SendOutcome::unknown},
        {499, SendOutcome::unknown},
        {500, SendOutcome::unknown},
    }));
    const std::string body = GENERATE(as<std::string>(), R"({"code":29999,"message":"Out of cheese"})",
                                      R"({"code":29999,"message":"Hello"})");
    CAPTURE(status, body);
    Line line;
    const SendResult result = line.send(body, status, 30s);
    CHECK(result.outcome == outcome);
    CHECK(result.retry_after.has_value() == (outcome == SendOutcome::refused));
    if (outcome == SendOutcome::rejected || outcome == SendOutcome::unknown) {
        CHECK_THAT(result.reason, ContainsSubstring("29999"));
        CHECK((result.reason.find("Out of cheese") != std::string::npos) ==
              (body.find("cheese") != std::string::npos));
    }
}

TEST_CASE("a 4xx that is not Twilio's is no verdict on the person") {
    const int status = GENERATE(400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 417, 418,
                                421, 422, 426, 428, 431, 451);
    const std::string body =
        GENERATE(as<std::string>(), "<html><body>Bad Request</body></html>", "", "{}", "[]",
                 R"({"message":"Forbidden"})", R"({"code":403,"message":"Forbidden"})",
                 R"({"error":{"code":21211}})", R"({"code":null})", R"({"code":"E21211"})");
    CAPTURE(status, body);
    Line line;
    const SendResult result = line.send(body, status);
    CHECK(result.outcome == SendOutcome::not_the_carrier);
    CHECK_FALSE(result.fact);
    CHECK_THAT(result.reason, ContainsSubstring("proxy") && ContainsSubstring(std::to_string(status)));
}

TEST_CASE("a status that proves nothing leaves the text unknown, whoever answered") {
    const int status = GENERATE(408, 409, 424, 444, 499, 500, 502, 503, 504, 302, 100);
    Line line;
    CHECK(line.send("<html>", status).outcome == SendOutcome::unknown);
}

TEST_CASE("what becomes of line and number by the codes of Twilio's dictionary") {
    struct Code {
        int code;
        SendOutcome outcome;
        const char* words;
        std::optional<NumberFact> fact = {};
    };
    const Code code = GENERATE(values<Code>({
        {10001, SendOutcome::line_stopped, "suspended"},
        {20005, SendOutcome::line_stopped, "suspended"},
        {20008, SendOutcome::line_stopped, "test credentials"},
        {20101, SendOutcome::line_stopped, "auth token"},
        {20404, SendOutcome::line_stopped, "account SID"},
        {21265, SendOutcome::rejected, "short code", NumberFact::takes_no_texts},
        {21266, SendOutcome::rejected, "texts from"},
        {21603, SendOutcome::line_stopped, "no number to text from"},
        {21608, SendOutcome::rejected, "trial account"},
        {21635, SendOutcome::rejected, "landline", NumberFact::takes_no_texts},
        {21701, SendOutcome::line_stopped, "messaging service"},
        {21702, SendOutcome::line_stopped, "messaging service"},
        {21703, SendOutcome::line_stopped, "sender pool"},
        {21704, SendOutcome::line_stopped, "sender pool"},
        {21705, SendOutcome::line_stopped, "messaging service"},
        {21730, SendOutcome::refused, "maintained"},
        {30001, SendOutcome::refused, "wait at Twilio"},
        {30002, SendOutcome::line_stopped, "suspended"},
        {30022, SendOutcome::refused, "at once"},
        {30023, SendOutcome::refused, "tomorrow"},
        {30032, SendOutcome::line_stopped, "toll-free"},
        {30033, SendOutcome::line_stopped, "campaign"},
        {30034, SendOutcome::line_stopped, "not registered"},
        {30035, SendOutcome::line_stopped, "still being registered"},
        {30036, SendOutcome::rejected, "waited too long"},
        {30441, SendOutcome::line_stopped, "Twilio's error 30441"},
        {30883, SendOutcome::line_stopped, "rejected"},
        {63016, SendOutcome::rejected, "Twilio's error 63016: Out of cheese."},
        {63038, SendOutcome::refused, "tomorrow"},
    }));
    CAPTURE(code.code);
    Line line;
    const SendResult result = line.send(
        R"({"code":)" + std::to_string(code.code) + R"(,"message":"Out of cheese","status":400})", 400);
    CHECK(result.outcome == code.outcome);
    CHECK_THAT(result.reason, ContainsSubstring(code.words));
    CHECK(result.fact == code.fact);
}

TEST_CASE("an answer whose echo of the text is broken is read all the same") {
    Line line;
    CHECK(line.send("{\"sid\":\"SM1\",\"body\":\"a\\ud83d\"}", 201).carrier_message_id == "SM1");
    Line other;
    CHECK(other.send("{\"code\":21610,\"message\":\"a\\ud83d\n\"}", 400).fact == NumberFact::opted_out);
}

TEST_CASE("a 429 is never more than a refusal, whatever its code") {
    Line line;
    CHECK(line.send(old_error(21211, 400), 429).outcome == SendOutcome::refused);
}

TEST_CASE("Twilio's network failures") {
    Line line;
    line.carrier.fail(HttpError::Kind::not_sent);
    line.carrier.fail(HttpError::Kind::answer_lost);
    CHECK(line.send().outcome == SendOutcome::refused);
    CHECK(line.send().outcome == SendOutcome::unknown);
    CHECK(line.carrier.requests().size() == 2);
}

namespace {

/// A test account, which answers by the numbers that Twilio documents for it.
class TestAccount final : public HttpClient {
  public:
    HttpAnswer post(const std::string&, const Form& form) override {
        const std::map<std::string, std::string> values(form.begin(), form.end());
        const std::map<std::string, int> senders{
            {"+15005550001", 21212}, {"+15005550007", 21606}, {"+15005550008", 21611}};
        const std::map<std::string, int> recipients{{"+15005550001", 21211},
                                                    {"+15005550002", 21612},
                                                    {"+15005550003", 21408},
                                                    {"+15005550004", 21610},
                                                    {"+15005550009", 21614}};
        if (const auto code = senders.find(values.at("From")); code != senders.end())
            return {400, old_error(code->second, 400), {}};
        if (const auto code = recipients.find(values.at("To")); code != recipients.end())
            return {400, old_error(code->second, 400), {}};
        return {201, sent, {}};
    }
    HttpAnswer get(const std::string&, const Form&) override { return {200, empty_list, {}}; }
};

}  // namespace

TEST_CASE("the magic numbers of a test account") {
    const auto [from, to, outcome] = GENERATE(table<std::string, std::string, SendOutcome>({
        {"+15005550006", "+16515551299", SendOutcome::accepted},
        {"+15005550001", "+16515551299", SendOutcome::line_stopped},
        {"+15005550007", "+16515551299", SendOutcome::line_stopped},
        {"+15005550008", "+16515551299", SendOutcome::refused},
        {"+15005550006", "+15005550001", SendOutcome::rejected},
        {"+15005550006", "+15005550002", SendOutcome::rejected},
        {"+15005550006", "+15005550003", SendOutcome::rejected},
        {"+15005550006", "+15005550004", SendOutcome::rejected},
        {"+15005550006", "+15005550009", SendOutcome::rejected},
    }));
    CAPTURE(from, to);
    TwilioGateway gateway(std::make_unique<TestAccount>(), account_sid, LineId(from));
    CHECK(gateway.send(E164(to), "Hello World").outcome == outcome);
}

TEST_CASE("the login is asked about once, with a question that costs little") {
    Line line;
    line.carrier.answer(empty_list);
    line.gateway.log_in();
    line.gateway.log_in();
    REQUIRE(line.carrier.requests().size() == 1);
    CHECK(line.carrier.requests()[0].method == "GET");
    CHECK(line.carrier.requests()[0].path == path);
    CHECK(line.carrier.requests()[0].form == Form{{"PageSize", "1"}});
}

TEST_CASE("the kinds of Twilio's failed login, each tried again at the next") {
    using Kind = GatewayError::Kind;
    const auto [body, status, kind, words] = GENERATE(table<std::string, int, Kind, std::string>({
        {old_error(20003, 401), 401, Kind::credentials_refused, "auth token"},
        {new_error(20003, 401), 401, Kind::credentials_refused, "API key"},
        {old_error(20003, 400), 400, Kind::credentials_refused, "auth token"},
        {"", 401, Kind::credentials_refused, "auth token"},
        {"<html>", 403, Kind::credentials_refused, "auth token"},
        {"", 500, Kind::unreachable, "later"},
        {old_error(20003, 401), 503, Kind::unreachable, "later"},
        {"", 429, Kind::unreachable, "later"},
        {old_error(20429, 400), 400, Kind::unreachable, "later"},
        {"", 408, Kind::unreachable, "later"},
        {old_error(20404, 404), 404, Kind::bad_answer, "account SID"},
        {old_error(20001, 400), 400, Kind::bad_answer, "20001"},
        {"<html>", 200, Kind::bad_answer, "address"},
        {"{}", 200, Kind::bad_answer, "address"},
        {R"({"messages":{}})", 200, Kind::bad_answer, "address"},
        {empty_list, 302, Kind::bad_answer, "address"},
    }));
    CAPTURE(body, status);
    Line line;
    line.carrier.answer(body, status);
    const GatewayError error = login_failure(line);
    CHECK(error.kind() == kind);
    CHECK_THAT(error.what(), ContainsSubstring(words) && !ContainsSubstring("Hello"));
    line.carrier.answer(empty_list);
    CHECK_NOTHROW(line.gateway.log_in());
}

TEST_CASE("Twilio that cannot be reached for the login") {
    Line line;
    line.carrier.fail(GENERATE(HttpError::Kind::not_sent, HttpError::Kind::answer_lost));
    CHECK(login_failure(line).kind() == GatewayError::Kind::unreachable);
}

TEST_CASE("webhooks are set in Twilio's console") {
    Line line;
    CHECK_FALSE(find_carrier("twilio")->can.registers_webhooks);
    CHECK(line.gateway.message_log_address() == "https://console.twilio.com/us1/monitor/logs/sms");
    CHECK_THROWS_AS(line.gateway.set_webhooks("https://x/", "https://x/y"), std::logic_error);
    CHECK(line.carrier.requests().empty());
}
