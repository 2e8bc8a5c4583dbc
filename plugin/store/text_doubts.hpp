#pragma once

namespace Poco::Data {
class Session;
}

namespace send_text {

/// The store may lack what was done last: every text that is not settled must be looked for in its carrier's
/// list, back to when it was made, before it leaves. Within a transaction.
void doubt_all(Poco::Data::Session& session);

}  // namespace send_text
