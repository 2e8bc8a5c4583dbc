// set_webhooks: what is asked of Zipwhip, and what is left there when a step fails.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "gateway/carrier.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"

using namespace send_text;
using namespace send_text::zipwhip;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

const std::string prefix = "https://texts.example.com/zipwhip/";
const std::string old_url = prefix + "old-key";
const std::string new_url = prefix + "new-key";
const std::string other_url = "https://elsewhere.example.com/zipwhip/";

using Hooks = std::multiset<std::pair<std::string, std::string>>;  ///< url and event

/// The webhooks of a line at Zipwhip, and what goes wrong there.
class WebhookBook {
  public:
    enum class Fault { none, refused, lost_before, lost_after, nonsense };

    void keep(const std::string& url, const std::string& event = "receive") {
        webhooks[next_id_++] = {{"type", "message"}, {"event", event}, {"url", url}, {"method", "POST"}};
    }
    Hooks hooks() const {
        Hooks result;
        for (const auto& [id, webhook] : webhooks)
            result.emplace(webhook.at("url"), webhook.at("event"));
        return result;
    }

    HttpAnswer post(const std::string& path, const Form& form) {
        if (path == "/user/login") return success("guid:2065551204");
        std::map<std::string, std::string> values(form.begin(), form.end());
        if (values["session"] != "guid:2065551204") return {401, "", {}};
        asked.push_back(path);
        const Fault fault = next_fault ? next_fault(path) : Fault::none;
        if (fault == Fault::refused) return {200, R"({"success":false,"errorCode":-703})", {}};
        if (fault == Fault::lost_before) throw HttpError(HttpError::Kind::not_sent, "It cannot be reached.");
        const json response = obey(path, values);
        if (fault == Fault::lost_after) throw HttpError(HttpError::Kind::answer_lost, "The answer was lost.");
        return fault == Fault::nonsense ? success("nonsense") : success(response);
    }

    std::map<std::uint64_t, json> webhooks;
    std::vector<std::string> asked;
    std::function<Fault(const std::string& path)> next_fault;
    bool gives_ids_as_text = false;

  private:
    static HttpAnswer success(const json& response) {
        return {200, json{{"success", true}, {"response", response}}.dump(), {}};
    }

    json entry(std::uint64_t id) const {
        json webhook = webhooks.at(id);
        webhook["webhookId"] = gives_ids_as_text ? json(std::to_string(id)) : json(id);
        return webhook;
    }

    json obey(const std::string& path, std::map<std::string, std::string>& values) {
        if (path == "/webhook/delete") {
            CHECK(webhooks.erase(std::stoull(values["webhookId"])) == 1);
            return true;
        }
        if (path == "/webhook/add") {
            values.erase("session");
            webhooks[next_id_] = values;
            return json::array({entry(next_id_++)});
        }
        CHECK(path == "/webhook/list");
        json list = json::array();
        for (const auto& [id, webhook] : webhooks)
            list.push_back(entry(id));
        return list;
    }

    std::uint64_t next_id_ = 18446744073709551000U;  // no double holds it
};

class BookClient final : public HttpClient {
  public:
    explicit BookClient(WebhookBook& book) : book_(book) {}
    HttpAnswer post(const std::string& path, const Form& form) override { return book_.post(path, form); }
    HttpAnswer get(const std::string& path, const Form&) override {
        throw std::logic_error("a GET would put the session key into the URL " + path);
    }

  private:
    WebhookBook& book_;
};

using Fault = WebhookBook::Fault;

struct Line {
    void set(const std::string& url) { gateway.set_webhooks(prefix, url); }

    std::string failure(const std::string& url) {
        try {
            set(url);
        } catch (const GatewayError& error) {
            CHECK_THAT(error.what(), !ContainsSubstring("key") && !ContainsSubstring(prefix));
            return error.what();
        }
        FAIL("set_webhooks did not fail");
        return {};
    }

    /// The nth call of a path fails.
    void fail(const std::string& path, int nth, Fault fault) {
        book.next_fault = [=, left = nth](const std::string& asked) mutable {
            return asked == path && --left == 0 ? fault : Fault::none;
        };
    }

    WebhookBook book;
    SessionKeys keys;
    Credentials credentials{"2065551204", "p"};
    ZipwhipGateway gateway{std::make_unique<BookClient>(book), credentials,
                           keys.of("https://x", credentials)};
};

const Hooks new_hooks{{new_url, "receive"}, {new_url, "send"}, {new_url, "progress"}};

}  // namespace

TEST_CASE("a line's messages are told to the new address, and to no other of ours") {
    Line line;
    CHECK(find_carrier("zipwhip")->can.registers_webhooks);
    line.book.gives_ids_as_text = GENERATE(false, true);
    line.book.keep(old_url);
    line.book.keep(other_url);
    line.book.keep(old_url, "progress");
    line.set(new_url);
    Hooks expected = new_hooks;
    expected.emplace(other_url, "receive");
    CHECK(line.book.hooks() == expected);
    for (const auto& [id, webhook] : line.book.webhooks) {
        CHECK(webhook.at("type") == "message");
        CHECK(webhook.at("method") == "POST");
    }
    line.set("");
    CHECK(line.book.hooks() == Hooks{{other_url, "receive"}});
}

TEST_CASE("the new webhooks are there before the old ones go") {
    Line line;
    line.book.keep(old_url);
    line.set(new_url);
    CHECK(line.book.asked == std::vector<std::string>{"/webhook/list", "/webhook/add", "/webhook/add",
                                                      "/webhook/add", "/webhook/delete"});
}

TEST_CASE("whichever step fails is named, and all is as it was") {
    const auto [path, nth, words] = GENERATE(table<std::string, int, std::string>({
        {"/webhook/list", 1, "did not list"},
        {"/webhook/add", 1, "\"receive\""},
        {"/webhook/add", 2, "\"send\""},
        {"/webhook/add", 3, "\"progress\""},
        {"/webhook/delete", 1, "did not remove"},
        {"/webhook/delete", 2, "did not remove"},
    }));
    const Fault fault = GENERATE(Fault::refused, Fault::lost_before, Fault::lost_after, Fault::nonsense);
    if (path == "/webhook/delete" && fault == Fault::nonsense) return;  // that it succeeded is all it says
    CAPTURE(path, nth, static_cast<int>(fault));
    Line line;
    line.book.keep(old_url);
    line.book.keep(old_url, "send");
    line.book.keep(other_url);
    const Hooks before = line.book.hooks();
    line.fail(path, nth, fault);
    CHECK_THAT(line.failure(new_url), ContainsSubstring(words));
    CHECK(line.book.hooks() == before);
}

TEST_CASE("a carrier that stays away leaves what the next registration removes") {
    Line line;
    line.book.keep(old_url);
    line.book.next_fault = [calls = 0](const std::string&) mutable {
        return ++calls > 3 ? Fault::lost_before : Fault::none;
    };
    CHECK_THAT(line.failure(new_url), ContainsSubstring("\"progress\"") && ContainsSubstring("reached"));
    CHECK(line.book.hooks() == Hooks{{old_url, "receive"}, {new_url, "receive"}, {new_url, "send"}});
    line.book.next_fault = nullptr;
    line.set(prefix + "newer");
    const std::string newer_url = prefix + "newer";
    CHECK(line.book.hooks() == Hooks{{newer_url, "receive"}, {newer_url, "send"}, {newer_url, "progress"}});
}

TEST_CASE("without a list that can be read back, what was surely added goes") {
    Line line;
    line.book.keep(old_url);
    line.book.next_fault = [lists = 0, adds = 0](const std::string& path) mutable {
        if (path == "/webhook/list" && ++lists == 2) return Fault::refused;
        return path == "/webhook/add" && ++adds == 3 ? Fault::refused : Fault::none;
    };
    line.failure(new_url);
    CHECK(line.book.hooks() == Hooks{{old_url, "receive"}});
}

TEST_CASE("an old webhook without an id cannot be removed, and that is said") {
    FakeCarrier carrier;
    SessionKeys keys;
    const Credentials credentials{"2065551204", "p"};
    ZipwhipGateway gateway(carrier.client(), credentials, keys.of("https://x", credentials));
    carrier.let_in();
    const std::string list = R"({"success":true,"response":[{"url":")" + old_url + R"("},"odd",7]})";
    carrier.answer(list);
    carrier.answer(list);
    CHECK_THROWS_AS(gateway.set_webhooks(prefix, ""), GatewayError);
    CHECK_FALSE(carrier.has_answers_left());
}
