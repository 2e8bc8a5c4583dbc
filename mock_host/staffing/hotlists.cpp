#include "mock_host/staffing/hotlists.hpp"

#include <algorithm>

#include "mock_host/staffing/first_that.hpp"
#include "mock_host/staffing/record_rows.hpp"

namespace mock_host {

namespace {

std::vector<Hotlist> load_hotlists(Session& session) {
    std::vector<Hotlist> hotlists;
    Hotlist row;
    Statement select(session);
    select << "SELECT id, name, description, owner_user_id FROM hotlist ORDER BY id", sql::into(row.id),
        sql::into(row.name), sql::into(row.description), sql::into(row.owner_user_id);
    for_each_row(select, [&] { hotlists.push_back(row); });
    return hotlists;
}

void require_hotlist(Session& session, std::int64_t hotlist_id) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM hotlist WHERE id = ?", sql::bind(hotlist_id), sql::into(count), sql::now;
    if (count == 0) throw NotFound("There is no hotlist " + std::to_string(hotlist_id) + ".");
}

void require_changed(std::size_t rows_changed, std::int64_t hotlist_id, std::int64_t employee_id) {
    if (rows_changed > 0) return;
    throw NotFound("Employee " + std::to_string(employee_id) + " is not on hotlist " +
                   std::to_string(hotlist_id) + ".");
}

}  // namespace

std::vector<Hotlist> Hotlists::list() const {
    return connection_.read(load_hotlists);
}

std::optional<Hotlist> Hotlists::find(std::int64_t hotlist_id) const {
    return first_that(list(), [&](const Hotlist& hotlist) { return hotlist.id == hotlist_id; });
}

std::optional<Hotlist> Hotlists::find_by_name(std::string_view name) const {
    return first_that(list(), [&](const Hotlist& hotlist) { return hotlist.name == name; });
}

std::vector<HotlistRow> Hotlists::rows(std::int64_t hotlist_id) const {
    return connection_.read([&](Session& session) {
        require_hotlist(session, hotlist_id);
        std::vector<HotlistRow> rows;
        std::vector<std::int64_t> ids;
        HotlistRow row;
        Statement select(session);
        select << "SELECT employee_id, status, last_activity_date, added_date, note FROM hotlist_row"
                  " WHERE hotlist_id = ? ORDER BY id",
            sql::bind(hotlist_id), sql::into(row.employee_id), sql::into(row.status),
            sql::into(row.last_activity_date), sql::into(row.added_date), sql::into(row.note);
        for_each_row(select, [&] {
            rows.push_back(row);
            ids.push_back(row.employee_id);
        });
        const std::vector<Person> people = load_people(session, RecordKind::employee, ids);
        for (HotlistRow& filled : rows) {
            const auto person = std::ranges::lower_bound(people, filled.employee_id, {}, &Person::id);
            filled.first_name = person->first_name;
            filled.last_name = person->last_name;
            filled.phone_shown = phone_shown(*person);
        }
        return rows;
    });
}

void Hotlists::add_row(std::int64_t hotlist_id, std::int64_t employee_id, std::string_view added_date) {
    connection_.write([&](Session& session) {
        require_hotlist(session, hotlist_id);
        require_record(session, {RecordKind::employee, employee_id});
        session << "INSERT OR IGNORE INTO hotlist_row"
                   " (hotlist_id, employee_id, status, last_activity_date, added_date, note)"
                   " VALUES (?, ?, '', '', ?, '')",
            sql::bind(hotlist_id), sql::bind(employee_id), sql::bind(std::string(added_date)), sql::now;
    });
}

void Hotlists::remove_row(std::int64_t hotlist_id, std::int64_t employee_id) {
    connection_.write([&](Session& session) {
        require_hotlist(session, hotlist_id);
        Statement change(session);
        change << "DELETE FROM hotlist_row WHERE hotlist_id = ? AND employee_id = ?", sql::bind(hotlist_id),
            sql::bind(employee_id);
        require_changed(change.execute(), hotlist_id, employee_id);
    });
}

void Hotlists::set_note(std::int64_t hotlist_id, std::int64_t employee_id, std::string_view note) {
    connection_.write([&](Session& session) {
        require_hotlist(session, hotlist_id);
        Statement change(session);
        change << "UPDATE hotlist_row SET note = ? WHERE hotlist_id = ? AND employee_id = ?",
            sql::bind(std::string(note)), sql::bind(hotlist_id), sql::bind(employee_id);
        require_changed(change.execute(), hotlist_id, employee_id);
    });
}

}  // namespace mock_host
