#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/record_directory.hpp"

namespace send_text {

/// A host with the employees that a test gives it.
class FakeRecordDirectory final : public RecordDirectory {
  public:
    RecordRef add(std::int64_t id, std::string name, std::vector<ContactMethod> methods) {
        const RecordRef record{RecordKind::employee, id};
        details_[record] = {.record = record,
                            .display_name = std::move(name),
                            .branch_id = branch_id,
                            .methods = std::move(methods)};
        return record;
    }

    RecordRef add(std::int64_t id, std::string name, std::string cell_phone) {
        return add(id, std::move(name),
                   std::vector<ContactMethod>{{id, MethodType::cell_phone, std::move(cell_phone)}});
    }

    void give(const RecordRef& record, RecordFields fields) {
        details_.at(record).fields = std::move(fields);
    }

    void fetch(std::span<const RecordRef> records,
               const std::function<bool(std::size_t, const RecordDetails*)>& found) override {
        fetch_sizes.push_back(records.size());
        if (fails) throw std::runtime_error("the host's data cannot be reached");
        for (std::size_t i = 0; i < records.size() && i < answers_at_most; ++i) {
            const auto details = details_.find(records[i]);
            if (!found(i, details == details_.end() ? nullptr : &details->second)) return;
        }
    }

    void update_method(const RecordRef&, std::int64_t, const std::string&, const std::string&) override {}
    std::vector<RecordRef> find_by_phone(const std::string&) override { return {}; }

    static constexpr std::int64_t branch_id = 7;
    bool fails = false;
    std::size_t answers_at_most = SIZE_MAX;
    std::vector<std::size_t> fetch_sizes;

  private:
    std::map<RecordRef, RecordDetails> details_;
};

}  // namespace send_text
