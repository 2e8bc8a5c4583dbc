#pragma once

#include <span>
#include <vector>

#include "core/contact_method.hpp"

namespace send_text {

/// The methods that may be texted, the one to text first: by type as in `order`, those of one type as listed.
/// Left out are methods whose value is blank, and those of type `other` or `unspecified`, whatever the order
/// says. Whether a value is a usable number plays no part. They point into `methods`.
std::vector<const ContactMethod*> methods_to_text(std::span<const ContactMethod> methods,
                                                  std::span<const MethodType> order);

}  // namespace send_text
