#pragma once

#include <vector>

struct sqlite3;
struct ssl_ctx_st;

/// What of the host's own a plug-in could get hold of.
struct Reach {
    sqlite3* database;
    ssl_ctx_st* tls_context;
};

/// Something that a plug-in must not do: it changes one property of the picture.
struct Leak {
    const char* property;
    void (*make)(const Reach&);
    void (*undo)(const Reach&);  ///< nullptr: it cannot be taken back
};

std::vector<Leak> process_leaks();
std::vector<Leak> language_leaks();
std::vector<Leak> poco_leaks();
std::vector<Leak> sqlite_leaks();
std::vector<Leak> openssl_leaks();

/// What the library exports under the name "leaks": all of them, kept by the library.
using LeaksFunction = const std::vector<Leak>* (*)();
