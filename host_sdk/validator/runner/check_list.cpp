#include "runner/check_list.hpp"

namespace validator {

std::vector<Check> all_checks() {
    std::vector<Check> all;
    for (const auto& group :
         {entry_checks(),      entry_life_checks(), host_version_checks(), life_checks(),
          steady_checks(),     extension_checks(),  argument_checks(),     text_checks(),
          thread_checks(),     menu_checks(),       label_checks(),        dialog_checks(),
          session_checks(),    account_checks(),    audit_checks(),        backup_checks(),
          clock_checks(),      resolver_checks(),   host_call_checks(),    lock_checks(),
          deactivate_checks(), leftover_checks(),   surroundings_checks(), unload_checks(),
          fuzz_checks()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

}  // namespace validator
