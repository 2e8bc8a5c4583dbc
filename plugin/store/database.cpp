#include "store/database.hpp"

#include <Poco/Data/Session.h>

#include <cstdio>
#include <mutex>

#include "store/migrations.hpp"
#include "store/query.hpp"
#include "store/sql_error.hpp"
#include "store/store_file.hpp"

namespace send_text {

struct Database::State {
    std::string path;
    Poco::Data::Session session;
    std::mutex mutex;  ///< of the session
    std::string store_id;
};

namespace {

std::string new_store_id(RandomSource& random) {
    const unsigned long long first = random.next();
    const unsigned long long second = random.next();
    char hex[33] = {};
    std::snprintf(hex, sizeof hex, "%016llx%016llx", first, second);
    return hex;
}

/// Reads the identity, or makes it. Always writes, so that a file that cannot be written is refused now.
std::string establish_identity(Poco::Data::Session& session, RandomSource& random) {
    if (execute(session, "UPDATE store_identity SET store_id = store_id") == 0) {
        execute(session, "INSERT INTO store_identity (store_id) VALUES (?)", {new_store_id(random)});
    }
    return *select_first(session, "SELECT store_id FROM store_identity", {},
                         [](Row& row) { return row.text(); });
}

void roll_back(Poco::Data::Session& session) {
    try {
        execute(session, "ROLLBACK");
    } catch (const Poco::Exception&) {
        // After a full disk or an I/O error SQLite has rolled back by itself, and says so.
    }
}

}  // namespace

Database::Database(const std::string& path, RandomSource& random, StoreFile kind)
    : state_(new State{.path = path, .session = open_store_file(path, kind), .mutex = {}, .store_id = {}}) {
    transaction([&](Poco::Data::Session& session) {
        migrate(session);
        state_->store_id = establish_identity(session, random);
    });
}

Database::~Database() = default;

void Database::transaction(const std::function<void(Poco::Data::Session&)>& work) {
    const std::lock_guard lock(state_->mutex);
    Poco::Data::Session& session = state_->session;
    try {
        execute(session, "BEGIN IMMEDIATE");
        try {
            work(session);
            execute(session, "COMMIT");
        } catch (...) {
            roll_back(session);
            throw;
        }
    } catch (const Poco::Exception& error) {
        throw_in_words(state_->path, error);
    }
}

const std::string& Database::store_id() const {
    return state_->store_id;
}

}  // namespace send_text
