#include <sqlite3.h>

#include "isolation/leaky/leak.hpp"

namespace {

sqlite3_vfs other_files{};

int add_function(sqlite3* database, char**, const void*) {
    return sqlite3_create_function(
        database, "leaky", 0, SQLITE_UTF8, nullptr,
        [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_null(context); }, nullptr,
        nullptr);
}

using Extension = void (*)();

Extension extension() {
    return reinterpret_cast<Extension>(reinterpret_cast<void*>(&add_function));
}

}  // namespace

std::vector<Leak> sqlite_leaks() {
    using R = const Reach&;
    return {
        {"SQLite's configuration", [](R) { sqlite3_soft_heap_limit64(0); },
         [](R) { sqlite3_soft_heap_limit64(512 << 20); }},
        {"SQLite's file systems",
         [](R) {
             other_files = *sqlite3_vfs_find(nullptr);
             other_files.zName = "leaky";
             sqlite3_vfs_register(&other_files, 0);
         },
         [](R) { sqlite3_vfs_unregister(&other_files); }},
        {"SQLite's new connections", [](R) { sqlite3_auto_extension(extension()); },
         [](R) { sqlite3_cancel_auto_extension(extension()); }},
        {"the host's open transaction",
         [](R reach) { sqlite3_exec(reach.database, "COMMIT", nullptr, nullptr, nullptr); },
         [](R reach) { sqlite3_exec(reach.database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); }},
    };
}
