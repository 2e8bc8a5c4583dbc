// The vectors are those of Twilio's documentation and of its helper libraries; the others were made with
// "openssl dgst -sha1 -hmac 12345 -binary | base64".
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "gateway/twilio/signature.hpp"
#include "unit/support/webhook_signature.hpp"

using namespace send_text;
using namespace send_text::testing;
using twilio::SignatureHash;

namespace {

const std::string url = "https://mycompany.com/myapp.php?foo=1&bar=2";
const std::string url_with_port = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
const Form call{{"CallSid", "CA1234567890ABCDE"},
                {"Caller", "+14158675309"},
                {"Digits", "1234"},
                {"From", "+14158675309"},
                {"To", "+18005551212"}};

/// A call of an address, and what stands before its path there.
struct Asked {
    explicit Asked(const std::string& address) {
        const std::size_t path = address.find('/', address.find("://") + 3);
        base = address.substr(0, path);
        if (path != std::string::npos) call.target = address.substr(path);
    }
    bool is_signed(const std::string& signature, const Secret& token = "12345") {
        call.headers["x-twilio-signature"] = signature;
        return twilio::is_signed(call, base, token, SignatureHash::sha1);
    }

    std::string base;
    WebhookCall call;
};

bool is_form_signed(const std::string& address, const Form& form, const std::string& signature,
                    const Secret& token = "12345") {
    Asked asked(address);
    asked.call.parameters = form;
    asked.call.is_form = true;
    return asked.is_signed(signature, token);
}

bool is_body_signed(const std::string& address, const std::string& body, const std::string& signature) {
    Asked asked(address);
    asked.call.body = body;
    return asked.is_signed(signature);
}

/// Whether what was signed as the one address counts as asked at the other.
bool counts(const std::string& address_signed, const std::string& address_asked,
            const std::string& host = "") {
    Asked asked(address_asked);
    asked.call.parameters = call;
    asked.call.is_form = true;
    asked.call.host = host;
    return asked.is_signed(sha1_signature(address_signed, call, "12345"));
}

}  // namespace

TEST_CASE("a form is signed with its parameters, in the order of their names") {
    CHECK(is_form_signed(url, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    CHECK(is_form_signed(url, {call.rbegin(), call.rend()}, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    CHECK(is_form_signed(url, {}, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
    CHECK(is_form_signed("https://mycompany.com/myapp.php", call, "1xaxFBvyzXYvWplzNOSs28HWO94="));
    CHECK(is_form_signed(url, {{"Digits", ""}, {"CallSid", "CA1234567890ABCDE"}, {"EmptyParam", ""}},
                         "9HHp/OqQMEwdrVebHDdA/+tqjX8="));
}

TEST_CASE("several values of a name count once each, sorted") {
    CHECK(is_form_signed(url,
                         {{"Sid", "CA123"},
                          {"SidAccount", "AC123"},
                          {"Digits", "5678"},
                          {"Digits", "1234"},
                          {"Digits", "1234"}},
                         "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
}

TEST_CASE("the address counts with and without its standard port, and with no other") {
    CHECK(is_form_signed(url_with_port, call, "kvajT1Ptam85bY51eRf/AJRuM3w="));
    CHECK(is_form_signed(url, call, "kvajT1Ptam85bY51eRf/AJRuM3w="));
    CHECK(is_form_signed(url_with_port, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    CHECK_FALSE(is_form_signed("https://mycompany.com:8443/myapp.php?foo=1&bar=2", call,
                               "kvajT1Ptam85bY51eRf/AJRuM3w="));
}

TEST_CASE("an address at another port counts without it, as Twilio signs it") {
    CHECK(is_form_signed("https://mycompany.com:8443/myapp.php?foo=1&bar=2", call,
                         "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    for (const std::string host : {"mycompany.com", "[2001:db8::1]", "me:12@mycompany.com", "a@b:3@[::1]"}) {
        CAPTURE(host);
        CHECK(counts("https://" + host + "/a", "https://" + host + ":8443/a"));
        CHECK(counts("https://" + host + ":8443/a", "https://" + host + ":8443/a"));
        CHECK(counts("https://" + host + ":443/a", "https://" + host + "/a"));
        CHECK(counts("http://" + host + ":80/a", "http://" + host + "/a"));
        CHECK_FALSE(counts("https://" + host + ":8444/a", "https://" + host + ":8443/a"));
        CHECK_FALSE(counts("https://" + host + ":8443/a", "https://" + host + "/a"));
    }
    CHECK_FALSE(counts("https://me/a", "https://me:12@mycompany.com/a"));
    CHECK_FALSE(counts("https://[2001:db8:/a", "https://[2001:db8::1]/a"));
}

TEST_CASE("an address counts in each spelling that people, proxies and Twilio give it") {
    const std::string base = "https://texts.example.com";
    const std::string path = "/twilio/+16515550150";
    const std::string encoded = "/twilio/%2B16515550150";
    CHECK(counts("https://Texts.Example.com" + path, base + path));
    CHECK(counts("https://TEXTS.EXAMPLE.COM" + path, base + path));
    CHECK(counts(base + path, "https://Texts.Example.com" + path));
    CHECK(counts(base + path, "HTTPS://texts.example.com" + path));
    CHECK(counts("https://tEXts.example.com:443" + path, base + path, "tEXts.example.com:8080"));
    CHECK(counts("https://[2001:DB8::1]" + path, "https://[2001:db8::1]:8443" + path, "[2001:DB8::1]"));
    CHECK_FALSE(counts("https://elsewhere.example.com" + path, base + path, "elsewhere.example.com"));
    CHECK(counts("http://texts.example.com" + path, base + path));
    CHECK(counts("http://texts.example.com:80" + path, base + path));
    CHECK_FALSE(counts("ftp://texts.example.com" + path, base + path));

    CHECK(counts(base + encoded, base + path));
    CHECK(counts(base + path, base + encoded));
    CHECK(counts(base + path, base + "/twilio/%2b16515550150"));
    CHECK(counts(base + "/twilio/%2b16515550150", base + "/twilio/%2b16515550150"));
    CHECK(counts(base + path + "/", base + path));
    CHECK(counts(base + path, base + path + "/"));
    CHECK(counts(base + "/" + encoded, base + path));
    CHECK(counts(base + path, base + "/" + path));
    CHECK(counts("https://Texts.Example.com:443/" + encoded + "/?a='", base + path + "?a=%27"));
    CHECK_FALSE(counts(base + "/twilio/16515550150", base + path));
    CHECK_FALSE(counts(base + "/twilio/+16515550151", base + path));
    CHECK_FALSE(counts(base + path + "?a=b", base + path));
    CHECK_FALSE(counts(base + path, base + path + "?a=b"));
}

TEST_CASE("an address may stand below a path, and end with a slash") {
    Asked asked("https://example.com/a");
    asked.base =
        GENERATE("https://example.com/texts", "https://example.com/texts/", "https://example.com/texts//");
    asked.call.target = "/twilio/+1";
    CHECK(asked.is_signed(sha1_signature("https://example.com/texts/twilio/+1", {}, "12345")));
    CHECK(asked.is_signed(sha1_signature("https://example.com/texts//twilio/%2B1", {}, "12345")));
    CHECK_FALSE(asked.is_signed(sha1_signature("https://example.com/twilio/+1", {}, "12345")));
}

TEST_CASE("a query counts however its characters are written") {
    const std::string address = "https://example.com/a?";
    const std::string raw = address + "o=O'Brien%20x";
    const std::string encoded = address + "o=O%27Brien%20x";
    CHECK(counts(raw, raw));
    CHECK(counts(encoded, raw));
    CHECK(counts(raw, encoded));
    CHECK(counts(address + "q=%22a%22", address + "q=\"a\""));
    CHECK(counts(address + "q=\"a\"", address + "q=%22a%22"));
    // What Node's querystring makes of the second.
    CHECK(counts(address + "to=https%3A%2F%2Fx%2F&a=b%20c&d=&e=(!*~')",
                 address + "to=https://x/&a=b+c&d&e=(!*~')"));
    CHECK_FALSE(counts(address + "o=O-Brien%20x", raw));
    CHECK(counts(address + "a=%", address + "a=%"));
}

TEST_CASE("whatever is not as it was signed is refused") {
    const std::string signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    CHECK_FALSE(is_form_signed(url, call, signature, "12346"));
    CHECK_FALSE(is_form_signed(url, call, signature, ""));
    CHECK_FALSE(is_form_signed(url, call, ""));
    CHECK_FALSE(is_form_signed(url + "3", call, signature));
    Form altered = call;
    altered[2].second = "1235";
    CHECK_FALSE(is_form_signed(url, altered, signature));
    altered = call;
    altered.emplace_back("More", "x");
    CHECK_FALSE(is_form_signed(url, altered, signature));
    CHECK_FALSE(is_form_signed("", call, signature));
}

TEST_CASE("a large form counts in the likelier spellings, and a forged one costs little") {
    const std::string address = "https://texts.example.com/twilio/+16515550150";
    const Form large{{"Body", std::string(64 << 10, 'x')}};
    CHECK(is_form_signed(address, large, sha1_signature(address, large, "12345")));
    for (const char* const other : {"https://texts.example.com:443/twilio/+16515550150",
                                    "https://texts.example.com/twilio/%2B16515550150",
                                    "https://texts.example.com/twilio/+16515550150/"}) {
        CHECK(is_form_signed(address, large, sha1_signature(other, large, "12345")));
    }
    CHECK_FALSE(is_form_signed(address, large, sha1_signature(address, large, "54321")));
}

TEST_CASE("of a body that is no form the hash in the address must be right too") {
    const std::string body = "abc";
    const std::string address =
        "https://mycompany.com/hook?bodySHA256="
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const std::string signature = "VdVJn19yaZbWhFm8PxrHbmpkhBw=";
    CHECK(is_body_signed(address, body, signature));
    CHECK_FALSE(is_body_signed(address, "abd", signature));
    CHECK_FALSE(is_body_signed(address, "", signature));
    CHECK_FALSE(is_body_signed(url, body, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
    CHECK(is_body_signed(url, "", "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
}

TEST_CASE("Twilio's own example of a body that is JSON") {
    const std::string address =
        "https://example.com/myapp?bodySHA256="
        "5ccde7145dfb8f56479710896586cb9d5911809d83afbe34627818790db0aec9";
    const std::string body = R"({"CallSid":"CA1234567890ABCDE","Caller":"+12349013030"})";
    CHECK(is_body_signed(address, body, sha1_signature(address, {}, "12345")));
    CHECK_FALSE(is_body_signed(address, body + " ", sha1_signature(address, {}, "12345")));
}

TEST_CASE("what has no signature's form is told apart before any key is looked up") {
    WebhookCall bare;
    CHECK_FALSE(twilio::bears_signature(bare));
    for (const std::string& signature : {std::string("x"), std::string(27, 'x'), std::string(10'000, 'x')}) {
        bare.headers["x-twilio-signature"] = signature;
        CHECK_FALSE(twilio::bears_signature(bare));
    }
    bare.headers["x-twilio-signature"] = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    CHECK(twilio::bears_signature(bare));
    bare.headers["x-twilio-signature"] = std::string(44, 'x');
    CHECK(twilio::bears_signature(bare));
}
