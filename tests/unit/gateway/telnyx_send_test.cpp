// TelnyxGateway: login, and what each answer means for a text.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include "core/time.hpp"
#include "gateway/carrier.hpp"
#include "gateway/login_words.hpp"
#include "gateway/telnyx/telnyx_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"

using namespace send_text;
using namespace send_text::telnyx;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

const std::string line_number = "+16515550170";
const std::string number = "+16515551299";
const std::string taken =
    R"({"data":{"id":"b0c7e8cb-6227-4c74-9f32-c7f80c30934b","to":[{"phone_number":"+16515551299",)"
    R"("status":"queued"}],"errors":[]}})";

/// Its words repeat what was sent.
std::string error(const std::string& code) {
    const json one{
        {"code", code}, {"title", "No good"}, {"detail", "Hello World to " + number + " is no good"}};
    return json{{"errors", json::array({one})}}.dump();
}

struct TelnyxLine {
    SendResult send(const std::string& body = "Hello World") {
        SendResult result = gateway.send(E164(number), body);
        CHECK_THAT(result.reason, !ContainsSubstring("Hello") && !ContainsSubstring("6515551299"));
        CHECK(result.reason.empty() == (result.outcome == SendOutcome::accepted));
        return result;
    }
    SendResult send_answered(const std::string& answer, int status, std::optional<Seconds> retry_after = {}) {
        carrier.answer(answer, status, retry_after);
        SendResult result = send();
        CHECK(carrier.requests().size() == 1);
        return result;
    }
    GatewayError log_in(const std::string& answer, int status) {
        carrier.answer(answer, status);
        try {
            gateway.log_in();
        } catch (const GatewayError& refused) {
            return refused;
        }
        FAIL("it logged in");
        throw std::logic_error("not here");
    }

    FakeCarrier carrier;
    TelnyxGateway gateway{carrier.client_with_get(), LineId(line_number)};
};

}  // namespace

TEST_CASE("Telnyx is sent JSON, with the encoding that was counted") {
    TelnyxLine line;
    line.carrier.answer(taken);
    line.carrier.answer(taken);
    const SendResult result = line.send();
    CHECK(result.outcome == SendOutcome::accepted);
    CHECK(result.carrier_message_id == "b0c7e8cb-6227-4c74-9f32-c7f80c30934b");
    line.send("Caf\xC3\xA9 \xF0\x9F\x98\x80");
    REQUIRE(line.carrier.requests().size() == 2);
    const auto& request = line.carrier.requests().front();
    CHECK(request.method == "POST");
    CHECK(request.path == "/v2/messages");
    CHECK(json::parse(request.body) == json{{"from", line_number},
                                            {"to", number},
                                            {"text", "Hello World"},
                                            {"type", "SMS"},
                                            {"encoding", "gsm7"}});
    CHECK(json::parse(line.carrier.requests().back().body).at("encoding") == "ucs2");
}

TEST_CASE("what Telnyx refuses has words, and says what to do with the text") {
    const auto [code, status, outcome, words] = GENERATE(table<std::string, int, SendOutcome, std::string>({
        {"10002", 422, SendOutcome::rejected, "not a phone number"},
        {"10016", 400, SendOutcome::rejected, "not a phone number"},
        {"10009", 401, SendOutcome::line_stopped, "API key"},
        {"10010", 403, SendOutcome::line_stopped, "API key"},
        {"10011", 429, SendOutcome::refused, "busy"},
        {"40001", 400, SendOutcome::rejected, "landline"},
        {"40002", 400, SendOutcome::rejected, "spam"},
        {"40003", 400, SendOutcome::line_stopped, "blocked"},
        {"40004", 400, SendOutcome::rejected, "rejected"},
        {"40005", 400, SendOutcome::rejected, "expired"},
        {"40006", 400, SendOutcome::rejected, "later"},
        {"40008", 400, SendOutcome::rejected, "delivered"},
        {"40009", 400, SendOutcome::rejected, "words"},
        {"40011", 400, SendOutcome::refused, "busy"},
        {"40300", 403, SendOutcome::rejected, "STOP"},
        {"40999", 422, SendOutcome::rejected, "error 40999"},
        {"10005", 404, SendOutcome::line_stopped, "address"},
        {"40998", 401, SendOutcome::line_stopped, "API key"},
    }));
    TelnyxLine line;
    const SendResult result = line.send_answered(error(code), status, 7s);
    INFO(code << ": " << result.reason);
    CHECK(result.outcome == outcome);
    CHECK_THAT(result.reason, ContainsSubstring(words));
    CHECK(result.retry_after.has_value() == (outcome == SendOutcome::refused));
    CHECK((result.fact == NumberFact::opted_out) == (code == "40300"));
    CHECK((result.fact == NumberFact::takes_no_texts) == (code == "40001"));
}

TEST_CASE("without proof a text may have been taken by Telnyx") {
    const auto [answer, status] = GENERATE(table<std::string, int>({
        {error("10007"), 500},
        {error("10009"), 503},
        {"", 504},
        {"{}", 200},
        {"<html>", 200},
        {R"({"data":{"to":[]}})", 200},
        {R"({"data":{"id":"b0c7e8cb"},"errors":[{"code":"40300"}]})", 400},
        {"", 302},
        {error("40300"), 408},
    }));
    TelnyxLine line;
    INFO(answer << " " << status);
    CHECK(line.send_answered(answer, status).outcome == SendOutcome::unknown);
}

TEST_CASE("a lost answer of Telnyx's proves nothing, and what was not sent everything") {
    TelnyxLine line;
    line.carrier.fail(HttpError::Kind::answer_lost);
    CHECK(line.send().outcome == SendOutcome::unknown);
    line.carrier.fail(HttpError::Kind::not_sent);
    CHECK(line.send().outcome == SendOutcome::refused);
    line.carrier.cancel(HttpError::Kind::answer_lost);
    CHECK(line.send().outcome == SendOutcome::ended_meanwhile);
}

TEST_CASE("a proxy that answers in Telnyx's place is told from it") {
    const auto [answer, status] = GENERATE(table<std::string, int>({
        {"<html>Forbidden</html>", 403},
        {R"({"errors":[{"code":"403"}]})", 403},
        {R"({"errors":"no"})", 407},
    }));
    TelnyxLine line;
    CHECK(line.send_answered(answer, status).outcome == SendOutcome::not_the_carrier);
}

TEST_CASE("Telnyx is asked whether it takes the key") {
    TelnyxLine line;
    line.carrier.answer(R"({"data":[],"meta":{}})");
    line.gateway.log_in();
    CHECK(line.carrier.requests().front().method == "GET");
    CHECK(line.carrier.requests().front().path == "/v2/messaging_profiles");
    line.carrier.answer(error("10005"), 404);  // its own word, after the key was looked at
    line.gateway.log_in();
    const GatewayError refused = line.log_in(error("10009"), 401);
    CHECK(refused.kind() == GatewayError::Kind::credentials_refused);
    CHECK(is_login_refused(refused.what()));
    CHECK(line.log_in("", 401).kind() == GatewayError::Kind::credentials_refused);
    CHECK(line.log_in(error("10011"), 429).kind() == GatewayError::Kind::unreachable);
    CHECK(line.log_in("", 503).kind() == GatewayError::Kind::unreachable);
    CHECK(line.log_in("<html>", 200).kind() == GatewayError::Kind::bad_answer);
    CHECK(line.log_in("", 404).kind() == GatewayError::Kind::bad_answer);
}

TEST_CASE("Telnyx lists nothing, and says that anything may be missing") {
    TelnyxLine line;
    const CarrierPage page = line.gateway.list_messages(0, 100);
    CHECK(page.messages.empty());
    CHECK(page.is_last);
    CHECK(page.broken_off != std::nullopt);
    CHECK_FALSE(lists_messages(find_carrier("telnyx")->can));
    CHECK_FALSE(find_carrier("telnyx")->can.polls_replies);
}

TEST_CASE("a Telnyx account texts from a number") {
    FakeCarrier carrier;
    for (const char* const none : {"", "6515550170", "+0651555017", "MG0123456789abcdef0123456789abcdef"})
        CHECK_THROWS_AS(TelnyxGateway(carrier.client(), LineId(none)), std::invalid_argument);
}
