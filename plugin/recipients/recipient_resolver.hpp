#pragma once

#include <functional>
#include <span>
#include <vector>

#include "recipients/number_judge.hpp"
#include "recipients/recipient.hpp"
#include "recipients/record_directory.hpp"

namespace send_text {

/// Finds for records the number to text, and says what is wrong with it. The directory must outlive it.
/// resolve() may run on several threads at once where the directory allows it.
class RecipientResolver {
  public:
    /// Records asked of the directory, and recipients handed out, at a time.
    static constexpr std::size_t part_size = 500;

    using OnPart = std::function<void(std::span<const Recipient> part)>;
    using Cancelled = std::function<bool()>;

    RecipientResolver(RecordDirectory& directory, NumberJudge judge, std::vector<MethodType> method_order);

    /// Hands one recipient per record to `on_part`, in the order of `records` (also to one that
    /// comes again), in parts that are valid for the call. Of several recipients with one number the first
    /// keeps its verdict, the later ones get shares_number. Asks `cancelled` before each record: once it says
    /// true, on_part is not called again; what was handed out stands. Blocks, any thread but the main one.
    /// Returns whether all records were handed out. Throws std::runtime_error when the host fails.
    bool resolve(std::span<const RecordRef> records, const OnPart& on_part, const Cancelled& cancelled) const;

  private:
    Recipient recipient_of(const RecordRef& record, const RecordDetails* details) const;

    RecordDirectory& directory_;
    NumberJudge judge_;
    std::vector<MethodType> method_order_;
};

}  // namespace send_text
