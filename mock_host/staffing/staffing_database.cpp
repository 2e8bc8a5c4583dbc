#include "mock_host/staffing/staffing_database.hpp"

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/schema.hpp"

namespace mock_host {

namespace {

std::unique_ptr<Connection> open_file(const std::filesystem::path& file) {
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(folder)) {
        throw StaffingError("The folder " + folder.string() +
                            " of the staffing database does not exist: make it, or name another file.");
    }
    auto connection = std::make_unique<Connection>(file.string());
    const bool is_new = is_new_database(*connection, file.string());
    connection->read([](Session& session) {
        std::string mode;
        session << "PRAGMA journal_mode = WAL", sql::into(mode), sql::now;
        session << "PRAGMA synchronous = NORMAL", sql::now;
    });
    if (is_new) create_and_fill(*connection);
    add_later_tables(*connection);
    return connection;
}

std::unique_ptr<Connection> open_memory() {
    auto connection = std::make_unique<Connection>(":memory:");
    create_and_fill(*connection);
    add_later_tables(*connection);
    return connection;
}

}  // namespace

StaffingDatabase::StaffingDatabase(const std::filesystem::path& file)
    : StaffingDatabase(open_file(file), KeyFile(std::filesystem::path(file) += ".key")) {}

StaffingDatabase::StaffingDatabase(std::unique_ptr<Connection> connection, std::optional<KeyFile> key_file)
    : connection_(std::move(connection)),
      records_(*connection_),
      hotlists_(*connection_),
      users_(*connection_),
      branches_(*connection_),
      action_codes_(*connection_),
      messages_(*connection_),
      credentials_(*connection_, std::move(key_file)),
      notifications_(*connection_) {}

StaffingDatabase::~StaffingDatabase() = default;

std::unique_ptr<StaffingDatabase> StaffingDatabase::in_memory() {
    return std::unique_ptr<StaffingDatabase>(new StaffingDatabase(open_memory(), std::nullopt));
}

}  // namespace mock_host
