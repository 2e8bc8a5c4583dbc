#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "mock_host/staffing/errors.hpp"
#include "mock_host/web/running_host.hpp"
#include "staffing_cpp/status_error.hpp"
#include "web/site.hpp"

using namespace mock_host;
using nlohmann::json;

TEST_CASE("the first page brings the token and the rules that browsers hold it to") {
    Site site;
    const Site::Answer page = site.get("/");
    REQUIRE(page.status == 200);
    REQUIRE(page.body == "<meta name=\"mock-host-token\" content=\"" + site.server().token() + "\" />");
    REQUIRE(page.headers.at("Content-Type") == "text/html; charset=utf-8");
    REQUIRE(page.headers.at("Content-Security-Policy").starts_with("default-src 'self'; "));
    REQUIRE(page.headers.at("X-Content-Type-Options") == "nosniff");
    REQUIRE(page.headers.at("Cache-Control") == "no-store");
    REQUIRE(site.server().token().size() == 32);
    REQUIRE(site.get("/index.html").body == page.body);

    const Site::Answer script = site.get("/pages/app.js?v=1");
    REQUIRE(script.body == "export {};\n");
    REQUIRE(script.headers.at("Content-Type") == "text/javascript; charset=utf-8");
    REQUIRE(site.ask("HEAD", "/pages/app.js", {}, {}).headers.at("Content-Length") == "11");
    REQUIRE(site.change("POST", "/pages/app.js", "{}").status == 405);
}

TEST_CASE("nothing outside of the pages' folder, and nothing hidden in it, is served") {
    Site site;
    for (const char* const target :
         {"/../secret.txt", "/%2e%2e/secret.txt", "/pages/../../secret.txt", "/pages/..%2f..%2fsecret.txt",
          "/..%5csecret.txt", "//etc/passwd", "/.npmrc", "/pages", "/pages/", "/pages/app.js/",
          "/pages/app.js%00", "/nothing.js"}) {
        CAPTURE(target);
        const Site::Answer answer = site.get(target);
        REQUIRE(answer.status == 404);
        REQUIRE(json::parse(answer.body)["error"] == "There is no such page.");
    }
    REQUIRE(site.status_of("/%zz") == 400);
    REQUIRE(site.status_of("http://127.0.0.1/") == 400);
}

TEST_CASE("only this server's own names are answered to") {
    Site site;
    const std::string port = std::to_string(site.server().port());
    REQUIRE(site.status_of("/api/frame", {{"Host", "localhost:" + port}}) == 200);
    const std::vector<std::string> others{"evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1",
                                          "localhost." + port};
    for (const std::string& name : others) {
        CAPTURE(name);
        REQUIRE(site.status_of("/", {{"Host", name}}) == 403);
        REQUIRE(site.status_of("/api/frame", {{"Host", name}}) == 403);
        REQUIRE(site.status_of("/api/events", {{"Host", name}}) == 403);
    }
    REQUIRE(site.calls() == 1);
}

TEST_CASE("other web sites reach nothing") {
    Site site;
    for (const std::string origin :
         {"http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"}) {
        CAPTURE(origin);
        REQUIRE(site.status_of("/api/frame", {{"Origin", origin}}) == 403);
        REQUIRE(site.change("POST", "/api/session", "{}", {{"Origin", origin}}).status == 403);
    }
    REQUIRE(site.calls() == 0);
    REQUIRE(site.status_of("/api/frame", {{"Origin", "http://" + site.own_host()}}) == 200);
    REQUIRE(site.change("POST", "/api/session", "{}", {{"Origin", ""}}).status == 200);
}

TEST_CASE("a change needs the page's token") {
    Site site;
    for (const char* const method : {"POST", "PUT", "DELETE"}) {
        CAPTURE(method);
        const Site::Answer answer = site.change(method, "/api/session", "{}", {{"X-Mock-Host-Token", ""}});
        REQUIRE(answer.status == 403);
        REQUIRE(json::parse(answer.body)["error"].get<std::string>().find("Reload it") != std::string::npos);
        REQUIRE(site.change(method, "/api/session", "{}", {{"X-Mock-Host-Token", "guessed"}}).status == 403);
        REQUIRE(site.calls() == 0);
    }
    REQUIRE(site.change("PUT", "/api/session", "{}").status == 200);
    REQUIRE(site.change("PATCH", "/api/session", "{}").status == 405);
    REQUIRE(site.calls() == 1);
}

TEST_CASE("a change brings JSON that is not too large") {
    Site site;
    const auto sent = [&](const std::string& body, const Site::Headers& headers = {}) {
        return site.change("POST", "/api/session", body, headers).status;
    };
    const auto of_size = [](std::size_t size) { return "{\"a\":\"" + std::string(size - 8, 'x') + "\"}"; };
    REQUIRE(sent("{}", {{"Content-Type", "text/plain"}}) == 415);
    REQUIRE(sent("{}", {{"Content-Type", "application/x-www-form-urlencoded"}}) == 415);
    REQUIRE(sent("{}", {{"Content-Type", ""}}) == 415);
    REQUIRE(sent("{\"a\":") == 400);
    REQUIRE(sent("[]") == 400);
    REQUIRE(sent(of_size(1'000'001)) == 413);
    REQUIRE(sent(of_size(5'000'000)) == 413);
    REQUIRE(site.calls() == 0);
    REQUIRE(sent(of_size(1'000'000)) == 200);
    REQUIRE(sent("{}", {{"Content-Type", "application/json; charset=utf-8"}}) == 200);
    REQUIRE(sent("") == 200);  // nothing to say is {}
}

TEST_CASE("a call comes with its path, query and body decoded") {
    Site site;
    const json seen = json::parse(
        site.change("PUT",
                    "/api/records/employee/5%2F8/%3Cb%3E?last_name=O%27Brien+%26&empty=", R"({"value":1})")
            .body);
    REQUIRE(seen["method"] == "PUT");
    REQUIRE(seen["path"] == json{"records", "employee", "5/8", "<b>"});
    REQUIRE(seen["query"] == json{{"last_name", "O'Brien &"}, {"empty", ""}});
    REQUIRE(seen["body"] == json{{"value", 1}});
    REQUIRE(site.status_of("/api/x?a=%zz") == 400);
}

TEST_CASE("what goes wrong is told in words and with the status that says whose fault it is") {
    std::function<void()> fail;
    Site site([&](const ApiCall&) -> ApiResult {
        fail();
        return {};
    });
    const auto answer_to = [&](std::function<void()> failure) {
        fail = std::move(failure);
        const Site::Answer answer = site.get("/api/anything");
        REQUIRE(answer.headers.at("Content-Type") == "application/json");
        json body = json::parse(answer.body);
        body["status"] = answer.status;
        return body;
    };
    REQUIRE(answer_to([] {
                throw ApiError(422, "No.", {{"problems", {{"a", "b"}}}});
            }) == json{{"status", 422}, {"error", "No."}, {"problems", {{"a", "b"}}}});
    REQUIRE(answer_to([] { throw NotFound("Gone."); }) == json{{"status", 404}, {"error", "Gone."}});
    REQUIRE(answer_to([] { throw InvalidInput("Not so."); }) == json{{"status", 409}, {"error", "Not so."}});
    REQUIRE(answer_to([] { throw std::invalid_argument("Not offered."); })["status"] == 409);
    REQUIRE(answer_to([] { throw NoPlugin("None."); })["status"] == 409);
    REQUIRE(answer_to([] { throw staffing::StatusError(STAFFING_STATUS_REFUSED, "Refused."); }) ==
            json{{"status", 409}, {"error", "Refused."}});
    REQUIRE(answer_to([] { json::object().at("missing"); })["status"] == 400);
    REQUIRE(answer_to([] { throw std::runtime_error("Broken \xff."); }) ==
            json{{"status", 500}, {"error", "Broken \xef\xbf\xbd."}});
}

TEST_CASE("a download is named") {
    Site site([](const ApiCall&) { return ApiResult{200, "text/csv", "a,b\r\n", "audit.csv"}; });
    const Site::Answer answer = site.get("/api/audit?format=csv");
    REQUIRE(answer.body == "a,b\r\n");
    REQUIRE(answer.headers.at("Content-Type") == "text/csv");
    REQUIRE(answer.headers.at("Content-Disposition") == "attachment; filename=\"audit.csv\"");
}
