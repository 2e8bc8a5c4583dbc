#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "gateway/gateway.hpp"
#include "model/line_id.hpp"
#include "model/text.hpp"

namespace send_text {

/// A line that can text now.
struct Line {
    LineId id;
    TimePoint messages_since{};  ///< what the carrier has from before is not ours
    /// The same by the carrier's own clock, which then alone counts.
    std::optional<TimePoint> listed_since = {};

    bool is_from_before(const CarrierMessage& message) const {
        return listed_since ? message.listed_at < *listed_since : message.created_at < messages_since;
    }
};

/// The account through which a line texts.
struct LineAccount {
    CarrierAccount id;
    TimePoint created_at{};  ///< when it was added
    /// Its carrier lists messages, and what its list lacks may be absent. Else the gateway lists what
    /// webhooks have told, which may be less than all.
    bool has_list = true;
};

/// The lines of the accounts, and the way to the carrier of each.
/// Threads: one; each worker has its own.
class LineGateways {
  public:
    virtual ~LineGateways() = default;

    /// The lines that have an account.
    virtual std::vector<Line> lines() = 0;

    /// The line's gateway, owned by this and valid until the next call of this class; null when the line has
    /// no account any more. Throws GatewayError when its secret or its options cannot be used.
    virtual Gateway* gateway_of(const LineId& line) = 0;

    /// The account of the gateway that gateway_of gave last for the line.
    virtual LineAccount account_of(const LineId& line) = 0;
};

}  // namespace send_text
