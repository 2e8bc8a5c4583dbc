#define OPENSSL_SUPPRESS_DEPRECATED  // engines and RAND's method can be asked for in no other way

#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include <sstream>

#include "isolation/own_libraries.hpp"
#include "isolation/picture/picture.hpp"

// What OpenSSL keeps for a process and for a thread, and the context that the host has made.
namespace isolation {
namespace {

std::string own_context(const OwnLibraries& own) {
    SSL_CTX* const context = own.tls_context();
    std::ostringstream text;
    text << "options " << SSL_CTX_get_options(context) << ", mode " << SSL_CTX_get_mode(context)
         << ", verify " << SSL_CTX_get_verify_mode(context) << ", depth " << SSL_CTX_get_verify_depth(context)
         << ", versions " << SSL_CTX_get_min_proto_version(context) << " to "
         << SSL_CTX_get_max_proto_version(context) << ", level " << SSL_CTX_get_security_level(context)
         << ", session cache " << SSL_CTX_get_session_cache_mode(context) << ", ciphers "
         << sk_SSL_CIPHER_num(SSL_CTX_get_ciphers(context)) << ", trusted certificates "
         << sk_X509_OBJECT_num(X509_STORE_get0_objects(SSL_CTX_get_cert_store(context)));
    return text.str();
}

std::string error_queue() {
    const char* file = nullptr;
    const char* data = nullptr;
    int line = 0;
    int flags = 0;
    std::ostringstream text;
    text << "first " << ERR_peek_error_all(&file, &line, nullptr, &data, &flags) << " of line " << line;
    if ((flags & ERR_TXT_STRING) != 0) text << " (" << data << ")";
    text << ", last " << ERR_peek_last_error_all(&file, &line, nullptr, &data, &flags) << " of line " << line;
    return text.str();
}

std::string providers() {
    std::ostringstream text;
    OSSL_LIB_CTX* const global = OSSL_LIB_CTX_get0_global_default();
    OSSL_PROVIDER_do_all(
        global,
        [](OSSL_PROVIDER* provider, void* out) {
            *static_cast<std::ostringstream*>(out) << OSSL_PROVIDER_get0_name(provider) << '\n';
            return 1;
        },
        &text);
    text << "FIPS by default: " << EVP_default_properties_is_fips_enabled(global) << '\n';
    return text.str();
}

std::string engines() {
    std::string text;
    for (ENGINE* engine = ENGINE_get_first(); engine != nullptr; engine = ENGINE_get_next(engine))
        text += std::string(ENGINE_get_id(engine)) + "\n";
    return text;
}

std::string random_source() {
    std::ostringstream text;
    text << "method " << RAND_get_rand_method() << ", primary "
         << RAND_get0_primary(OSSL_LIB_CTX_get0_global_default());
    return text.str();
}

}  // namespace

void add_openssl(Picture& picture, const OwnLibraries& own) {
    picture["the host's TLS context"] = own_context(own);
    picture["OpenSSL's error queue of this thread"] = error_queue();
    picture["OpenSSL's providers"] = providers();
    picture["OpenSSL's engines"] = engines();
    picture["OpenSSL's random source"] = random_source();
    std::ostringstream library;
    library << OSSL_LIB_CTX_set0_default(nullptr);  // NULL asks only
    picture["OpenSSL's default library context"] = library.str();
    picture["OpenSSL's object names"] = std::to_string(OBJ_new_nid(0)) + " is the next";
}

}  // namespace isolation
