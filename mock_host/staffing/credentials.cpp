#include "mock_host/staffing/credentials.hpp"

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/secret_box.hpp"

namespace mock_host {

namespace {

bool has_credentials(Session& session) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM credential", sql::into(count), sql::now;
    return count > 0;
}

}  // namespace

Credentials::Credentials(Connection& connection, std::filesystem::path key_file)
    : connection_(connection), key_file_(std::move(key_file)) {}

Credentials::~Credentials() = default;

const SecretBox& Credentials::box(bool create_key) const {
    if (box_) return *box_;
    if (key_file_.empty()) {
        box_ = std::make_unique<SecretBox>();
    } else if (create_key && !std::filesystem::exists(key_file_)) {
        auto made = std::make_unique<SecretBox>();
        made->save(key_file_);
        box_ = std::move(made);
    } else {
        box_ = std::make_unique<SecretBox>(key_file_);
    }
    return *box_;
}

void Credentials::put(std::string_view name, std::string_view secret) {
    if (name.empty()) throw InvalidInput("A credential needs a name.");
    connection_.write([&](Session& session) {
        // A new key while secrets stand under a lost one would hide that loss.
        const std::string sealed = box(!has_credentials(session)).seal(secret);
        session << "INSERT INTO credential (name, sealed_secret) VALUES (?, ?)"
                   " ON CONFLICT (name) DO UPDATE SET sealed_secret = excluded.sealed_secret",
            sql::bind(std::string(name)), sql::bind(sealed), sql::now;
    });
}

std::optional<std::string> Credentials::get(std::string_view name) const {
    return connection_.read([&](Session& session) -> std::optional<std::string> {
        std::string sealed;
        session << "SELECT sealed_secret FROM credential WHERE name = ?", sql::bind(std::string(name)),
            sql::into(sealed), sql::now;
        if (sealed.empty()) return std::nullopt;
        std::optional<std::string> secret = box(false).open(sealed);
        if (!secret) {
            throw StaffingError("The credential \"" + std::string(name) +
                                "\" cannot be decrypted: the key file " + key_file_.string() +
                                " is not the one it was stored under. Enter the credential again.");
        }
        return secret;
    });
}

bool Credentials::remove(std::string_view name) {
    return connection_.write([&](Session& session) {
        Statement change(session);
        change << "DELETE FROM credential WHERE name = ?", sql::bind(std::string(name));
        return change.execute() > 0;
    });
}

std::vector<std::string> Credentials::names() const {
    return connection_.read([](Session& session) {
        std::vector<std::string> names;
        session << "SELECT name FROM credential ORDER BY name", sql::into(names), sql::now;
        return names;
    });
}

}  // namespace mock_host
