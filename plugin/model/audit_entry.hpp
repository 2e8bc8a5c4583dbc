#pragma once

#include <cstdint>
#include <string>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/text.hpp"

namespace send_text {

/// Something that was done, by whom, and what came of it. Holds no secret and no body.
struct AuditEntry {
    std::int64_t id = 0;  ///< given by the store
    TimePoint at{};
    Sender who = {};           ///< rep_id 0: it came about by itself; the name is "Send Text" then
    std::string action = {};   ///< "send", "text", "account.add", "setting.change" …
    std::string subject = {};  ///< the account or setting
    LineId line = {};
    E164 number = {};
    std::string records = {};  ///< "employee 5814, contact 6553"
    RequestId request_id = no_request;
    TextId text_id = no_text;
    std::string outcome = {};  ///< "done", "refused", or the state of a text
    std::string detail = {};
};

}  // namespace send_text
