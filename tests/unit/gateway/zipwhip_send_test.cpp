// ZipwhipGateway: login, its key, and what each answer means for a text.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "core/time.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"

using namespace send_text;
using namespace send_text::zipwhip;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* sent =
    R"({"response":{"fingerprint":"4236521183","root":"327559093363723008","tokens":[{"contact":1989548603,)"
    R"("device":309626613,"fingerprint":"42336654183","message":"327545678963723008"}]},"success":true})";
constexpr const char* no_session = R"({"success":false,"message":"The session is unknown."})";

struct Line {
    FakeCarrier carrier;
    SessionKeys keys;
    Credentials credentials{"(206) 555-1204", "pass word"};
    ZipwhipGateway gateway{carrier.client(), credentials, keys.of("https://x", credentials)};

    SendResult send() { return gateway.send(E164("+16515551299"), "Hello World"); }
};

GatewayError::Kind login_failure(Line& line) {
    try {
        line.gateway.log_in();
    } catch (const GatewayError& error) {
        CHECK_THAT(error.what(), !ContainsSubstring("pass word"));
        return error.kind();
    }
    FAIL("the login did not fail");
    return {};
}

}  // namespace

TEST_CASE("a text is sent with the key of the login, which happens once") {
    Line line;
    line.carrier.let_in("guid-1:2065551204");
    line.carrier.answer(sent);
    line.carrier.answer(sent);
    const SendResult result = line.send();
    CHECK(result.outcome == SendOutcome::accepted);
    CHECK(result.carrier_message_id == "327545678963723008");
    CHECK(result.reason.empty());
    CHECK(line.send().outcome == SendOutcome::accepted);

    const auto& requests = line.carrier.requests();
    REQUIRE(requests.size() == 3);
    CHECK(requests[0].path == "/user/login");
    CHECK(requests[0].form == Form{{"username", "2065551204"}, {"password", "pass word"}});
    CHECK(requests[1].path == "/message/send");
    CHECK(requests[1].form ==
          Form{{"session", "guid-1:2065551204"}, {"contacts", "+16515551299"}, {"body", "Hello World"}});
}

TEST_CASE("a message id as a number keeps all its digits") {
    Line line;
    line.carrier.let_in();
    line.carrier.answer(R"({"success":true,"response":{"tokens":[{"message":1327295480212647937}]}})");
    CHECK(line.send().carrier_message_id == "1327295480212647937");
}

TEST_CASE("gateways of one account share the key; another password does not get it") {
    FakeCarrier carrier;
    SessionKeys keys;
    const Credentials good{"2065551204", "good"};
    const Credentials wrong{"2065551204", "wrong"};
    ZipwhipGateway first(carrier.client(), good, keys.of("https://x", good));
    ZipwhipGateway second(carrier.client(), good, keys.of("https://x", good));
    ZipwhipGateway other(carrier.client(), wrong, keys.of("https://x", wrong));
    carrier.let_in();
    first.log_in();
    carrier.answer(sent);
    CHECK(second.send(E164("+12063996756"), "Hi").outcome == SendOutcome::accepted);
    CHECK(carrier.requests().size() == 2);
    carrier.answer(R"({"success":false})");
    CHECK_THROWS_AS(other.log_in(), GatewayError);
    CHECK(carrier.requests().size() == 3);
}

TEST_CASE("whether the carrier takes the credentials is asked each time") {
    FakeCarrier carrier;
    SessionKeys keys;
    const Credentials good{"2065551204", "good"};
    ZipwhipGateway gateway(carrier.client(), good, keys.of("https://x", good));
    carrier.let_in();
    gateway.log_in();
    carrier.answer(R"({"success":false})");
    CHECK_THROWS_AS(gateway.log_in(), GatewayError);
}

TEST_CASE("a refused session means one new login and one more try") {
    const auto [body, status] = GENERATE(table<std::string, int>(
        {{no_session, 200}, {no_session, 400}, {R"({"success":false})", 403}, {"Unauthorized", 401}}));
    Line line;
    line.carrier.let_in("old:1");
    line.carrier.answer(body, status);
    line.carrier.let_in("new:1");
    line.carrier.answer(sent);
    CHECK(line.send().outcome == SendOutcome::accepted);
    CHECK(line.carrier.requests().at(1).value("session") == "old:1");
    CHECK(line.carrier.requests().at(3).value("session") == "new:1");
}

TEST_CASE("a failure that only may be the session's means a new login for a question, but never for a text") {
    const auto [body, status] = GENERATE(table<std::string, int>({
        {R"({"success":false,"response":null})", 200},
        {R"({"success":false})", 200},
        {no_session, 500},
        {no_session, 503},
        {R"({"success":false,"message":"The session broke.","errorCode":-1})", 200},
    }));
    CAPTURE(body, status);
    Line line;
    line.carrier.let_in();
    line.carrier.answer(body, status);
    CHECK(line.send().outcome == SendOutcome::unknown);
    CHECK(line.carrier.requests().size() == 2);

    line.carrier.answer(R"({"success":false,"response":null})");
    line.carrier.let_in("new:1");
    line.carrier.answer(R"({"success":true,"response":[]})");
    CHECK(line.gateway.list_messages(0, 10).is_last);
    CHECK(line.carrier.requests().back().value("session") == "new:1");
}

TEST_CASE("a session that is refused twice stops the line") {
    Line line;
    line.carrier.let_in();
    line.carrier.answer(no_session);
    line.carrier.let_in("new:1");
    line.carrier.answer(no_session);
    const SendResult result = line.send();
    CHECK(result.outcome == SendOutcome::line_stopped);
    CHECK_THAT(result.reason, ContainsSubstring("password"));
    CHECK_FALSE(line.carrier.has_answers_left());
}

TEST_CASE("a login that fails leaves the text unsent, and says how") {
    Line line;
    SendOutcome expected = SendOutcome::refused;
    SECTION("wrong password") {
        line.carrier.answer(R"({"success":false,"message":"Wrong password","errorCode":17})");
        expected = SendOutcome::line_stopped;
    }
    SECTION("wrong password, by status") {
        line.carrier.answer("", 401);
        expected = SendOutcome::line_stopped;
    }
    SECTION("the carrier is busy") {
        line.carrier.answer("", 503);
    }
    SECTION("the carrier had an error") {
        line.carrier.answer(R"({"success":false,"errorCode":-1})");
    }
    SECTION("unreachable") {
        line.carrier.fail(HttpError::Kind::not_sent);
    }
    SECTION("the answer to the login was lost") {
        line.carrier.fail(HttpError::Kind::answer_lost);
    }
    SECTION("nonsense") {
        line.carrier.answer("<html>");
    }
    SECTION("no key") {
        line.carrier.answer(R"({"success":true,"response":null})");
    }
    CHECK(line.send().outcome == expected);
    CHECK(line.carrier.requests().size() == 1);
}

TEST_CASE("the kinds of a failed login") {
    Line line;
    line.carrier.answer(R"({"success":false})");
    CHECK(login_failure(line) == GatewayError::Kind::credentials_refused);
    line.carrier.answer("", 500);
    CHECK(login_failure(line) == GatewayError::Kind::unreachable);
    line.carrier.answer("[]");
    CHECK(login_failure(line) == GatewayError::Kind::bad_answer);
    line.carrier.let_in();
    CHECK_NOTHROW(line.gateway.log_in());
}

TEST_CASE("the documented codes, wherever they stand") {
    const auto [code, outcome, words] = GENERATE(table<int, SendOutcome, std::string>({
        {-1, SendOutcome::unknown, "internal error"},
        {-855, SendOutcome::unknown, "internal error"},
        {-124, SendOutcome::rejected, "mobile number"},
        {-394, SendOutcome::rejected, "length"},
        {-700, SendOutcome::unknown, "internal error"},
        {-704, SendOutcome::unknown, "internal error"},
        {-703, SendOutcome::rejected, "does not accept"},
        {-801, SendOutcome::rejected, "spam"},
        {-1234, SendOutcome::rejected, "UNSTOP"},
    }));
    const std::string number = std::to_string(code);
    const auto [before, after] = GENERATE(table<std::string, std::string>({
        {R"({"success":false,"message":"to +16515551299: Hello World","errorCode":)", "}"},
        {R"({"success":false,"error":{"code":")", R"("}})"},
        {R"({"success":false,"response":{"statusCode":)", "}}"},
        {R"({"success":false,"response":)", "}"},
    }));
    const int status = GENERATE(200, 400);
    CAPTURE(before, code, status);
    Line line;
    line.carrier.let_in();
    line.carrier.answer(before + number + after, status);
    const SendResult result = line.send();
    CHECK(result.outcome == outcome);
    CHECK((result.fact == NumberFact::opted_out) == (code == -1234));
    CHECK((result.fact == NumberFact::takes_no_texts) == (code == -124));
    CHECK_THAT(result.reason, ContainsSubstring(words));
    CHECK_THAT(result.reason, !ContainsSubstring("6515551299") && !ContainsSubstring("Hello"));
    CHECK(line.carrier.requests().size() == 2);
}

TEST_CASE("an answer without a usable verdict: the text may have been taken") {
    const auto [body, status] = GENERATE(table<std::string, int>({
        {"", 200},
        {"<html>oops</html>", 200},
        {R"({"response":{"tokens":[{"message":"1"}]}})", 200},
        {R"({"success":"yes"})", 200},
        {R"({"success":true})", 200},
        {R"({"success":true,"response":{"root":"1","tokens":[]}})", 200},
        {R"({"success":true,"response":{"tokens":[{"message":null}]}})", 200},
        {R"({"success":true,"response":{"tokens":[{"message":1.3e18}]}})", 200},
        {sent, 500},
        {sent, 403},
        {"", 500},
        {"", 502},
        {"", 503},
        {R"({"success":false,"message":"oops"})", 500},
        {R"({"success":false,"message":"oops"})", 200},
        {R"({"success":false,"message":"Hello World","errorCode":-99})", 200},
        {R"({"success":false,"errorCode":-703})", 500},
        {R"({"success":false,"errorCode":-1234})", 504},
        {R"({"success":false,"errorCode":-703})", 409},
        {std::string(sent).substr(0, 150), 200},
        {"{", 200},
        {"null", 200},
        {"", 101},
        {"", 204},
        {"", 301},
        {"", 302},
        {"", 303},
        {"", 307},
        {"", 308},
        {"", 408},
        {"", 409},
        {"", 424},
        {"", 499},
        {"", 504},
        {"", 520},
        {sent, 302},
        {sent, 429},
    }));
    const bool has_retry_after = GENERATE(false, true);
    CAPTURE(body, status);
    Line line;
    line.carrier.let_in();
    line.carrier.answer(body, status, has_retry_after ? std::optional<Seconds>(5) : std::nullopt);
    const SendResult result = line.send();
    CHECK(result.outcome == SendOutcome::unknown);
    CHECK_FALSE(result.reason.empty());
    CHECK_THAT(result.reason, !ContainsSubstring("Hello"));
    CHECK(line.carrier.requests().size() == 2);
}

TEST_CASE("a status that says that nothing was processed") {
    const auto [status, outcome] = GENERATE(table<int, SendOutcome>({
        {429, SendOutcome::refused},
        {425, SendOutcome::refused},
        {400, SendOutcome::not_the_carrier},
        {413, SendOutcome::not_the_carrier},
        {404, SendOutcome::not_the_carrier},
        {422, SendOutcome::not_the_carrier},
    }));
    Line line;
    line.carrier.let_in();
    line.carrier.answer("<html>", status, Seconds(30));
    const SendResult result = line.send();
    CHECK(result.outcome == outcome);
    CHECK(result.retry_after ==
          (outcome == SendOutcome::refused ? std::optional<Seconds>(30) : std::nullopt));
}

TEST_CASE("a failure of Zipwhip's own without a known code goes by its status") {
    const auto [status, outcome] = GENERATE(table<int, SendOutcome>({
        {200, SendOutcome::unknown},
        {400, SendOutcome::rejected},
        {422, SendOutcome::rejected},
        {404, SendOutcome::line_stopped},
        {429, SendOutcome::refused},
        {409, SendOutcome::unknown},
        {500, SendOutcome::unknown},
    }));
    CAPTURE(status);
    Line line;
    line.carrier.let_in();
    line.carrier.answer(R"({"success":false,"message":"Out of\u2028cheese\n"})", status);
    const SendResult result = line.send();
    CHECK(result.outcome == outcome);
    if (outcome != SendOutcome::refused && outcome != SendOutcome::line_stopped)
        CHECK_THAT(result.reason, ContainsSubstring("Out of cheese"));
}

TEST_CASE("a failure for a reason that nobody knows proves nothing, and names its code") {
    Line line;
    line.carrier.let_in();
    line.carrier.answer(R"({"success":false,"message":"Hello World is not nice","errorCode":-99})");
    const SendResult result = line.send();
    CHECK(result.outcome == SendOutcome::unknown);
    CHECK_THAT(result.reason, ContainsSubstring("-99") && !ContainsSubstring("Hello"));
}

TEST_CASE("the network's failures") {
    Line line;
    line.carrier.let_in();
    line.carrier.fail(HttpError::Kind::not_sent);
    line.carrier.fail(HttpError::Kind::answer_lost);
    CHECK(line.send().outcome == SendOutcome::refused);
    CHECK(line.send().outcome == SendOutcome::unknown);
    CHECK(line.carrier.requests().size() == 3);
}
