#pragma once

#include <string>

namespace mock_host::twilio {

/// A number from which every account may text, as from Twilio's test accounts.
inline const std::string magic_sender = "+15005550006";

/// The error that texting from, or to, one of the magic numbers ends with; 0 for any other number. Source:
/// twilio.com/docs/iam/test-credentials; there they are for test accounts, here for all.
int error_of_sender(const std::string& number);
int error_of_recipient(const std::string& number);

}  // namespace mock_host::twilio
