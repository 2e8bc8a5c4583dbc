#include "store/database.hpp"

#include <Poco/Data/Session.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "core/utf8_path.hpp"
#include "store/batches.hpp"
#include "store/looking.hpp"
#include "store/migrations.hpp"
#include "store/query.hpp"
#include "store/sql_error.hpp"
#include "store/store_file.hpp"
#include "store/turns.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {

struct Database::State {
    std::string path;
    OpenStoreFile file;  ///< what was found; the session is taken out of it
    Turns turns;
    Poco::Data::Session session GUARDED_BY(turns);
    std::string store_id;
    std::vector<std::string> noticed;
    StoreToken last_token GUARDED_BY(turns) = 0;
    bool has_log_begun GUARDED_BY(turns);

    State(const std::string& path_of_file, StoreFile kind)
        : path(path_of_file),
          file(open_store_file(path, kind)),
          session(std::move(file.session)),
          has_log_begun(!file.is_log_empty) {}

    void begin_log() REQUIRES(turns);
    void empty_log(bool for_good) REQUIRES(turns);
    void empty_long_log() REQUIRES(turns);
    void notice();
};

namespace {

/// As long as SQLite lets it become on its own: 1,000 pages.
constexpr std::uintmax_t long_log_bytes = 4U << 20U;

std::string hex(std::uint64_t bits) {
    char digits[17] = {};
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(bits));
    return digits;
}

/// Reads the identity, or makes it. Always writes, so that a file that cannot be written is refused now.
std::string establish_identity(Poco::Data::Session& session, RandomSource& random) {
    if (execute(session, "UPDATE store_identity SET store_id = store_id") == 0) {
        const std::string first = hex(random.next());
        execute(session, "INSERT INTO store_identity (store_id) VALUES (?)", {first + hex(random.next())});
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

void transact(Poco::Data::Session& session, const std::function<void(Poco::Data::Session&)>& work) {
    execute(session, "BEGIN IMMEDIATE");
    try {
        work(session);
        execute(session, "COMMIT");
    } catch (...) {
        roll_back(session);
        throw;
    }
}

}  // namespace

Database::Database(const std::string& path, RandomSource& random, StoreFile kind)
    : state_(std::make_unique<State>(path, kind)) {
    transaction([&](Poco::Data::Session& session) REQUIRES(state_->turns) {
        migrate(session);
        state_->store_id = establish_identity(session, random);
        state_->last_token = new_token(state_->file.token, random);
        set_role(session, must_be_checked() ? FileRole::unchecked_store : FileRole::store);
        name_run(session, hex(random.next()) + hex(state_->last_token).substr(8));
        if (lacks_recent_changes()) require_lookup_of_waiting(session);
    });
    try {
        const Turn turn(state_->turns);
        state_->empty_log(false);
    } catch (const std::exception&) {
        // On a full disk it stays as it is, and belongs to the file all the same.
    }
    state_->notice();
}

Database::~Database() {
    try {
        const Turn turn(state_->turns);
        state_->empty_log(true);
        empty_log_when_closed(state_->session, true);
    } catch (const std::exception&) {
        // The next one finds all of it in the log.
    }
}

/// Every log begins with the token that the file has: that tells whose it is.
void Database::State::begin_log() {
    if (has_log_begun) return;
    transact(session, [](Poco::Data::Session& opened) { set_token(opened, token_in_file(opened)); });
    has_log_begun = true;
}

/// Writes the log into the file, which gets a new token by that, and begins the next one, if there is to be
/// one.
void Database::State::empty_log(bool for_good) {
    begin_log();
    last_token += 2;
    transact(session, [&](Poco::Data::Session& opened)
                          REQUIRES(turns) { set_token(opened, for_good ? last_token - 1 : last_token); });
    has_log_begun = false;  // even when this fails: it may have come far
    if (select_integer(session, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        throw StoreUnavailable("The log of the store " + path + " could not be written into it.");
    if (!for_good) begin_log();
}

/// What was done is in the log, so it may stay as long as it is: on a full disk, say.
void Database::State::empty_long_log() {
    std::error_code unknown_size;
    const auto size_bytes = std::filesystem::file_size(path_from_utf8(log_of(path)), unknown_size);
    if (unknown_size || size_bytes < long_log_bytes) return;
    try {
        empty_log(false);
    } catch (const std::exception&) {
    }
}

void Database::State::notice() {
    const std::string doubt =
        " Send Text looks for each waiting text in its carrier's list before sending it, so that none is "
        "sent twice.";
    if (file.has_lost_log) {
        noticed.push_back("The store " + path + " was not closed, and all or part of its log " +
                          log_of(path) + " is gone. The latest texts, replies and opt-outs may be missing." +
                          doubt);
    }
    if (file.was_backup) {
        noticed.push_back(
            "The store " + path +
            " is a restored backup. Texts, replies and opt-outs since it was made are missing." + doubt);
    }
    if (file.rebuilt_because) noticed.push_back(rebuilt(path, *file.rebuilt_because));
}

void Database::transaction(const std::function<void(Poco::Data::Session&)>& work) {
    const Turn turn(state_->turns);
    try {
        state_->begin_log();
        transact(state_->session, work);
    } catch (const Poco::Exception& error) {
        throw_store_error(state_->path, error);
    }
    state_->empty_long_log();
}

void Database::run_in_steps(const std::function<bool(Poco::Data::Session&)>& step) {
    for (bool should_continue = true; should_continue;) {
        const Turn turn(state_->turns);
        should_continue = step(state_->session);
    }
}

const std::string& Database::store_id() const {
    return state_->store_id;
}

const std::vector<std::string>& Database::noticed() const {
    return state_->noticed;
}

bool Database::lacks_recent_changes() const {
    return state_->file.was_backup || state_->file.has_lost_log;
}

bool Database::must_be_checked() const {
    return state_->file.must_be_checked;
}

bool Database::is_checked() const {
    return state_->file.is_checked;
}

const std::string& Database::path() const {
    return state_->path;
}

StoreToken Database::token_for_copy() {
    const Turn turn(state_->turns);
    state_->last_token += 2;
    return state_->last_token - 1;
}

}  // namespace send_text
