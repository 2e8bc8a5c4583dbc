#pragma once

#include "core/e164.hpp"
#include "core/log.hpp"
#include "core/record_directory.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's records.
class HostRecords final : public RecordDirectory {
  public:
    HostRecords(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    void fetch(std::span<const RecordRef> records,
               const std::function<bool(std::size_t, const RecordDetails*)>& found) override;
    void update_method(const RecordRef& record, std::int64_t method_id, const std::string& old_value,
                       const std::string& new_value) override;
    std::vector<RecordRef> find_by_phone(const E164& number) override;

  private:
    const HostExtensions& host_;
    Log& log_;
};

}  // namespace send_text
