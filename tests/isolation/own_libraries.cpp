#include "isolation/own_libraries.hpp"

#include <Poco/ErrorHandler.h>
#include <Poco/Logger.h>
#include <Poco/Net/AcceptCertificateHandler.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPStreamFactory.h>
#include <Poco/Net/KeyConsoleHandler.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/NullChannel.h>
#include <Poco/ThreadPool.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <iomanip>
#include <iostream>
#include <locale>
#include <new>
#include <stdexcept>

namespace {

std::atomic<std::size_t> sqlite_lines{0};

void count_line(void*, int, const char*) {
    ++sqlite_lines;
}

extern "C" void take_signal(int) {}

void end_in_words() {
    std::cerr << "the host's terminate handler\n";
    std::abort();
}

void out_of_memory() {
    throw std::bad_alloc();
}

/// German numbers, whether or not the machine has the locale.
struct GermanNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
};

void execute(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
}

}  // namespace

struct OwnLibraries::Parts {
    Poco::ErrorHandler errors;
    Poco::ErrorHandler* earlier_errors = nullptr;
    sqlite3* database = nullptr;
    SSL_CTX* tls = nullptr;

    void set_up_sqlite(const std::filesystem::path& folder) {
        if (sqlite3_config(SQLITE_CONFIG_LOG, &count_line, nullptr) != SQLITE_OK ||
            sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK) {
            throw std::runtime_error("SQLite was in use before the host set it up");
        }
        sqlite3_soft_heap_limit64(512 << 20);
        sqlite3_open((folder / "host.sqlite").c_str(), &database);
        execute(database, "PRAGMA journal_mode = MEMORY");  // no second file
        execute(database, "CREATE TABLE notes (words TEXT)");
        execute(database, "BEGIN IMMEDIATE");
        execute(database, "INSERT INTO notes VALUES ('of the host')");
    }

    void set_up_openssl() {
        OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
        tls = SSL_CTX_new(TLS_method());
        SSL_CTX_set_options(tls, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION);
        SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION);
        SSL_CTX_set_max_proto_version(tls, TLS1_2_VERSION);
        SSL_CTX_set_verify_depth(tls, 3);
        SSL_CTX_set_cipher_list(tls, "ECDHE-RSA-AES256-GCM-SHA384");
        SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF);
        ERR_clear_error();
        ERR_raise_data(ERR_LIB_USER, 7, "of the host");
        ERR_raise_data(ERR_LIB_USER, 8, "of the host, too");
    }

    void set_up_poco() {
        Poco::Logger::root().setLevel(Poco::Message::PRIO_CRITICAL);
        Poco::Logger::root().setChannel(new Poco::NullChannel);
        earlier_errors = Poco::ErrorHandler::set(&errors);
        Poco::ThreadPool::defaultPool().addCapacity(3);
        using Poco::Net::Context;
        Poco::Net::SSLManager::instance().initializeClient(
            new Poco::Net::KeyConsoleHandler(false), new Poco::Net::AcceptCertificateHandler(false),
            new Context(Context::TLS_CLIENT_USE, "", "", "", Context::VERIFY_RELAXED, 4, false));
        Poco::Net::HTTPStreamFactory::registerFactory();
    }

    static void set_up_process() {
        for (const int number : {SIGINT, SIGTERM, SIGUSR1, SIGHUP})
            signal(number, &take_signal);
        signal(SIGPIPE, SIG_DFL);  // a plug-in that writes to a closed socket has to care for itself
        sigset_t blocked;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGUSR2);
        pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
        umask(027);
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = 512;
        setrlimit(RLIMIT_NOFILE, &files);
        setenv("HOST_SETTING", "of the host", 1);
    }

    static void set_up_language() {
        setlocale(LC_ALL, "C.UTF-8");
        std::locale::global(std::locale(std::locale::classic(), new GermanNumbers));
        std::set_terminate(&end_in_words);
        std::set_new_handler(&out_of_memory);
        std::cout << std::boolalpha << std::setprecision(3);
        srandom(42);
    }
};

OwnLibraries::OwnLibraries(const std::filesystem::path& folder) : parts_(std::make_unique<Parts>()) {
    Parts::set_up_process();
    Parts::set_up_language();
    parts_->set_up_sqlite(folder);
    parts_->set_up_poco();
    parts_->set_up_openssl();
}

OwnLibraries::~OwnLibraries() {
    Poco::Net::HTTPStreamFactory::unregisterFactory();
    Poco::ErrorHandler::set(parts_->earlier_errors);
    ERR_clear_error();
    SSL_CTX_free(parts_->tls);
    sqlite3_close(parts_->database);
}

sqlite3* OwnLibraries::database() const {
    return parts_->database;
}

std::size_t OwnLibraries::sqlite_log_lines() const {
    return sqlite_lines;
}

ssl_ctx_st* OwnLibraries::tls_context() const {
    return parts_->tls;
}
