#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/record_directory.hpp"
#include "recipients/number_judge.hpp"
#include "recipients/recipient.hpp"
#include "recipients/verdict.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {

/// Which number of a record is texted, and how much is told of the others.
struct ResolutionRules {
    std::vector<MethodType> method_order;       ///< the first type that has a value is texted
    bool fall_through_unusable_number = false;  ///< where its number cannot be texted, the next that can is;
                                                ///< not where it has opted out
    bool judges_others = false;                 ///< fills Recipient::others
    bool keeps_fields = false;                  ///< fills Recipient::fields
    bool marks_sharing = true;                  ///< whether to look for recipients with one number
    NumberConditionOf condition_of = {};        ///< what is known of numbers; empty: nothing
};

/// Finds for records the number to text, and says what is wrong with it. The directory must outlive it.
/// Threads: any; several at once where the directory allows it.
class RecipientResolver {
  public:
    /// Records asked of the directory, and recipients handed out, at a time.
    static constexpr std::size_t part_size = 500;

    using OnPart = std::function<void(std::span<const Recipient> part)>;
    using Cancelled = std::function<bool()>;

    RecipientResolver(RecordDirectory& directory, NumberJudge judge, ResolutionRules rules);

    /// Hands one recipient per record to `on_part`, in the order of `records` (also to one that
    /// comes again), in parts that are valid for the call. Of several recipients with one number the first
    /// keeps its verdict, the later ones get shares_number (rules.marks_sharing). Asks `cancelled` before
    /// each record: once it says true, on_part is not called again; what was handed out stands. Blocks, any
    /// thread but the main one. Returns whether all records were handed out. Throws std::runtime_error when
    /// the host fails.
    bool resolve(std::span<const RecordRef> records, const OnPart& on_part, const Cancelled& cancelled) const;

    /// The recipient, texted by another method: one of its own, one of these with another value, or (id 0) a
    /// number that is on no record. Also where that cannot be texted: no other is used instead. Who opted out
    /// at another of their numbers can be texted, and is warned about. Without sharing. `insists`: somebody
    /// wants it texted though it is not known to be in service.
    Recipient with_method(Recipient recipient, const ContactMethod& method, bool insists = false) const;

  private:
    Recipient recipient_of(const RecordRef& record, const RecordDetails* details) const;
    std::vector<JudgedMethod> choose(Recipient& recipient, std::span<const ContactMethod* const> methods,
                                     bool falls_through, bool insists = false) const;
    JudgedMethod judge(const ContactMethod& method, bool insists) const;

    RecordDirectory& directory_;
    NumberJudge judge_;
    ResolutionRules rules_;
};

}  // namespace send_text
