#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record.hpp"

namespace send_text {

/// Tells people what happened, in the host's way. Any thread; does not block.
class Notifier {
  public:
    virtual ~Notifier() = default;

    /// Shows a short message to a rep (0: whoever looks after texting), with the records it is about.
    virtual void notify(std::int64_t rep_id, const std::string& title, const std::string& text,
                        const std::vector<RecordRef>& records) = 0;
};

}  // namespace send_text
