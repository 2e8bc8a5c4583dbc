#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "host_services.hpp"

namespace sound {

/// Accounts of a service that takes every password but "wrong". Names stand in a file, passwords at the host.
class Accounts {
  public:
    explicit Accounts(const HostServices& host) : host_(host) {}

    /// Reads the file in this folder; none without a folder.
    void open(const std::string& folder);

    static std::string form();

    /// What is wrong with the values as a JSON object, field to sentence. Throws StatusError when they are
    /// none.
    static std::string problems(std::string_view values_json, bool is_change);

    // These throw StatusError. Worker.
    void test(std::int64_t account_id, std::string_view values_json) const;
    std::int64_t save(std::int64_t account_id, std::string_view values_json);
    void remove(std::int64_t account_id);
    /// NOT_FOUND when there is no such account, or it has no such action now.
    void perform(std::int64_t account_id, const std::string& action_id);
    std::string list() const;

  private:
    struct Account {
        std::string name;
        bool is_disabled = false;
    };
    using All = std::map<std::int64_t, Account>;

    void expect_account(std::int64_t account_id) const;
    void keep(const All& accounts) const;

    const HostServices& host_;
    mutable std::mutex mutex_;
    std::string path_;
    All accounts_;
    std::int64_t last_id_ = 0;
};

}  // namespace sound
