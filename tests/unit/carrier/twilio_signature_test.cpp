#include "carrier/twilio/signature.hpp"

#include <catch2/catch_test_macros.hpp>

#include "carrier/segments.hpp"

using namespace mock_host;
using namespace mock_host::twilio;

TEST_CASE("Twilio: forms are signed as the documented ones are") {
    const std::string token = "12345";
    const std::string url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const Parameters call{{"CallSid", "CA1234567890ABCDE"},
                          {"Caller", "+14158675309"},
                          {"Digits", "1234"},
                          {"From", "+14158675309"},
                          {"To", "+18005551212"}};
    const Parameters backwards(call.rbegin(), call.rend());
    CHECK(signature_of(url, call, token) == "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    CHECK(signature_of(url, backwards, token) == "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    CHECK(signature_of("https://mycompany.com:443/myapp.php?foo=1&bar=2", call, token) ==
          "kvajT1Ptam85bY51eRf/AJRuM3w=");
    CHECK(signature_of(url,
                       {{"Sid", "CA123"},
                        {"SidAccount", "AC123"},
                        {"Digits", "5678"},
                        {"Digits", "1234"},
                        {"Digits", "1234"}},
                       token) == "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
    CHECK(signature_of(url, {}, token) == "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
    CHECK(signature_of("https://mycompany.com/myapp.php", call, token) == "1xaxFBvyzXYvWplzNOSs28HWO94=");
    CHECK(signature_of(url, {{"Digits", ""}, {"CallSid", "CA1234567890ABCDE"}, {"EmptyParam", ""}}, token) ==
          "9HHp/OqQMEwdrVebHDdA/+tqjX8=");
}

TEST_CASE("Twilio: segments are counted as they go on the air") {
    const auto times = [](int count, const std::string& text) {
        std::string result;
        for (int i = 0; i < count; ++i)
            result += text;
        return result;
    };
    CHECK(segments_of("") == 1);
    CHECK(segments_of(times(160, "a")) == 1);
    CHECK(segments_of(times(161, "a")) == 2);
    CHECK(segments_of(times(306, "a")) == 2);
    CHECK(segments_of(times(307, "a")) == 3);
    CHECK(segments_of(times(80, "\u20ac")) == 1);
    CHECK(segments_of(times(81, "\u20ac")) == 2);
    // 152 septets, then pairs: the pair that would straddle the seam moves over it.
    CHECK(segments_of(times(152, "a") + times(77, "\u20ac")) == 3);
    CHECK(segments_of(times(71, "\u00c7")) == 1);
    CHECK(segments_of(times(71, "\u00e7")) == 2);
    CHECK(segments_of(times(70, "\u00e7")) == 1);
    CHECK(segments_of(times(35, "\U0001F44D")) == 1);
    CHECK(segments_of(times(36, "\U0001F44D")) == 2);
    // 33 pairs fill 66 of 67 units.
    CHECK(segments_of(times(67, "\U0001F44D")) == 3);
}
