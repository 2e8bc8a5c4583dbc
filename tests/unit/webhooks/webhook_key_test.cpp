#include <catch2/catch_test_macros.hpp>

#include "core/webhook_key.hpp"
#include "net/url_encoded.hpp"
#include "unit/support/seeded_random.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a key has 256 bits, and only its hash is needed to know it again") {
    SeededRandom random{7};
    const Secret key = new_webhook_key(random);
    const Secret other = new_webhook_key(random);
    CHECK(key.reveal().size() == 64);
    CHECK(key.reveal().find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(key != other);
    CHECK(matches(key_hash(key), key.reveal()));
    CHECK_FALSE(matches(key_hash(key), other.reveal()));
    CHECK_FALSE(matches(key_hash(key), ""));
    CHECK_FALSE(matches("", ""));
}

TEST_CASE("the hash is SHA-256") {
    CHECK(key_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a form is read as it was written, or not at all") {
    CHECK(*url_decoded("a=b+c&d=%41%2b&e&=f&&a=b") ==
          Form{{"a", "b c"}, {"d", "A+"}, {"e", ""}, {"", "f"}, {"a", "b"}});
    CHECK(url_decoded("")->empty());
    for (const char* const broken : {"a=%", "a=%4", "a=%4g", "%zz=1", "a=%-1"})
        CHECK_FALSE(url_decoded(broken));
    std::string many;
    for (int count = 0; count < 1001; ++count)
        many += "a=b&";
    CHECK_FALSE(url_decoded(many));
}
