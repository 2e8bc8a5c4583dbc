#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "compose/compose_view.hpp"
#include "compose/line_choice.hpp"
#include "compose/message_draft.hpp"
#include "compose/message_findings.hpp"
#include "compose/recipient_list.hpp"
#include "compose/recipient_lookup.hpp"
#include "core/e164.hpp"
#include "model/line_id.hpp"

namespace send_text {

constexpr const char* nobody_to_text = "There is nobody here who can be texted.";

/// How many recipients a compose dialog has.
struct RecipientCounts {
    std::size_t all = 0;
    std::size_t textable = 0;
    std::size_t texts = 0;  ///< one for each number
    std::string words;      ///< "3 of 5 can be texted; 1 has no number, 1 is not in service."
};

/// What a change of a composition makes of the window.
struct Composed {
    /// Operations of a JSON Patch on the rows, to be done in this order; few in each, since the main thread
    /// gives them to the host.
    std::vector<nlohmann::json> rows = {};
    std::shared_ptr<const RecipientCounts> counts = {};
    std::size_t rejected = 0;              ///< so many rows are marked so, or would be
    std::set<LineId> lines = {};           ///< of earlier conversations with those who can be texted
    std::vector<std::string> fields = {};  ///< that the message can be filled with
    std::uint64_t version = 0;             ///< of the message that these are about
    MessageFindings findings = {};
    /// All recipients are there now, or why not all of them could be looked up.
    std::optional<std::string> lookup_ended = {};
};

/// All that a compose dialog has to go through for each of its recipients: who they are, and what the message
/// becomes for them. The main thread only shows what is made of it.
/// Threads: the drafting thread only.
class Composition {
  public:
    explicit Composition(SessionUser sender) : draft_(std::move(sender)) {}

    /// More recipients were found.
    Composed add(FoundRecipients part);

    /// That were all; or why not all of them could be looked up.
    Composed complete(const std::string& failure);

    /// Takes one out, or puts another way to text one there. They may be gone by now.
    Composed remove(const std::string& row);
    Composed remove_rejected();  ///< who cannot be texted, and for whom the message cannot be filled
    Composed replace(FoundRecipients changed);

    /// Another message, by its number.
    Composed write(const std::string& message, std::uint64_t version);

    /// A recipient as it was found by itself; nothing when they are gone by now.
    std::optional<Recipient> found(const std::string& row) const;

    const RecipientList& recipients() const { return recipients_; }
    const MessageDraft& draft() const { return draft_; }

    /// Why it cannot be sent.
    std::optional<Refusal> sending_refusal() const;

    /// Its texts, each from the line that `lines` chooses for its number. Throws std::invalid_argument, in
    /// words.
    SendRequest request(const Sender& sender, const LineChoice& lines) const;

  private:
    void take(FoundRecipients& found);
    Composed remove(const std::set<std::size_t>& rows);
    Composed changed(nlohmann::json operations, const std::vector<std::size_t>& rows);
    Composed shown(nlohmann::json operations);
    void count();
    std::map<std::size_t, RowRemark> remarks();
    void remark(nlohmann::json& operations);

    RecipientList recipients_;
    MessageDraft draft_;
    std::uint64_t version_ = 0;
    std::map<E164, LineId> lines_;                    ///< of earlier conversations, by number
    std::map<std::size_t, RowRemark> shown_remarks_;  ///< by row: what the message means for them
    std::set<std::size_t> unfilled_;                  ///< rows for which it cannot be filled
    std::shared_ptr<const RecipientCounts> counts_ = std::make_shared<const RecipientCounts>();
};

}  // namespace send_text
