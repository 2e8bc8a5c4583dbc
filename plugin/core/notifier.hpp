#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record.hpp"

namespace send_text {

/// How much a notice matters: only an error needs somebody to do something now.
enum class NoticeSeverity { info, warning, error };

/// A short message to somebody who may be looking at something else.
struct Notice {
    std::int64_t rep_id = 0;  ///< 0: whoever looks after texting
    std::string title;
    std::string text;
    std::vector<RecordRef> records = {};  ///< what it is about
    NoticeSeverity severity = NoticeSeverity::info;
    bool is_reply = false;  ///< the person may want to write to these records
};

/// Tells people what happened, in the host's way. Does not block.
/// Threads: any.
class Notifier {
  public:
    virtual ~Notifier() = default;

    /// Shows it to whom it is for, now or when they are there next.
    virtual void show(const Notice& notice) = 0;

    /// Shows what is merely to be known.
    void notify(std::int64_t rep_id, const std::string& title, const std::string& text,
                const std::vector<RecordRef>& records) {
        show({.rep_id = rep_id, .title = title, .text = text, .records = records});
    }
};

}  // namespace send_text
