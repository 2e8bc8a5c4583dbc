#include "recipients/method_choice.hpp"

#include "recipients/typed_value.hpp"

namespace send_text {

std::vector<const ContactMethod*> methods_to_text(std::span<const ContactMethod> methods,
                                                  std::span<const MethodType> order) {
    std::vector<const ContactMethod*> found;
    found.reserve(methods.size());
    for (const MethodType type : order) {
        if (type == MethodType::other || type == MethodType::unspecified) continue;
        for (const ContactMethod& method : methods) {
            if (method.type == type && !is_blank(method.value)) found.push_back(&method);
        }
    }
    return found;
}

}  // namespace send_text
