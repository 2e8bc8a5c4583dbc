// A reply that the carrier tells of: the whole way, without the clock coming to the next poll; and who else
// calls.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "carrier/twilio/signature.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "texting_fixture.hpp"

using namespace mock_host;
using namespace std::chrono_literals;

namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// A port of this machine at which nobody listens just now.
std::uint16_t free_port() {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    REQUIRE(bind(probe, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    close(probe);
    return ntohs(address.sin_port);
}

std::string address_at(std::uint16_t port) {
    return "127.0.0.1:" + std::to_string(port);
}

/// The status that is answered to these bytes, sent in pieces; 0: none.
int status_of(std::uint16_t port, const std::string& bytes, std::size_t piece) {
    const sockaddr_in address = loopback(port);
    const int caller = socket(AF_INET, SOCK_STREAM, 0);
    REQUIRE(connect(caller, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        send(caller, bytes.data() + at, std::min(piece, bytes.size() - at), MSG_NOSIGNAL);
    std::string answer;
    char buffer[4096];
    for (ssize_t size = 0; (size = recv(caller, buffer, sizeof buffer, 0)) > 0;)
        answer.append(buffer, static_cast<std::size_t>(size));
    close(caller);
    const std::string last = answer.substr(std::min(answer.rfind("HTTP/1.1 "), answer.size()));
    return last.empty() ? 0 : std::stoi(last.substr(9, 3));
}

const std::string account_sid = "AC0123456789abcdef0123456789abcdef";
const std::string token = "branch-token-1";
const std::string address = "https://texts.example.com";
const std::string path = "/twilio/+16515550150";

/// One inbound text, and how it is put on the wire.
struct Call {
    std::string name;
    std::string signed_as = address + path;
    std::string target = path;
    Parameters parameters = {{"From", "+16514287716"},
                             {"To", "+16515550150"},
                             {"Body", "Yes & no + 50% \xE2\x80\x99ok\xE2\x80\x99 \xF0\x9F\x98\x80"},
                             {"MessageSid", "SM00000000000000000000000000000001"},
                             {"FromCity", ""}};
    std::string key = token;
    std::string type = "application/x-www-form-urlencoded; charset=UTF-8";
    std::string headers = {};
    std::string version = "HTTP/1.1";
    bool is_chunked = false;
    bool is_get = false;
    std::size_t piece = 1'000'000;
    bool is_genuine = true;

    std::string encoded() const {
        constexpr char hex[] = "0123456789ABCDEF";
        std::string text;
        const auto add = [&](const std::string& part) {
            for (const char c : part) {
                const auto byte = static_cast<unsigned char>(c);
                text += {'%', hex[byte >> 4U], hex[byte & 15U]};
            }
        };
        for (const auto& [name_of, value] : parameters) {
            if (!text.empty()) text += '&';
            add(name_of);
            text += '=';
            add(value);
        }
        return text;
    }

    std::string bytes() const {
        const std::string body = encoded();
        const std::string query = is_get ? "?" + body : "";
        std::string text = (is_get ? "GET " : "POST ") + target + query + " " + version +
                           "\r\nHost: texts.example.com\r\n" + headers;
        const std::string signature = is_get ? twilio::signature_of(signed_as + query, {}, key)
                                             : twilio::signature_of(signed_as, parameters, key);
        if (!key.empty()) text += "x-TWILIO-signature: " + signature + "\r\n";
        if (is_get) return text + "\r\n";
        text += "Content-Type: " + type + "\r\n";
        if (!is_chunked) return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        constexpr std::size_t chunk = 0x30;
        text += "Transfer-Encoding: Chunked\r\n\r\n";
        std::size_t at = 0;
        for (; at + chunk <= body.size(); at += chunk)
            text += "30;part=1\r\n" + body.substr(at, chunk) + "\r\n";
        while (at < body.size())
            text += "1\r\n" + body.substr(at++, 1) + "\r\n";
        return text + "0\r\nX-Checksum: 1\r\n\r\n";
    }
};

std::vector<Call> calls() {
    const std::string encoded_path = "/twilio/%2B16515550150";
    const std::string quoted = "?o=O'Brien%20x";
    std::vector<Call> all{
        {.name = "plain"},
        {.name = "type in capitals", .type = "APPLICATION/X-WWW-FORM-URLENCODED"},
        {.name = "signed with the port", .signed_as = address + ":443" + path},
        {.name = "path encoded", .signed_as = address + encoded_path, .target = encoded_path},
        {.name = "a proxy decoded the path", .signed_as = address + encoded_path},
        {.name = "a proxy encoded the path", .target = encoded_path},
        {.name = "query", .signed_as = address + path + quoted, .target = path + quoted},
        {.name = "query signed encoded",
         .signed_as = address + path + "?o=O%27Brien%20x",
         .target = path + quoted},
        {.name = "trailing slash", .signed_as = address + path + "/", .target = path + "/"},
        {.name = "two slashes", .signed_as = address + "/" + path, .target = "/" + path},
        {.name = "host in capitals", .signed_as = "https://Texts.Example.com" + path},
        {.name = "signed as http", .signed_as = "http://texts.example.com" + path},
        {.name = "whole address", .target = "HTTPS://TEXTS.example.com" + path},
        {.name = "chunks", .is_chunked = true},
        {.name = "chunks byte by byte", .is_chunked = true, .piece = 1},
        {.name = "byte by byte", .piece = 1},
        {.name = "HTTP/1.0", .version = "HTTP/1.0"},
        {.name = "kept alive", .headers = "Connection: keep-alive\r\n"},
        {.name = "leave asked for", .headers = "Expect: 100-Continue\r\n"},
        {.name = "GET", .is_get = true},
        {.name = "another token", .key = "branch-token-2", .is_genuine = false},
        {.name = "no signature", .key = "", .is_genuine = false},
        {.name = "another line", .signed_as = address + "/twilio/+16515550151", .is_genuine = false},
        {.name = "a parameter more", .target = path + "?more=1", .is_genuine = false},
    };
    Call twice{.name = "a parameter twice"};
    twice.parameters.emplace_back("FromCity", "");
    all.push_back(twice);
    Call long_one{.name = "1,600 emoji"};
    std::string& body = long_one.parameters[2].second;
    body.clear();
    for (int count = 0; count < 1'600; ++count)
        body += "\xF0\x9F\x98\x80";
    all.push_back(long_one);
    return all;
}

}  // namespace

TEST_CASE("a webhook brings a reply at once") {
    const std::string listener = address_at(free_port());
    TextingFixture office({{"webhook_listener", listener},
                           {"webhook_address", "http://" + listener},
                           {"poll_interval_seconds", 3600}});
    office.text("Can you work on Monday?");
    const nlohmann::json handsets = office.carrier.all_handsets();
    REQUIRE(handsets.size() == 1);

    office.carrier.reply(handsets[0]["number"], "+16515550100", "Yes, Monday is fine.");
    const auto end = std::chrono::steady_clock::now() + TextingFixture::guard;
    const auto next_poll = office.host->virtual_clock()->now_ms() + 3'500'000;
    while (office.host->notifications().all().empty() && std::chrono::steady_clock::now() < end &&
           office.host->virtual_clock()->now_ms() < next_poll) {
        run_tasks_for(*office.host, 20ms);
        office.host->virtual_clock()->advance(1'000);  // it may have told of the text itself in this second
    }
    REQUIRE(office.host->notifications().all().size() == 1);
    CHECK(office.host->notifications().all()[0].text == "Yes, Monday is fine.");
}

TEST_CASE("a call is answered 200 however the wire brings it, if Twilio signed it, and polls only once") {
    const std::uint16_t port = free_port();
    TextingFixture office({{"webhook_listener", address_at(port)}, {"webhook_address", address + "/"}});
    office.carrier.add_account(
        {.carrier = "twilio", .username = account_sid, .password = token, .numbers = {"+16515550150"}});
    REQUIRE(office.change({{"twilio_base_url", office.simulator.url()}}).empty());
    on_worker(*office.host, TextingFixture::guard, [&] {
        office.plugin().save_account(0, {{"owner", "user"},
                                         {"service_rep", "1"},
                                         {"carrier", "twilio"},
                                         {"account_sid", account_sid},
                                         {"auth_token", token},
                                         {"sender", "+16515550150"}});
    });
    wait_until_settled(*office.host, TextingFixture::guard);
    const std::size_t requests_before = office.carrier.requests().size();
    for (const Call& call : calls()) {
        CAPTURE(call.name);
        CHECK(status_of(port, call.bytes(), call.piece) == (call.is_genuine ? 200 : 403));
    }
    wait_until_settled(*office.host, TextingFixture::guard);
    // All of them tell of the same message: one poll, which asks for what came in and for what was sent.
    CHECK(office.carrier.requests().size() == requests_before + 2);
}
