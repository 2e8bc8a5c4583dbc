#include "net/tls_stream.hpp"

#include <Poco/Net/IPAddress.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

#include "net/openssl_error_queue_guard.hpp"

namespace send_text {

namespace {

std::string last_error() {
    const unsigned long code = ERR_peek_last_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return reason != nullptr ? reason : "unexpected end";
}

int int_size(std::size_t size) {
    return static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max()));
}

// OpenSSL works on memory; the bytes travel through the inner stream, which knows the deadline, raises no
// SIGPIPE, and knows whether a byte of a request has left.
class TlsStream final : public ByteStream {
  public:
    TlsStream(const TlsTrust& trust, std::unique_ptr<ByteStream> connection, const std::string& host)
        : connection_(std::move(connection)), ssl_(SSL_new(trust.context())) {
        BIO* incoming = BIO_new(BIO_s_mem());
        BIO* outgoing = BIO_new(BIO_s_mem());
        if (!ssl_ || incoming == nullptr || outgoing == nullptr) {
            BIO_free(incoming);
            BIO_free(outgoing);
            throw std::bad_alloc();
        }
        SSL_set_bio(ssl_.get(), incoming, outgoing);  // owns them from here
        SSL_set_connect_state(ssl_.get());
        expect(host);
    }

    ~TlsStream() override {
        // Says goodbye if that needs no waiting: a write on a full connection would.
        const OpenSslErrorQueueGuard aside;
        if (SSL_is_init_finished(ssl_.get()) != 0) SSL_shutdown(ssl_.get());
        try {
            flush(std::chrono::steady_clock::now() + std::chrono::milliseconds(1));
        } catch (const std::exception&) {  // it was closed already
        }
    }

    void handshake(const std::string& host, Deadline deadline) {
        try {
            run([this] { return SSL_do_handshake(ssl_.get()); }, deadline);
        } catch (const StreamError& error) {
            const long verdict = SSL_get_verify_result(ssl_.get());
            if (verdict == X509_V_OK)
                throw StreamError(std::string("no secure connection: ") + error.what(), false);
            throw StreamError("the certificate that " + host + " shows is not to be trusted (" +
                                  X509_verify_cert_error_string(verdict) +
                                  "); check the host name in the base URL and the CA file in the settings",
                              false);
        }
    }

    void write(std::string_view data, Deadline deadline) override {
        const OpenSslErrorQueueGuard aside;
        while (!data.empty()) {
            const int taken =
                run([&] { return SSL_write(ssl_.get(), data.data(), int_size(data.size())); }, deadline);
            if (taken <= 0) throw StreamError("the connection was closed", false);
            data.remove_prefix(static_cast<std::size_t>(taken));
        }
    }

    std::size_t read(char* buffer, std::size_t size, Deadline deadline) override {
        const OpenSslErrorQueueGuard aside;
        return static_cast<std::size_t>(
            run([&] { return SSL_read(ssl_.get(), buffer, int_size(size)); }, deadline));
    }

    bool is_quiet() override {
        // What lies waiting may be no more than a session ticket, which TLS 1.3 sends when it likes.
        try {
            const auto soon = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
            if (!connection_->is_quiet() && (!fill(soon) || !connection_->is_quiet())) return false;
            char byte = 0;
            const OpenSslErrorQueueGuard aside;
            const int rc = SSL_read(ssl_.get(), &byte, 1);
            return rc <= 0 && SSL_get_error(ssl_.get(), rc) == SSL_ERROR_WANT_READ;
        } catch (const StreamError&) {
            return false;
        }
    }

  private:
    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    void expect(const std::string& host) {
        X509_VERIFY_PARAM* checks = SSL_get0_param(ssl_.get());
        X509_VERIFY_PARAM_set_hostflags(checks, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        Poco::Net::IPAddress ignored;
        const bool is_address = Poco::Net::IPAddress::tryParse(host, ignored);
        const bool set = is_address ? X509_VERIFY_PARAM_set1_ip_asc(checks, host.c_str()) == 1
                                    : X509_VERIFY_PARAM_set1_host(checks, host.c_str(), host.size()) == 1 &&
                                          SSL_set_tlsext_host_name(ssl_.get(), host.c_str()) == 1;
        if (!set) throw StreamError("'" + host + "' cannot be a host name", false);
    }

    // Does a step of OpenSSL's until it needs nothing more. Returns its result; 0 at the orderly end.
    template <typename Step>
    int run(Step step, Deadline deadline) {
        for (;;) {
            ERR_clear_error();  // SSL_get_error believes whatever lies in the thread's queue
            const int rc = step();
            const int error = rc > 0 ? SSL_ERROR_NONE : SSL_get_error(ssl_.get(), rc);
            const std::string reason = error == SSL_ERROR_SSL ? last_error() : std::string();
            flush(deadline);
            if (error == SSL_ERROR_NONE) return rc;
            if (error == SSL_ERROR_ZERO_RETURN) return 0;
            if (error != SSL_ERROR_WANT_READ) throw StreamError("TLS failed (" + reason + ")");
            if (!fill(deadline)) throw StreamError("the connection was closed");
        }
    }

    void flush(Deadline deadline) {
        BIO* outgoing = SSL_get_wbio(ssl_.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(outgoing, &data);
        if (size <= 0) return;
        const std::string bytes(data, static_cast<std::size_t>(size));
        (void)BIO_reset(outgoing);
        connection_->write(bytes, deadline);
    }

    // Gives OpenSSL what the other side sent; false at the end.
    bool fill(Deadline deadline) {
        std::array<char, 16384> buffer{};
        const std::size_t size = connection_->read(buffer.data(), buffer.size(), deadline);
        if (size > 0) BIO_write(SSL_get_rbio(ssl_.get()), buffer.data(), int_size(size));
        return size > 0;
    }

    std::unique_ptr<ByteStream> connection_;
    std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace

void TlsTrust::Free::operator()(ssl_ctx_st* context) const {
    SSL_CTX_free(context);
}

TlsTrust::TlsTrust(const std::string& ca_file) {
    const OpenSslErrorQueueGuard aside;
    context_.reset(SSL_CTX_new(TLS_client_method()));
    if (!context_) throw std::bad_alloc();
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    if (ca_file.empty()) {
        SSL_CTX_set_default_verify_paths(context_.get());
    } else if (SSL_CTX_load_verify_locations(context_.get(), ca_file.c_str(), nullptr) != 1) {
        const std::string reason = last_error();
        throw std::invalid_argument("The CA file '" + ca_file + "' cannot be used (" + reason +
                                    "). It must be a readable file with certificates in PEM.");
    }
}

std::unique_ptr<ByteStream> start_tls(const TlsTrust& trust, std::unique_ptr<ByteStream> connection,
                                      const std::string& host, Deadline deadline) {
    const OpenSslErrorQueueGuard aside;
    auto stream = std::make_unique<TlsStream>(trust, std::move(connection), host);
    stream->handshake(host, deadline);
    return stream;
}

}  // namespace send_text
