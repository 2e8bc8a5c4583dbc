#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/database.hpp"

namespace Poco::Data {
class AbstractExtractor;
}

namespace send_text {

/// A value for one `?` of a statement. It refers to its string, so it lives no longer than the call it is
/// for.
class Value {
  public:
    template <class T>
    requires std::integral<T> || std::is_enum_v<T> Value(T value)
        : value_(static_cast<std::int64_t>(value)) {}
    Value(TimePoint value) : Value(value.time_since_epoch()) {}
    Value(Milliseconds value) : value_(value.count()) {}
    Value(const std::string& value) : value_(&value) {}
    Value(const E164& value) : Value(value.str()) {}
    Value(const LineId& value) : Value(value.str()) {}

    const std::variant<std::int64_t, const std::string*>& get() const { return value_; }

  private:
    std::variant<std::int64_t, const std::string*> value_;
};

using Values = std::initializer_list<Value>;

/// The columns of one row, read one after the other from the left.
class Row {
  public:
    explicit Row(Poco::Data::AbstractExtractor& extractor) : extractor_(extractor) {}

    std::optional<std::int64_t> maybe_integer();
    std::int64_t integer() { return maybe_integer().value_or(0); }
    std::optional<TimePoint> maybe_time();  ///< of a column of milliseconds since 1970
    TimePoint time() { return maybe_time().value_or(no_time); }
    std::string text();  ///< NULL is empty; every byte counts, NUL too
    E164 number() { return E164(text()); }
    LineId line() { return LineId(text()); }

    template <class Enum>
    Enum as() {
        return static_cast<Enum>(integer());
    }

  private:
    Poco::Data::AbstractExtractor& extractor_;
    std::size_t column_ = 0;
};

/// Runs a statement and returns how many rows it changed.
std::size_t execute(Poco::Data::Session& session, const std::string& sql, Values values = {});

/// Runs a statement for each of the rows of values, preparing it once.
void execute_each(Poco::Data::Session& session, const std::string& sql,
                  const std::vector<std::vector<Value>>& rows);

/// Runs a statement and calls `read` for every row of its result.
void for_each_row(Poco::Data::Session& session, const std::string& sql, Values values,
                  const std::function<void(Row&)>& read);

/// Reads a row whose only column is an id or another enum.
template <class Enum>
Enum read_as(Row& row) {
    return row.as<Enum>();
}

/// What `read` makes of every row.
template <class Read>
auto select(Poco::Data::Session& session, const std::string& sql, Values values, Read read) {
    std::vector<std::invoke_result_t<Read, Row&>> result;
    for_each_row(session, sql, values, [&](Row& row) { result.push_back(read(row)); });
    return result;
}

/// What `read` makes of the first row, if there is one.
template <class Read>
auto select_first(Poco::Data::Session& session, const std::string& sql, Values values, Read read) {
    std::optional<std::invoke_result_t<Read, Row&>> result;
    for_each_row(session, sql, values, [&](Row& row) {
        if (!result) result = read(row);
    });
    return result;
}

/// The only column of the only row; nothing when there is no row or it is NULL.
std::optional<std::int64_t> select_integer(Poco::Data::Session& session, const std::string& sql,
                                           Values values = {});
std::optional<TimePoint> select_time(Poco::Data::Session& session, const std::string& sql,
                                     Values values = {});

/// Whether the query finds anything.
bool exists(Poco::Data::Session& session, const std::string& sql, Values values);

/// Runs `work` in a transaction of the database and returns what it returns.
template <class Work>
auto in_transaction(Database& database, Work work) {
    std::invoke_result_t<Work, Poco::Data::Session&> result{};
    database.transaction([&](Poco::Data::Session& session) { result = work(session); });
    return result;
}

}  // namespace send_text
