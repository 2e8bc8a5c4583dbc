#include "store/store_check.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/Session.h>

#include <optional>

#include "store/integrity.hpp"
#include "store/page_copy.hpp"
#include "store/query.hpp"
#include "store/sql_error.hpp"
#include "store/store_header.hpp"

namespace send_text {
namespace {

/// Copied in a few milliseconds.
constexpr int pages_of_a_turn = 256;

struct Stopped {};

/// To hold all of a store against itself takes long, and nobody may change it meanwhile. So a copy is, page
/// by page what the store is; it is on the disk for temporary files, where no name leads to it.
std::optional<std::string> damage_of_copy(Database& database, const std::function<bool()>& stopping) {
    Poco::Data::Session copy = session_with({});
    std::optional<PageCopy> pages;
    database.run_in_steps([&](Poco::Data::Session& from) {
        if (stopping()) throw Stopped();
        if (!pages) pages.emplace(from, copy);
        return pages->step(pages_of_a_turn);
    });
    const Interruptible interruptible(copy, stopping);
    return damage_of(copy);
}

void mark_as_checked(Database& database, TimePoint now) {
    database.transaction([now](Poco::Data::Session& session) {
        set_role(session, FileRole::store);
        execute(session, "UPDATE store_identity SET checked_ms = ?", {now});
    });
}

/// Returns what could not be mended.
std::optional<std::string> mend(Database& database, const std::function<bool()>& stopping) {
    struct CannotMend {
        std::string damage;
    };
    try {
        database.transaction([&](Poco::Data::Session& session) {
            const Interruptible interruptible(session, stopping);
            if (const auto left = rebuild_indexes(session)) throw CannotMend{*left};
        });
        return std::nullopt;
    } catch (const CannotMend& found) {
        return found.damage;
    }
}

}  // namespace

TimePoint next_check_at(Database& database, TimePoint now) {
    const TimePoint checked_at = in_transaction(database, [](Poco::Data::Session& session) {
        return *select_time(session, "SELECT checked_ms FROM store_identity");
    });
    const bool is_of_the_past = checked_at > no_time && checked_at <= now;
    return is_of_the_past ? checked_at + store_check_interval : now;
}

std::optional<std::string> check_store(Database& database, TimePoint now,
                                       const std::function<bool()>& stopping) {
    try {
        const auto damage = damage_of_copy(database, stopping);
        if (damage) {
            if (const auto left = mend(database, stopping)) return damaged_in_use(database.path(), *left);
        }
        mark_as_checked(database, now);
        if (damage) return rebuilt(database.path(), *damage);
        return std::nullopt;
    } catch (const Stopped&) {
        return std::nullopt;
    } catch (const Poco::Exception& error) {
        if (stopping()) return std::nullopt;
        throw StoreError("The store " + database.path() + " could not be checked for damage (" +
                         error.displayText() + "). Free some space on the disk for temporary files.");
    } catch (const StoreError&) {
        if (stopping()) return std::nullopt;
        throw;
    }
}

}  // namespace send_text
