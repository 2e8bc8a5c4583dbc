#pragma once

#include "store/database.hpp"

namespace send_text {

/// Writes the numbers of a store from before they were kept in one form (core/subscriber_number.hpp) in that
/// form, within the caller's transaction: what was known of either form of a number is known of the
/// subscriber, and there is one open conversation of each line with them. What a form was told of last
/// counts. The audit trail stays as it is.
void write_numbers_in_one_form(Poco::Data::Session& session);

}  // namespace send_text
