#define OPENSSL_SUPPRESS_DEPRECATED  // engines and RAND's method

#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include "isolation/leaky/leak.hpp"

namespace {

OSSL_PROVIDER* provider = nullptr;
ENGINE* engine = nullptr;
const RAND_METHOD* earlier_method = nullptr;
OSSL_LIB_CTX* earlier_context = nullptr;

void add_engine(const Reach&) {
    engine = ENGINE_new();
    ENGINE_set_id(engine, "leaky");
    ENGINE_set_name(engine, "Leaky");
    ENGINE_add(engine);
}

void remove_engine(const Reach&) {
    ENGINE_remove(engine);
    ENGINE_free(engine);
}

void change_random(const Reach&) {
    static RAND_METHOD method;
    earlier_method = RAND_get_rand_method();
    method = *earlier_method;
    RAND_set_rand_method(&method);
}

}  // namespace

std::vector<Leak> openssl_leaks() {
    using R = const Reach&;
    return {
        {"the host's TLS context",
         [](R reach) { SSL_CTX_set_options(reach.tls_context, SSL_OP_NO_RENEGOTIATION); },
         [](R reach) { SSL_CTX_clear_options(reach.tls_context, SSL_OP_NO_RENEGOTIATION); }},
        {"OpenSSL's error queue of this thread",
         [](R) {
             ERR_set_mark();
             ERR_raise(ERR_LIB_USER, 99);
         },
         [](R) { ERR_pop_to_mark(); }},
        {"OpenSSL's providers", [](R) { provider = OSSL_PROVIDER_try_load(nullptr, "null", 1); },
         [](R) { OSSL_PROVIDER_unload(provider); }},
        {"OpenSSL's engines", add_engine, remove_engine},
        {"OpenSSL's random source", change_random, [](R) { RAND_set_rand_method(earlier_method); }},
        {"OpenSSL's default library context",
         [](R) { earlier_context = OSSL_LIB_CTX_set0_default(OSSL_LIB_CTX_new()); },
         [](R) { OSSL_LIB_CTX_free(OSSL_LIB_CTX_set0_default(earlier_context)); }},
        {"OpenSSL's object names", [](R) { OBJ_create("1.3.6.1.4.1.99999.1", "leaky", "leaky"); }, nullptr},
    };
}
