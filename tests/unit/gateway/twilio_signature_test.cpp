// The vectors are those of Twilio's documentation and of its helper libraries.
#include <catch2/catch_test_macros.hpp>

#include "gateway/twilio/signature.hpp"

using namespace send_text;
using twilio::is_signed;

namespace {

const std::string url = "https://mycompany.com/myapp.php?foo=1&bar=2";
const std::string url_with_port = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
const Form call{{"CallSid", "CA1234567890ABCDE"},
                {"Caller", "+14158675309"},
                {"Digits", "1234"},
                {"From", "+14158675309"},
                {"To", "+18005551212"}};

bool is_form_signed(const std::string& address, const Form& form, const std::string& signature,
                    const Secret& token = "12345") {
    return is_signed(token, address, form, "", true, signature);
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
                               "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
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

TEST_CASE("of a body that is no form the hash in the address must be right too") {
    const std::string body = "abc";
    const std::string address =
        "https://mycompany.com/hook?bodySHA256="
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const std::string signature = "VdVJn19yaZbWhFm8PxrHbmpkhBw=";  // made with openssl dgst -sha1 -hmac 12345
    CHECK(is_signed("12345", address, {}, body, false, signature));
    CHECK_FALSE(is_signed("12345", address, {}, "abd", false, signature));
    CHECK_FALSE(is_signed("12345", url, {}, body, false, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
    CHECK(is_signed("12345", url, {}, "", false, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
}
