#pragma once

#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/Transaction.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>

#include "mock_host/staffing/errors.hpp"

namespace mock_host {

/// into(), now, range(). Write sql::bind() with its namespace: std::bind is found otherwise.
namespace sql = Poco::Data::Keywords;

using Poco::Data::Session;
using Poco::Data::Statement;

/// The only session of a database and its mutex. All SQL runs inside read() or write().
class Connection {
  public:
    explicit Connection(const std::string& file);

    /// Runs `work(session)` under the mutex.
    template <typename Work>
    auto read(Work&& work) {
        const std::scoped_lock lock(mutex_);
        return in_words([&] { return std::forward<Work>(work)(session_); });
    }

    /// Runs `work(session)` under the mutex in one transaction, which is rolled back when it throws.
    template <typename Work>
    auto write(Work&& work) {
        const std::scoped_lock lock(mutex_);
        return in_words([&] {
            Poco::Data::Transaction transaction(session_);
            if constexpr (std::is_void_v<std::invoke_result_t<Work, Session&>>) {
                std::forward<Work>(work)(session_);
                transaction.commit();
            } else {
                auto result = std::forward<Work>(work)(session_);
                transaction.commit();
                return result;
            }
        });
    }

  private:
    template <typename Work>
    auto in_words(Work&& work) {
        try {
            return work();
        } catch (const Poco::Exception& e) {
            throw StaffingError("The staffing database " + file_ + " failed: " + e.displayText());
        }
    }

    const std::string file_;
    std::mutex mutex_;
    Session session_;
};

/// The id of the last inserted row.
std::int64_t last_insert_id(Session& session);

/// Runs a select and calls `each_row()` once per row, its into() targets filled.
template <typename EachRow>
void for_each_row(Statement& select, EachRow each_row) {
    select, sql::range(0, 1);
    while (!select.done()) {
        if (select.execute() > 0) each_row();
    }
}

}  // namespace mock_host
