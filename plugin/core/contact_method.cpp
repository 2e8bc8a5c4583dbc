#include "core/contact_method.hpp"

namespace send_text {

const char* describe(MethodType type) {
    switch (type) {
        case MethodType::sms:
            return "SMS";
        case MethodType::cell_phone:
            return "Cell Phone";
        case MethodType::phone:
            return "Phone";
        case MethodType::office_phone:
            return "Office Phone";
        case MethodType::home_phone:
            return "Home Phone";
        case MethodType::other:
        case MethodType::unspecified:
            break;
    }
    return "Other";
}

}  // namespace send_text
