#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compose/compose_services.hpp"
#include "compose/line_choice.hpp"
#include "compose/merge_values_of.hpp"
#include "core/e164.hpp"
#include "model/line_id.hpp"
#include "recipients/recipient_resolver.hpp"

namespace send_text {

/// Recipients that were looked up, and, where more than one line comes into question, those on which the last
/// conversations with their numbers were.
struct FoundRecipients {
    std::vector<Recipient> recipients;
    std::map<E164, LineId> lines;  ///< by number
    ValuesByRecord values;         ///< to fill merge fields with
};

/// The lines of all accounts in use.
std::set<LineId> lines_in_use(const AccountService& accounts);

/// Looks up the recipients of one compose dialog, all their methods judged. Blocks on the host and the store.
/// Threads: the desk.
class RecipientLookup {
  public:
    /// `line`: where the user has none, each number needs one of an earlier conversation.
    RecipientLookup(const ComposeServices& services, SessionUser sender, LineChoice line)
        : services_(services), sender_(std::move(sender)), line_(std::move(line)) {}

    /// Hands out the recipients in parts, as RecipientResolver::resolve does; who shares a number is not
    /// looked for.
    void look_up(const std::vector<RecordRef>& records,
                 const std::function<void(FoundRecipients found)>& on_part,
                 const std::function<bool()>& cancelled) const;

    /// One of them, texted by another method (RecipientResolver::with_method).
    FoundRecipients with_method(const Recipient& recipient, const ContactMethod& method,
                                bool insists = false) const;

  private:
    RecipientResolver make_resolver() const;
    FoundRecipients found(std::vector<Recipient> recipients) const;
    void find_lines(FoundRecipients& found) const;
    void name_branches(FoundRecipients& found) const;

    ComposeServices services_;
    SessionUser sender_;
    LineChoice line_;
};

}  // namespace send_text
