#include "recipients/method_choice.hpp"

#include "recipients/typed_value.hpp"

namespace send_text {

const ContactMethod* choose_method(std::span<const ContactMethod> methods,
                                   std::span<const MethodType> order) {
    for (MethodType type : order) {
        if (type == MethodType::other || type == MethodType::unspecified) continue;
        for (const auto& method : methods) {
            if (method.type == type && !trimmed(method.value).empty()) return &method;
        }
    }
    return nullptr;
}

}  // namespace send_text
