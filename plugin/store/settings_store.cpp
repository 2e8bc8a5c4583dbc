#include "store/settings_store.hpp"

#include "store/query.hpp"

namespace send_text {
namespace {

std::map<std::string, std::string> load_settings(Poco::Data::Session& session) {
    std::map<std::string, std::string> values;
    for_each_row(session, "SELECT name, value FROM setting", {}, [&](Row& row) {
        std::string name = row.text();
        values[std::move(name)] = row.text();
    });
    return values;
}

}  // namespace

SettingsStore::SettingsStore(Database& database) : database_(database) {}

std::map<std::string, std::string> SettingsStore::load() const {
    return in_transaction(database_, load_settings);
}

void SettingsStore::save(const std::map<std::string, std::string>& values,
                         const std::vector<AuditEntry>& audit_entries, std::int64_t changed_by_rep_id,
                         TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        for (const auto& [name, value] : load_settings(session)) {
            if (!values.contains(name)) execute(session, "DELETE FROM setting WHERE name = ?", {name});
        }
        for (const auto& [name, value] : values) {
            execute(session,
                    "INSERT INTO setting (name, value, changed_by, changed_ms) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value, "
                    "changed_by = excluded.changed_by, changed_ms = excluded.changed_ms "
                    "WHERE setting.value <> excluded.value",
                    {name, value, changed_by_rep_id, now});
        }
        for (const AuditEntry& entry : audit_entries)
            add_audit_entry(session, entry);
    });
}

}  // namespace send_text
