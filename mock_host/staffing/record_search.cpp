#include <Poco/Nullable.h>

#include "mock_host/staffing/record_rows.hpp"
#include "mock_host/staffing/records.hpp"

namespace mock_host {

namespace {

const char* const matching =
    " FROM record JOIN branch ON branch.id = record.branch_id"
    " WHERE kind = ?1 AND last_name LIKE ?2 ESCAPE '\\' AND first_name LIKE ?3 ESCAPE '\\'"
    " AND customer_name LIKE ?4 ESCAPE '\\' AND (?5 IS NULL OR record.id = ?5)"
    " AND (?6 IS NULL OR branch_id = ?6) AND (?7 IS NULL OR rep_id = ?7) AND (?8 IS NULL OR active = ?8)";

/// A LIKE pattern for names that begin like this; nothing in the name acts as a wildcard.
std::string beginning(const std::string& name) {
    std::string pattern;
    for (const char c : name) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

template <typename T>
Poco::Nullable<std::int64_t> nullable(const std::optional<T>& value) {
    return value ? Poco::Nullable<std::int64_t>(static_cast<std::int64_t>(*value))
                 : Poco::Nullable<std::int64_t>();
}

/// Letters come before digits and punctuation: 0 for a text that begins with a letter, else 1. Everything
/// from À on is taken for a letter.
std::string letters_first(const std::string& text) {
    const std::string first = "unicode(" + text + ")";
    return "CASE WHEN " + first + " BETWEEN 65 AND 90 OR " + first + " BETWEEN 97 AND 122 OR " + first +
           " >= 192 THEN 0 ELSE 1 END";
}

/// The sort order. People with the same last name are sorted by first name.
std::string column(SortColumn sort_by, const std::string& direction) {
    switch (sort_by) {
        case SortColumn::id:
            return "record.id";
        case SortColumn::last_name:
            return letters_first("last_name") + direction + ", last_name COLLATE NOCASE" + direction +
                   ", first_name COLLATE NOCASE";
        case SortColumn::first_name:
            return "first_name COLLATE NOCASE";
        case SortColumn::branch:
            return "branch.name";
        case SortColumn::active:
            return "active";
        case SortColumn::last_message:
            return "last_message COLLATE NOCASE";
        case SortColumn::postal_code:
            return "postal_code";
        case SortColumn::customer_name:
            return "customer_name COLLATE NOCASE";
        case SortColumn::title:
            return "title COLLATE NOCASE";
    }
    return "record.id";
}

void bind_filters(Statement& select, const RecordSearch& search) {
    select, sql::bind(static_cast<std::int32_t>(search.kind)), sql::bind(beginning(search.last_name)),
        sql::bind(beginning(search.first_name)), sql::bind(beginning(search.customer_name)),
        sql::bind(nullable(search.id)), sql::bind(nullable(search.branch_id)),
        sql::bind(nullable(search.rep_id)), sql::bind(nullable(search.active));
}

std::int64_t count_matching(Session& session, const RecordSearch& search) {
    std::int64_t total = 0;
    Statement select(session);
    select << std::string("SELECT count(*)") + matching, sql::into(total);
    bind_filters(select, search);
    select.execute();
    return total;
}

std::vector<RecordKey> matching_keys(Session& session, const RecordSearch& search) {
    const std::string direction = search.descending ? " DESC" : " ASC";
    std::vector<std::int64_t> ids;
    Statement select(session);
    select << std::string("SELECT record.id") + matching + " ORDER BY " + column(search.sort_by, direction) +
                  direction + ", record.id" + direction + " LIMIT ?9 OFFSET ?10",
        sql::into(ids);
    bind_filters(select, search);
    select, sql::bind(static_cast<std::int64_t>(search.limit)),
        sql::bind(static_cast<std::int64_t>(search.offset));
    select.execute();
    std::vector<RecordKey> keys;
    keys.reserve(ids.size());
    for (const std::int64_t id : ids)
        keys.push_back({search.kind, id});
    return keys;
}

}  // namespace

SearchPage Records::search(const RecordSearch& search) const {
    SearchPage page;
    std::vector<RecordKey> keys;
    connection_.read([&](Session& session) {
        page.total = static_cast<std::size_t>(count_matching(session, search));
        keys = matching_keys(session, search);
    });
    page.people = get(keys);
    return page;
}

}  // namespace mock_host
