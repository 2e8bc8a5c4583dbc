#include "store/numbers_in_one_form.hpp"

#include <utility>

#include "core/e164.hpp"
#include "core/subscriber_number.hpp"
#include "store/batches.hpp"
#include "store/number_fact_store.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

struct NumberedRow {
    std::int64_t id = 0;
    std::string line;
    std::string number;
};

/// The rows of a table whose number is written otherwise. North American numbers are written in one way, and
/// are nearly all.
std::vector<NumberedRow> rows_to_rewrite(Poco::Data::Session& session, const std::string& table) {
    std::vector<NumberedRow> rows;
    for_each_row(session, "SELECT id, line, number FROM " + table + " WHERE number NOT LIKE '+1%'", {},
                 [&](Row& row) {
                     NumberedRow one{row.integer(), row.text(), row.text()};
                     if (subscriber_number(one.number) != one.number) rows.push_back(std::move(one));
                 });
    return rows;
}

void rewrite(Poco::Data::Session& session, const std::string& table) {
    for (const NumberedRow& row : rows_to_rewrite(session, table)) {
        execute(session, "UPDATE " + table + " SET number = ? WHERE id = ?",
                {subscriber_number(row.number), row.id});
    }
}

/// A line has one open batch with a number: of two, the one that was written otherwise is closed, and logged.
void close_second_batches(Poco::Data::Session& session) {
    for (const NumberedRow& row : rows_to_rewrite(session, "conversation_batch")) {
        execute(
            session,
            "UPDATE conversation_batch SET state = ? WHERE state = ? AND id = ? AND EXISTS (SELECT 1 "
            "FROM conversation_batch other WHERE other.state = ? AND other.line = ? AND other.number = ?)",
            {BatchState::closed, BatchState::open, row.id, BatchState::open, row.line,
             subscriber_number(row.number)});
    }
}

void rewrite_facts(Poco::Data::Session& session) {
    struct Fact {
        std::string number;
        NumberFact fact = {};
        LearnedFact learned;
    };
    const auto facts = select(session,
                              "SELECT number, fact, reason, learned_ms FROM number_fact "
                              "WHERE number NOT LIKE '+1%'",
                              {}, [](Row& row) {
                                  Fact fact;
                                  fact.number = row.text();
                                  fact.fact = row.as<NumberFact>();
                                  fact.learned.reason = row.text();
                                  fact.learned.learned_at = row.time();
                                  return fact;
                              });
    for (const auto& [number, fact, learned] : facts) {
        if (subscriber_number(number) == number) continue;
        execute(session, "DELETE FROM number_fact WHERE number = ? AND fact = ?", {number, fact});
        learn_fact(session, E164(number), fact, learned);
    }
}

}  // namespace

void write_numbers_in_one_form(Poco::Data::Session& session) {
    close_second_batches(session);
    for (const char* const table : {"conversation_batch", "outgoing_text", "listed_message"})
        rewrite(session, table);
    rewrite_facts(session);
}

}  // namespace send_text
