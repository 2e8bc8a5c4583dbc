#include "carrier/twilio/magic_numbers.hpp"

#include "carrier/twilio/error.hpp"

namespace mock_host::twilio {

int error_of_sender(const std::string& number) {
    if (number == "+15005550001") return code::invalid_from;
    if (number == "+15005550007") return code::from_not_ours;
    if (number == "+15005550008") return code::queue_full;
    return 0;
}

int error_of_recipient(const std::string& number) {
    if (number == "+15005550001") return code::invalid_to;
    if (number == "+15005550002") return code::not_routable;
    if (number == "+15005550003") return code::region_not_enabled;
    if (number == "+15005550004") return code::opted_out;
    if (number == "+15005550009") return code::not_mobile;
    return 0;
}

}  // namespace mock_host::twilio
