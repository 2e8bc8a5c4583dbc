#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/e164.hpp"
#include "core/record_directory.hpp"

namespace send_text::testing {

/// A host with the records that a test gives it.
class FakeRecordDirectory final : public RecordDirectory {
  public:
    RecordRef add(std::int64_t employee_id, std::string name, std::vector<ContactMethod> methods) {
        const RecordRef record{RecordKind::employee, employee_id};
        details_[record] = {.record = record,
                            .display_name = std::move(name),
                            .branch_id = branch_id,
                            .methods = std::move(methods)};
        return record;
    }

    RecordRef add(std::int64_t employee_id, std::string name, std::string cell_phone) {
        return add(employee_id, std::move(name),
                   std::vector<ContactMethod>{{employee_id, MethodType::cell_phone, std::move(cell_phone)}});
    }

    /// `employee` with these numbers.
    void add(const RecordRef& employee, std::string name, const std::vector<E164>& numbers) {
        std::vector<ContactMethod> methods;
        for (const E164& number : numbers)
            methods.push_back({std::ssize(methods) + 1, MethodType::cell_phone, number.str()});
        add(employee.id, std::move(name), std::move(methods));
    }

    void give(std::int64_t employee_id, ContactMethod method) {
        details_.at({RecordKind::employee, employee_id}).methods.push_back(std::move(method));
    }

    void give(const RecordRef& record, RecordFields fields) {
        details_.at(record).fields = std::move(fields);
    }

    /// What is typed in for the method of an employee.
    std::string& value(std::int64_t employee_id, std::int64_t method_id) {
        return value({RecordKind::employee, employee_id}, method_id);
    }

    void fetch(std::span<const RecordRef> records,
               const std::function<bool(std::size_t, const RecordDetails*)>& found) override {
        {
            const std::lock_guard lock(mutex_);
            fetch_sizes.push_back(records.size());
        }
        expect_answers();
        for (std::size_t i = 0; i < records.size() && i < answers_at_most; ++i) {
            const auto details = details_.find(records[i]);
            if (!found(i, details == details_.end() ? nullptr : &details->second)) return;
        }
    }

    void update_method(const RecordRef& record, std::int64_t method_id, const std::string& old_value,
                       const std::string& new_value) override {
        if (!refuses_changes.empty()) throw std::runtime_error(refuses_changes);
        std::string& current = value(record, method_id);
        if (current != old_value) throw std::runtime_error("It was changed meanwhile.");
        current = new_value;
    }

    std::vector<RecordRef> find_by_phone(const E164& number) override {
        expect_answers();
        std::vector<RecordRef> result;
        for (const auto& [record, details] : details_) {
            const auto has_it = [&](const ContactMethod& method) { return method.value == number.str(); };
            if (std::any_of(details.methods.begin(), details.methods.end(), has_it)) result.push_back(record);
        }
        return result;
    }

    std::int64_t branch_id = 0;  ///< of who is added
    bool fails = false;
    std::string refuses_changes;  ///< why; empty: it changes what it is told to
    std::size_t answers_at_most = SIZE_MAX;
    std::vector<std::size_t> fetch_sizes;

  private:
    void expect_answers() const {
        if (fails) throw std::runtime_error("The host's database is closed.");
    }

    std::string& value(const RecordRef& record, std::int64_t method_id) {
        auto& methods = details_.at(record).methods;
        const auto method = std::find_if(methods.begin(), methods.end(),
                                         [&](const ContactMethod& m) { return m.id == method_id; });
        if (method == methods.end()) throw std::out_of_range("the record has no such method");
        return method->value;
    }

    std::mutex mutex_;  ///< over fetch_sizes, while several threads fetch
    std::map<RecordRef, RecordDetails> details_;
};

}  // namespace send_text::testing
