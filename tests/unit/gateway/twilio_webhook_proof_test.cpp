// Which signature is one of the account's, whose secret the plug-in has.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "gateway/twilio/webhook_proof.hpp"
#include "unit/support/webhook_signature.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const std::string base = "https://texts.example.com";
const std::string target = "/twilio/+16515550150";
const std::string account_sid = "AC0123456789abcdef0123456789abcdef";
const std::string key_sid = "SK0123456789abcdef0123456789abcdef";
const std::string secret = "12345";
const Form parameters{{"MessageSid", "SM1"}, {"Body", "Yes"}};
const std::string sha1 = sha1_signature(base + target, parameters, secret);
const std::string sha256 = sha256_signature(base + target, parameters, secret);

WebhookCall signed_call(const std::string& signature) {
    WebhookCall call;
    call.target = target;
    call.parameters = parameters;
    call.is_form = true;
    call.headers["x-twilio-signature"] = signature;
    return call;
}

WebhookCall signed_call(const std::string& signature, const std::string& settings) {
    WebhookCall call = signed_call(signature);
    call.headers["x-twilio-webhooks-signature-settings"] = settings;
    return call;
}

const Credentials with_token{account_sid, secret, account_sid};
const Credentials with_key{key_sid, secret, account_sid};

bool is_token_s(const WebhookCall& call) {
    return twilio::is_genuine(call, base, with_token, std::nullopt);
}

bool is_key_s(const WebhookCall& call) {
    return twilio::is_genuine(call, base, with_key, std::nullopt);
}

}  // namespace

TEST_CASE("an account that logs in by its auth token is called with signatures by it") {
    CHECK(is_token_s(signed_call(sha1)));
    CHECK_FALSE(is_token_s(signed_call(sha256)));
    CHECK_FALSE(is_token_s(signed_call("")));
    CHECK_FALSE(is_token_s(signed_call(sha256, "key=" + key_sid + ",algorithm=HMAC_SHA256")));
    CHECK_FALSE(is_token_s(signed_call(sha256, "key=" + account_sid + ",algorithm=HMAC_SHA256")));
    CHECK_FALSE(is_token_s(signed_call(sha1, "")));
}

TEST_CASE("an account that logs in by an API key is called with signatures by that key") {
    const std::string settings =
        GENERATE_COPY("key=" + key_sid + ",algorithm=HMAC_SHA256", "algorithm=HMAC_SHA256,key=" + key_sid,
                      " key = " + key_sid + " , Algorithm = HMAC_SHA256 ",
                      "key=" + key_sid + ",algorithm=HMAC_SHA256,version=2");
    CHECK(is_key_s(signed_call(sha256, settings)));
    CHECK_FALSE(is_key_s(signed_call(sha1, settings)));
    CHECK_FALSE(is_key_s(signed_call("", settings)));
    CHECK_FALSE(is_key_s(signed_call(sha256_signature(base + target, parameters, "54321"), settings)));
    WebhookCall altered = signed_call(sha256, settings);
    altered.parameters.emplace_back("More", "x");
    CHECK_FALSE(is_key_s(altered));
}

TEST_CASE("no other key, no other algorithm, and nothing that could mean either") {
    const std::string signature = GENERATE(as<std::string>{}, sha1, sha256);
    CHECK_FALSE(is_key_s(signed_call(signature)));
    for (const std::string& settings :
         {std::string(), "key=" + key_sid, std::string("algorithm=HMAC_SHA256"),
          "key=" + account_sid + ",algorithm=HMAC_SHA256",
          std::string("key=SK00000000000000000000000000000000,algorithm=HMAC_SHA256"),
          "key=" + key_sid + ",algorithm=HMAC_SHA1", "key=" + key_sid + ",algorithm=HMAC_MD5",
          "key=" + key_sid + ",algorithm=none",
          "key=" + key_sid + ",algorithm=", "key=" + key_sid + ",algorithm=HMAC_SHA256,algorithm=HMAC_SHA1",
          "key=" + key_sid + ",algorithm=HMAC_SHA1, algorithm=HMAC_SHA256",
          "key=,key=" + key_sid + ",algorithm=HMAC_SHA256", "key=" + key_sid + ",HMAC_SHA256",
          "key=" + key_sid + ";algorithm=HMAC_SHA256"}) {
        CAPTURE(settings);
        CHECK_FALSE(is_key_s(signed_call(signature, settings)));
    }
}

TEST_CASE("a key of its own for webhooks counts beside what logs in, by its secret alone") {
    const bool is_with_key = GENERATE(false, true);
    const Credentials& credentials = is_with_key ? with_key : with_token;
    const std::string by_webhook_key = sha256_signature(base + target, parameters, "shared");
    const std::string settings = "key=webhooks_shared_key_1,algorithm=HMAC_SHA256";
    const auto is_genuine = [&](const WebhookCall& call) {
        return twilio::is_genuine(call, base, credentials, Secret("shared"));
    };
    CHECK(is_genuine(signed_call(by_webhook_key, settings)));
    CHECK_FALSE(is_genuine(signed_call(sha256, settings)));
    CHECK_FALSE(is_genuine(signed_call(sha1_signature(base + target, parameters, "shared"), settings)));
    CHECK_FALSE(is_genuine(signed_call(by_webhook_key, "key=webhooks_shared_key_1,algorithm=HMAC_SHA1")));
    CHECK_FALSE(is_genuine(signed_call(by_webhook_key, "key=,algorithm=HMAC_SHA256")));
    CHECK_FALSE(is_genuine(signed_call(by_webhook_key)));
    CHECK_FALSE(twilio::is_genuine(signed_call(by_webhook_key, settings), base, credentials, std::nullopt));
    CHECK_FALSE(twilio::is_genuine(signed_call(by_webhook_key, settings), base, credentials, Secret()));
    CHECK(is_genuine(signed_call(sha1)) == !is_with_key);
}

TEST_CASE("an address of the account's in another spelling counts for a key too") {
    const std::string address = "https://Texts.Example.com:443/twilio/%2B16515550150";
    CHECK(is_key_s(signed_call(sha256_signature(address, parameters, secret),
                               "key=" + key_sid + ",algorithm=HMAC_SHA256")));
}

TEST_CASE("without an address that carriers call nothing is genuine") {
    CHECK_FALSE(twilio::is_genuine(signed_call(sha1_signature(target, parameters, secret)), "", with_token,
                                   std::nullopt));
}
