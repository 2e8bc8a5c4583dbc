#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "mock_host/staffing/person.hpp"

namespace mock_host {

class Connection;

enum class SortColumn {
    id,
    last_name,
    first_name,
    branch,
    active,
    last_message,
    postal_code,
    customer_name,
    title
};

/// The search form for employees or contacts. Unset fields do not narrow the search.
struct RecordSearch {
    RecordKind kind = RecordKind::employee;
    std::string last_name;      ///< beginning of the name; case is ignored for ASCII letters
    std::string first_name;     ///< beginning of the name
    std::string customer_name;  ///< beginning of the name; contacts only
    std::optional<std::int64_t> id;
    std::optional<std::int64_t> branch_id;
    std::optional<std::int64_t> rep_id;
    std::optional<bool> active;
    SortColumn sort_by = SortColumn::last_name;  ///< last names that begin with a letter before all others
    bool descending = false;
    std::size_t offset = 0;
    std::size_t limit = 100;
};

struct SearchPage {
    std::size_t total = 0;  ///< rows of the whole result: "Your search returned 374 results"
    std::vector<Person> people;
};

/// Employees and contacts with their contact methods. [thread-safe]
class Records {
  public:
    explicit Records(Connection& connection) : connection_(connection) {}

    /// Nothing when there is no such record.
    std::optional<Person> find(const RecordKey& key) const;

    /// The records in the requested order, without unknown ones. Fast for many thousands.
    std::vector<Person> get(std::span<const RecordKey> keys) const;

    SearchPage search(const RecordSearch& search) const;

    /// All records with a phone-type method that is this number, active or not, by kind and id.
    /// `e164` such as "+16515565757". Formatting, extension and a leading 1 of the values are ignored.
    std::vector<Person> find_by_phone(std::string_view e164) const;

    /// Throws NotFound when the record has no such method, InvalidInput when its value is no longer
    /// `expected`, or the new one is blank or longer than a line can be (200 bytes).
    void update_method(const RecordKey& key, std::int64_t method_id, std::string_view value,
                       std::optional<std::string_view> expected = std::nullopt);

    /// Returns the id of the new method. Throws NotFound, InvalidInput for an unknown type.
    std::int64_t add_method(const RecordKey& key, std::string_view type, std::string_view value);

    /// Throws NotFound when the record has no such method.
    void remove_method(const RecordKey& key, std::int64_t method_id);

    /// Adds a record with its methods; an id of 0 means the next free one of its kind. The ids of the
    /// methods are always given by the database. Returns the record's key. Throws InvalidInput when the id
    /// is taken, NotFound when branch or rep do not exist.
    RecordKey add(const Person& person);

    /// Adds all of them, each under its id, or none. Made for many thousands. Throws StaffingError when an id
    /// is taken, or a branch or rep does not exist.
    void add_all(std::span<const Person> people);

    void set_active(const RecordKey& key, bool active);

    /// Deletes the record, its methods, hotlist rows and links to messages. The messages themselves stay.
    void remove(const RecordKey& key);

    /// The survivor gets methods, messages and hotlist rows of the loser, then the loser is deleted.
    /// Throws InvalidInput when the kinds differ or both are the same record.
    void merge(const RecordKey& survivor, const RecordKey& loser);

    /// Counts on with every change of a record or a contact method.
    std::uint64_t changes() const { return changes_; }

  private:
    /// Does `work` as Connection::write() does, and counts it.
    template <typename Work>
    auto change(Work&& work);

    Connection& connection_;
    std::atomic<std::uint64_t> changes_{0};
};

}  // namespace mock_host
