// TwilioGateway::list_messages: where a list says that it goes on, and what is given when it cannot be
// followed.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <functional>

#include "core/time.hpp"
#include "unit/gateway/twilio_walk.hpp"

using namespace send_text;
using namespace send_text::twilio;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

/// The two lists of a number, each answered by a function of its query. Messages are named by it.
class TwoLists {
  public:
    using Answer = std::function<HttpAnswer(const Form& query)>;

    static HttpAnswer page(const Ids& ids, const json& next) {
        json messages = json::array();
        for (const std::string& id : ids) {
            const bool is_inbound = id.starts_with("in");
            const std::int64_t seconds = std::stoll(id.substr(id.find_first_of("0123456789")));
            messages.push_back(
                {{"sid", id},
                 {"direction", is_inbound ? "inbound" : "outbound-api"},
                 {"from", is_inbound ? person : line},
                 {"to", is_inbound ? line : person},
                 {"body", id},
                 {"status", "sent"},
                 {"date_created", rfc_2822(TwilioAccount::first_sent_at + send_text::Seconds(seconds))}});
        }
        return {200, json{{"messages", messages}, {"next_page_uri", next}}.dump(), {}};
    }

    Answer inbound = [](const Form&) { return page({"in4", "in2"}, nullptr); };
    Answer outbound = [](const Form&) { return page({"out3", "out1"}, nullptr); };
    std::vector<Form> asked;

    TwilioGateway gateway{std::make_unique<Client>(*this), TwilioAccount::sid, LineId(line),
                          "api.twilio.com"};

  private:
    class Client final : public HttpClient {
      public:
        explicit Client(TwoLists& lists) : lists_(lists) {}
        HttpAnswer post(const std::string& path, const Form&) override { throw std::logic_error(path); }
        HttpAnswer get(const std::string& path, const Form& query) override {
            if (path != TwilioAccount::path) throw std::logic_error("the account was left for " + path);
            lists_.asked.push_back(query);
            return query.at(0).first == "To" ? lists_.inbound(query) : lists_.outbound(query);
        }

      private:
        TwoLists& lists_;
    };
};

const Form second_page{{"To", line}, {"PageSize", "100"}, {"Page", "1"}, {"PageToken", "PA+1"}};
const std::string second_query = form_encoded(second_page);

/// All that the lists give, and why they are broken off.
struct Reading {
    Ids ids;
    std::optional<std::string> broken_off;
    bool has_end = false;
};

Reading read(TwoLists& lists) {
    Reading reading;
    ListReader reader(lists.gateway);
    for (int pages = 0; pages < 20 && !reader.is_over(); ++pages) {
        const CarrierPage page = reader.next();
        CHECK(reading.broken_off == std::nullopt);
        const Ids more = ids_of(page);
        reading.ids.insert(reading.ids.end(), more.begin(), more.end());
        reading.broken_off = page.broken_off;
        reading.has_end = page.is_last;
    }
    CHECK(reading.has_end);
    return reading;
}

/// Inbound messages on two pages, the first of which gives `next` as its next.
void give_next(TwoLists& lists, const json& next) {
    lists.inbound = [next](const Form& query) {
        const bool is_second = query.size() > 2;
        return is_second ? TwoLists::page({"in0"}, nullptr) : TwoLists::page({"in4", "in2"}, next);
    };
}

}  // namespace

TEST_CASE("a next page is followed in each of the ways in which its address may be written") {
    std::string plus = second_query;
    for (std::size_t at = plus.find("%2B"); at != std::string::npos; at = plus.find("%2B"))
        plus.replace(at, 3, "+");
    const std::string path = TwilioAccount::path;
    const std::string uri = GENERATE_COPY(
        path + "?" + second_query, path.substr(1) + "?" + second_query, "Messages.json?" + second_query,
        "?" + second_query, path + "?" + plus, "https://api.twilio.com" + path + "?" + second_query,
        "https://API.twilio.com:443" + path + "?" + second_query,
        "http://api.twilio.com:8080" + path + "?" + plus, "//api.twilio.com" + path + "?" + second_query,
        "/a/proxy" + path + "?" + second_query);
    CAPTURE(uri);
    TwoLists lists;
    give_next(lists, uri);
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "out3", "in2", "out1", "in0"});
    CHECK(reading.broken_off == std::nullopt);
    REQUIRE(lists.asked.size() == 3);
    CHECK(lists.asked[2] == second_page);
}

TEST_CASE("a plus that became a space is put right") {
    TwoLists lists;
    give_next(lists, TwilioAccount::path + "?To=%2016515550100&PageSize=100&Page=1&PageToken=PA%2B1");
    CHECK(read(lists).broken_off == std::nullopt);
    CHECK(lists.asked.at(2) == second_page);
}

TEST_CASE("an address that is not the list's is never asked, and what was readable is given") {
    const std::string path = TwilioAccount::path;
    const json uri = GENERATE_COPY(
        as<json>(), "https://evil.example.com" + path + "?" + second_query,
        "https://api.twilio.com@evil.example.com" + path + "?" + second_query,
        "https://api.twilio.com.evil.example.com" + path + "?" + second_query,
        "//evil.example.com" + path + "?" + second_query,
        "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json?" + second_query,
        path + "/../Calls.json?" + second_query, "Calls.json?" + second_query, path,
        path + "?To=%2B16515550200&PageSize=100&PageToken=PA1", path + "?PageSize=100&PageToken=PA1",
        path + "?To=%2B16515550100&PageSize=100",  // the same page
        path + "?" + second_query + "&x=%ZZ", path + "?" + second_query + "&x=%", "javascript:alert(1)", "",
        " ", 7, true, json::object(), json::array());
    CAPTURE(uri);
    TwoLists lists;
    give_next(lists, uri);
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "out3", "in2", "out1"});
    CHECK_THAT(reading.broken_off.value(),
               ContainsSubstring("list of messages") && !ContainsSubstring("evil"));
    CHECK(lists.asked.size() == 2);
}

TEST_CASE("a list that does not say where it ends is not taken for a whole one") {
    TwoLists lists;
    lists.outbound = [](const Form&) { return HttpAnswer{200, R"({"messages":[]})", {}}; };
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "in2"});
    CHECK_THAT(reading.broken_off.value(), ContainsSubstring("whether there is a next page"));
}

TEST_CASE(
    "what a broken list lacks is older than the pages before; what else can be read comes behind them") {
    TwoLists lists;
    lists.inbound = [](const Form&) { return TwoLists::page({"in9", "in3", "in1"}, nullptr); };
    lists.outbound = [](const Form&) { return TwoLists::page({"out8", "out5"}, ""); };
    const CarrierPage before = lists.gateway.list_messages(0, 100);
    CHECK(ids_of(before) == Ids{"in9", "out8", "out5"});
    CHECK_FALSE(before.is_last);
    CHECK(before.broken_off == std::nullopt);
    const CarrierPage behind = lists.gateway.list_messages(2, 100);
    CHECK(ids_of(behind) == Ids{"out5", "in3", "in1"});
    CHECK(behind.is_last);
    CHECK(behind.broken_off != std::nullopt);
    TwilioGateway& gateway = lists.gateway;
    gateway.list_messages(0, 1);
    CHECK(ids_of(gateway.list_messages(4, 100)) == Ids{"in1"});  // straight to behind the break
}

TEST_CASE("a list without end is left after a few empty pages") {
    TwoLists lists;
    lists.outbound = [page = 0](const Form& query) mutable {
        const std::string next = TwilioAccount::path + "?From=%2B16515550100&Page=" + std::to_string(++page);
        return query.size() == 2 && query[1].first == "PageSize" ? TwoLists::page({"out3", "out1"}, next)
                                                                 : TwoLists::page({}, next);
    };
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "out3", "in2", "out1"});
    CHECK_THAT(reading.broken_off.value(), ContainsSubstring("empty pages"));
    CHECK(lists.asked.size() < 8);
}

TEST_CASE("a few empty pages do not end a list") {
    TwoLists lists;
    lists.outbound = [page = 0](const Form&) mutable {
        const std::string next = TwilioAccount::path + "?From=%2B16515550100&Page=" + std::to_string(++page);
        return page == 3 ? TwoLists::page({"out1"}, nullptr) : TwoLists::page({}, next);
    };
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "in2", "out1"});
    CHECK(reading.broken_off == std::nullopt);
}

TEST_CASE("a list that goes round is left when a page comes again") {
    const int pages = GENERATE(1, 2, 5);
    const bool has_new_address_each_time = GENERATE(true, false);
    TwoLists lists;
    lists.outbound = [=, page = 0](const Form&) mutable {
        const int shown = page++ % pages;
        const int named = has_new_address_each_time ? page : page % pages;
        return TwoLists::page(
            {"out" + std::to_string(200 - shown * 2), "out" + std::to_string(199 - shown * 2)},
            TwilioAccount::path + "?From=%2B16515550100&Page=" + std::to_string(named));
    };
    const Reading reading = read(lists);
    CHECK(reading.ids.size() == static_cast<std::size_t>(2 * pages + 2));
    CHECK_THAT(reading.broken_off.value(), ContainsSubstring("leads back"));
    CHECK(lists.asked.size() == static_cast<std::size_t>(pages + 2));
}

TEST_CASE("a second page that is not Twilio's does not cost the first one") {
    const auto [status, body] = GENERATE(
        table<int, std::string>({{200, "<html>"}, {400, ""}, {404, "{}"}, {200, R"({"messages":7})"}}));
    TwoLists lists;
    lists.inbound = [status = status, body = body](const Form& query) {
        const std::string next = TwilioAccount::path + "?" + second_query;
        return query.size() > 2 ? HttpAnswer{status, body, {}} : TwoLists::page({"in4", "in2"}, next);
    };
    const Reading reading = read(lists);
    CHECK(reading.ids == Ids{"in4", "out3", "in2", "out1"});
    CHECK_THAT(reading.broken_off.value(), ContainsSubstring("cannot be read"));
}

TEST_CASE("a second page that cannot be had for now does not cost the first one, and is asked for again") {
    TwoLists lists;
    bool is_down = true;
    lists.inbound = [&](const Form& query) {
        const std::string next = TwilioAccount::path + "?" + second_query;
        if (query.size() == 2) return TwoLists::page({"in4", "in2"}, next);
        return is_down ? HttpAnswer{503, "", {}} : TwoLists::page({"in0"}, nullptr);
    };
    const CarrierPage first = lists.gateway.list_messages(0, 100);
    CHECK(ids_of(first) == Ids{"in4", "out3", "in2"});
    CHECK_FALSE(first.is_last);
    CHECK(failure(lists.gateway, 2).kind() == GatewayError::Kind::unreachable);
    is_down = false;
    CHECK(read(lists).ids == Ids{"in4", "out3", "in2", "out1", "in0"});
}
