#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// Who is logged in to the host.
struct SessionUser {
    bool is_logged_in = false;
    bool may_text = false;  ///< has the host's permission for texting
    std::int64_t rep_id = 0;
    std::int64_t branch_id = 0;
    std::string name;            ///< "Alexander Swanson"; never empty of one who is logged in
    std::string branch_name;     ///< may be empty
    std::string time_zone = {};  ///< of the branch, IANA; may be empty
    std::string first_name = {};
    std::string last_name = {};
    bool may_administer = false;  ///< has the host's permission for administration
    /// Whether the host knows that permission; one from before 1.2 of the contract does not.
    bool is_administration_known = true;
};

/// The host's session. Answers at once.
/// Threads: any.
class Session {
  public:
    virtual ~Session() = default;
    virtual SessionUser user() = 0;
};

}  // namespace send_text
