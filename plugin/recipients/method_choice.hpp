#pragma once

#include <span>

#include "recipients/contact_method.hpp"

namespace send_text {

/// The method to text: of the first type in `order` that has a value that is not blank, the first one listed.
/// Whether the value is a usable number plays no part ("first phone number found is used"). Methods of type
/// `other` or `unspecified` are never chosen, whatever the order says. Null when there is none; else it
/// points into `methods`.
const ContactMethod* choose_method(std::span<const ContactMethod> methods, std::span<const MethodType> order);

}  // namespace send_text
