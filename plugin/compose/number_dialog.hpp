#pragma once

#include <functional>

#include "compose/compose_services.hpp"
#include "compose/recipient_lookup.hpp"

namespace send_text {

/// Opens the window where another number is chosen for a recipient: another contact method, a corrected one
/// that is written back to the record, or a number for this text only. `changed` is called on the main thread
/// with the recipient as it is then. Main thread.
void open_number_dialog(const ComposeServices& services, const RecipientLookup& lookup,
                        const Recipient& recipient, std::function<void(const FoundRecipients&)> changed);

}  // namespace send_text
