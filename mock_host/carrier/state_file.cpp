#include "carrier/state_file.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace sql = Poco::Data::Keywords;
using nlohmann::json;

namespace {

constexpr std::int64_t application_id = 0x43415252;  // "CARR", so that no other database is taken for ours
constexpr std::int64_t schema_version = 1;
constexpr std::size_t wait_for_others_seconds = 10;  // the simulator of a host that was just killed

Poco::Data::Session open(const std::string& file) {
    return Poco::Data::Session(Poco::AutoPtr<Poco::Data::SessionImpl>(
        new Poco::Data::SQLite::SessionImpl(file, wait_for_others_seconds)));
}

std::int64_t number(Poco::Data::Session& session, const std::string& query) {
    std::int64_t result = 0;
    session << query, sql::into(result), sql::now;
    return result;
}

void prepare(Poco::Data::Session& session, const std::string& file) {
    const bool is_ours = number(session, "PRAGMA application_id") == application_id;
    if (is_ours && number(session, "PRAGMA user_version") > schema_version)
        throw std::runtime_error(file + " was written by a newer carrier simulator: start that one");
    if (!is_ours && number(session, "SELECT count(*) FROM sqlite_master") != 0)
        throw std::runtime_error(file + " is a database, but not of a carrier simulator: name another file");
    std::string mode;
    session << "PRAGMA journal_mode = WAL", sql::into(mode), sql::now;
    session << "PRAGMA synchronous = NORMAL", sql::now;
    session
        << "CREATE TABLE IF NOT EXISTS thing (place INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
           " key TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (kind, key))",
        sql::now;
    session << "PRAGMA application_id = " + std::to_string(application_id), sql::now;
    session << "PRAGMA user_version = " + std::to_string(schema_version), sql::now;
}

}  // namespace

struct StateFile::Parts {
    explicit Parts(const std::string& name) : file(name), session(open(name)) { prepare(session, name); }

    /// Does `work(session)` under the mutex, its failure in words.
    template <typename Work>
    void use(Work work) {
        const std::lock_guard lock(mutex);
        try {
            work(session);
        } catch (const Poco::Exception& e) {
            throw std::runtime_error("the carrier's file " + file + " failed: " + e.displayText());
        }
    }

    const std::string file;
    std::mutex mutex;
    Poco::Data::Session session;
};

StateFile::StateFile(const std::filesystem::path& file) {
    try {
        parts_ = std::make_unique<Parts>(file.string());
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    } catch (const Poco::Exception& e) {
        throw std::runtime_error("the carrier's file " + file.string() +
                                 " cannot be used: " + e.displayText());
    }
}

StateFile::~StateFile() = default;

void StateFile::put(const std::string& kind, const std::string& key, const json& thing) {
    const std::string text = thing.dump(-1, ' ', false, json::error_handler_t::replace);
    parts_->use([&](Poco::Data::Session& session) {
        session << "INSERT INTO thing (kind, key, json) VALUES (?, ?, ?)"
                   " ON CONFLICT (kind, key) DO UPDATE SET json = excluded.json",
            sql::bind(kind), sql::bind(key), sql::bind(text), sql::now;
    });
}

void StateFile::remove(const std::string& kind, const std::string& key) {
    parts_->use([&](Poco::Data::Session& session) {
        session << "DELETE FROM thing WHERE kind = ? AND key = ?", sql::bind(kind), sql::bind(key), sql::now;
    });
}

void StateFile::remove_all(const std::string& kind) {
    parts_->use([&](Poco::Data::Session& session) {
        session << "DELETE FROM thing WHERE kind = ?", sql::bind(kind), sql::now;
    });
}

void StateFile::each(const std::string& kind, const Each& each) const {
    std::vector<std::string> keys;
    std::vector<std::string> texts;
    parts_->use([&](Poco::Data::Session& session) {
        session << "SELECT key, json FROM thing WHERE kind = ? ORDER BY place", sql::bind(kind),
            sql::into(keys), sql::into(texts), sql::now;
    });
    for (std::size_t i = 0; i < keys.size(); ++i)
        each(keys[i],
             staffing::json_from(texts[i], "what the carrier's file has of " + kind + " " + keys[i]));
}

}  // namespace mock_host
