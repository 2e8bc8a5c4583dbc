#include "mock_host/staffing/credentials.hpp"

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/secret_box.hpp"

namespace mock_host {

Credentials::Credentials(Connection& connection, std::optional<KeyFile> key_file)
    : connection_(connection), key_file_(std::move(key_file)) {
    if (!key_file_) box_ = std::make_unique<SecretBox>(SecretKey::random());
}

Credentials::~Credentials() = default;

const SecretBox& Credentials::box() const {
    if (box_) return *box_;
    std::optional<SecretKey> key = key_file_->get();
    if (!key) {
        if (has_credentials()) {
            throw StaffingError("The key of the stored credentials is missing; it was expected in " +
                                key_file_->where() +
                                ". Put it back, or remove the credentials and enter them again.");
        }
        key = SecretKey::random();
        key_file_->put(*key);
    }
    box_ = std::make_unique<SecretBox>(*key);
    return *box_;
}

void Credentials::put(std::string_view name, std::string_view secret) {
    if (name.empty()) throw InvalidInput("A credential needs a name.");
    const std::scoped_lock lock(key_mutex_);
    const std::string sealed = box().seal(secret);
    connection_.write([&](Session& session) {
        session << "INSERT INTO credential (name, sealed_secret) VALUES (?, ?)"
                   " ON CONFLICT (name) DO UPDATE SET sealed_secret = excluded.sealed_secret",
            sql::bind(std::string(name)), sql::bind(sealed), sql::now;
    });
    empty_write_ahead_log();
}

std::optional<std::string> Credentials::get(std::string_view name) const {
    const std::scoped_lock lock(key_mutex_);
    std::string sealed;
    connection_.read([&](Session& session) {
        session << "SELECT sealed_secret FROM credential WHERE name = ?", sql::bind(std::string(name)),
            sql::into(sealed), sql::now;
    });
    if (sealed.empty()) return std::nullopt;
    std::optional<std::string> secret = box().open(sealed);
    if (!secret) {
        throw StaffingError("The credential \"" + std::string(name) + "\" cannot be decrypted: the key in " +
                            (key_file_ ? key_file_->where() : "memory") +
                            " is not the one it was stored under. Enter the credential again.");
    }
    return secret;
}

bool Credentials::remove(std::string_view name) {
    const std::scoped_lock lock(key_mutex_);
    const bool was_there = connection_.write([&](Session& session) {
        Statement change(session);
        change << "DELETE FROM credential WHERE name = ?", sql::bind(std::string(name));
        return change.execute() > 0;
    });
    if (was_there) empty_write_ahead_log();
    return was_there;
}

std::vector<std::string> Credentials::names() const {
    return connection_.read([](Session& session) {
        std::vector<std::string> names;
        session << "SELECT name FROM credential ORDER BY name", sql::into(names), sql::now;
        return names;
    });
}

bool Credentials::has_credentials() const {
    return connection_.read([](Session& session) {
        std::int64_t count = 0;
        session << "SELECT count(*) FROM credential", sql::into(count), sql::now;
        return count > 0;
    });
}

void Credentials::empty_write_ahead_log() {
    // The write-ahead log keeps earlier contents: empty it, so that only the database with its overwritten
    // pages is left.
    connection_.read([](Session& session) {
        std::int64_t busy = 0;
        std::int64_t frames = 0;
        std::int64_t moved = 0;
        session << "PRAGMA wal_checkpoint(TRUNCATE)", sql::into(busy), sql::into(frames), sql::into(moved),
            sql::now;
    });
}

}  // namespace mock_host
