#include "host/extension_tables.hpp"
#include "host/validator_host.hpp"

namespace validator {
namespace {

std::int32_t STAFFING_CALL is_main_thread(const staffing_host* host) noexcept {
    ValidatorHost* const self = ValidatorHost::find(host);
    return self != nullptr && self->is_main_thread()
               ? 1
               : 0;  // also when it may not be called: it is asked for that
}

}  // namespace

const staffing_thread_check thread_check_table{&is_main_thread};

}  // namespace validator
