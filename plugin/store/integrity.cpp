#include "store/integrity.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/Session.h>
#include <sqlite3.h>

#include "store/store_header.hpp"

namespace send_text {
namespace {

/// So many steps of SQLite's own machine take less than a millisecond.
constexpr int steps_between_looks = 10'000;

}  // namespace

std::optional<std::string> damage_of(Poco::Data::Session& session, Check check) {
    try {
        auto first = select_first(
            session, check == Check::quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)", {},
            [](Row& row) { return row.text(); });
        if (first == "ok") return std::nullopt;
        return first;
    } catch (const Poco::Data::SQLite::CorruptImageException& error) {
        return error.message();
    }
}

std::optional<std::string> rebuild_indexes(Poco::Data::Session& session) {
    try {
        execute(session, "PRAGMA cache_spill = OFF");
        execute(session, "REINDEX");
    } catch (const Poco::Data::SQLite::CorruptImageException& error) {
        return error.message();
    } catch (const Poco::Data::SQLite::ConstraintViolationException& error) {
        return error.message();  // rows that are alike in what only one may have
    }
    return damage_of(session);
}

Interruptible::Interruptible(Poco::Data::Session& session, const std::function<bool()>& stopping)
    : session_(session), stopping_(stopping) {
    sqlite3_progress_handler(
        handle_of(session_), steps_between_looks,
        [](void* self) { return static_cast<Interruptible*>(self)->stopping_() ? 1 : 0; }, this);
}

Interruptible::~Interruptible() {
    sqlite3_progress_handler(handle_of(session_), 0, nullptr, nullptr);
}

}  // namespace send_text
