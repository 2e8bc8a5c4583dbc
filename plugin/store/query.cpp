#include "store/query.hpp"

#include <Poco/Data/AbstractBinder.h>
#include <Poco/Data/AbstractBinding.h>
#include <Poco/Data/AbstractExtraction.h>
#include <Poco/Data/AbstractExtractor.h>
#include <Poco/Data/AbstractPreparation.h>
#include <Poco/Data/LOB.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

namespace send_text {
namespace {

/// Binds one row of values after the other to all placeholders of a statement. Poco prepares a statement anew
/// at each execute(), but asks a binding for more rows before it is done: that is how many rows are quick.
class RowsBinding final : public Poco::Data::AbstractBinding {
  public:
    using Rows = std::vector<std::vector<Value>>;

    explicit RowsBinding(const Rows& rows) : rows_(rows) {}

    std::size_t numOfColumnsHandled() const override { return rows_.front().size(); }
    std::size_t numOfRowsHandled() const override { return rows_.size(); }
    bool canBind() const override { return next_ < rows_.size(); }
    void reset() override { next_ = 0; }

    void bind(std::size_t position) override {
        for (const Value& value : rows_[next_]) {
            if (const auto* const text = std::get_if<const std::string*>(&value.get())) {
                getBinder()->bind(position++, **text, getDirection());
            } else {
                getBinder()->bind(position++, Poco::Int64{std::get<std::int64_t>(value.get())},
                                  getDirection());
            }
        }
        ++next_;
    }

  private:
    const Rows& rows_;
    std::size_t next_ = 0;
};

/// Hands every row of a result to a function.
class RowExtraction final : public Poco::Data::AbstractExtraction {
  public:
    explicit RowExtraction(const std::function<void(Row&)>& read) : read_(read) {}

    std::size_t numOfColumnsHandled() const override { return 1; }
    std::size_t numOfRowsHandled() const override { return rows_; }
    std::size_t numOfRowsAllowed() const override { return getLimit(); }
    void reset() override { rows_ = 0; }

    std::size_t extract(std::size_t) override {
        ExtractorPtr extractor = getExtractor();
        Row row(*extractor);
        read_(row);
        ++rows_;
        return 1;
    }

    Poco::Data::AbstractPreparation::Ptr createPreparation(PreparatorPtr&, std::size_t) override {
        return {};  // SQLite prepares no buffers
    }

  private:
    const std::function<void(Row&)>& read_;
    std::size_t rows_ = 0;
};

std::size_t run(Poco::Data::Session& session, const std::string& sql, const RowsBinding::Rows& rows,
                const std::function<void(Row&)>* read) {
    Poco::Data::Statement statement(session);
    statement << sql;
    if (!rows.front().empty()) statement, Poco::Data::AbstractBinding::Ptr(new RowsBinding(rows));
    if (read != nullptr) statement, Poco::Data::AbstractExtraction::Ptr(new RowExtraction(*read));
    return statement.execute();
}

}  // namespace

std::optional<std::int64_t> Row::maybe_integer() {
    Poco::Int64 value = 0;
    if (!extractor_.extract(column_++, value)) return std::nullopt;
    return value;
}

std::optional<TimePoint> Row::maybe_time() {
    const std::optional<std::int64_t> value = maybe_integer();
    return value ? std::optional(TimePoint(Milliseconds(*value))) : std::nullopt;
}

std::string Row::text() {
    // As a string, Poco would stop at the first NUL.
    Poco::Data::CLOB value;
    if (!extractor_.extract(column_++, value) || value.size() == 0) return {};
    return {value.rawContent(), value.size()};
}

std::size_t execute(Poco::Data::Session& session, const std::string& sql, Values values) {
    return run(session, sql, {std::vector<Value>(values)}, nullptr);
}

void execute_each(Poco::Data::Session& session, const std::string& sql,
                  const std::vector<std::vector<Value>>& rows) {
    if (!rows.empty()) run(session, sql, rows, nullptr);
}

void for_each_row(Poco::Data::Session& session, const std::string& sql, Values values,
                  const std::function<void(Row&)>& read) {
    run(session, sql, {std::vector<Value>(values)}, &read);
}

std::optional<std::int64_t> select_integer(Poco::Data::Session& session, const std::string& sql,
                                           Values values) {
    return select_first(session, sql, values, [](Row& row) { return row.maybe_integer(); })
        .value_or(std::nullopt);
}

std::optional<TimePoint> select_time(Poco::Data::Session& session, const std::string& sql, Values values) {
    return select_first(session, sql, values, [](Row& row) { return row.maybe_time(); })
        .value_or(std::nullopt);
}

bool exists(Poco::Data::Session& session, const std::string& sql, Values values) {
    return select_first(session, sql, values, [](Row&) { return true; }).value_or(false);
}

}  // namespace send_text
