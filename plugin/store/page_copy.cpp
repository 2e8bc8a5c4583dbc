#include "store/page_copy.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/SQLite/Utility.h>
#include <sqlite3.h>

#include "core/utf8_path.hpp"
#include "store/durable_file.hpp"
#include "store/integrity.hpp"
#include "store/query.hpp"
#include "store/store_header.hpp"

namespace send_text {
namespace {

/// How long an old plug-in may take to close after the next one starts.
constexpr std::size_t lock_timeout_seconds = 1;

}  // namespace

PageCopy::PageCopy(Poco::Data::Session& from, Poco::Data::Session& to)
    : to_(to), copy_(sqlite3_backup_init(handle_of(to), "main", handle_of(from), "main")) {
    if (copy_ == nullptr) fail(sqlite3_errcode(handle_of(to)));
}

PageCopy::~PageCopy() {
    sqlite3_backup_finish(copy_);
}

bool PageCopy::step(int pages) {
    const int result = sqlite3_backup_step(copy_, pages);
    if (result == SQLITE_OK) return true;
    if (result != SQLITE_DONE) fail(result);
    const int finished = sqlite3_backup_finish(copy_);
    copy_ = nullptr;
    if (finished != SQLITE_OK) fail(finished);
    return false;
}

void PageCopy::fail(int result) const {
    Poco::Data::SQLite::Utility::throwException(handle_of(to_), result);
}

Poco::Data::Session session_with(const std::string& path) {
    // Not by the name of a connector: that would take Poco's process-wide list of them. An absolute path,
    // since SQLite reads "file:" and ":memory:" in another way.
    const std::string full = path.empty() ? path : to_utf8(std::filesystem::absolute(path_from_utf8(path)));
    if (!full.empty()) keep_private(full);
    return Poco::Data::Session(Poco::AutoPtr<Poco::Data::SessionImpl>(
        new Poco::Data::SQLite::SessionImpl(full, lock_timeout_seconds)));
}

std::optional<std::string> seal(Poco::Data::Session& copy, FileRole role, StoreToken token) {
    execute(copy, "PRAGMA journal_mode = DELETE");
    execute(copy, "PRAGMA synchronous = FULL");
    execute(copy, "BEGIN EXCLUSIVE");
    set_role(copy, role);
    set_token(copy, token);
    std::optional<std::string> damage = damage_of(copy);
    if (damage) damage = rebuild_indexes(copy);
    execute(copy, damage ? "ROLLBACK" : "COMMIT");
    return damage;
}

}  // namespace send_text
