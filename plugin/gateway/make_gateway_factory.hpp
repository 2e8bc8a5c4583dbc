#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/cancellation.hpp"
#include "core/clock.hpp"
#include "core/refusal.hpp"
#include "gateway/gateway_factory.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// Told when a carrier's clock turns out to differ from ours, with the words for people, and with none when
/// it does no longer. On the thread that asked the carrier.
using ClockWarned = std::function<void(const LineId& line, const std::optional<std::string>& warning)>;

/// The factory of the carriers that the plug-in speaks to. Its gateways of one account share what the
/// carrier wants kept, such as a session, and what is known of its clock; they may outlive it, but neither
/// `clock`, which is ours, nor `cancellation`, which ends whatever they wait for, nor what `clock_warned`
/// refers to. Any thread.
std::unique_ptr<GatewayFactory> make_gateway_factory(const Clock& clock, const Cancellation& cancellation,
                                                     ClockWarned clock_warned);

/// Why a CA file cannot be used, in words for who named it. None is named by an empty one.
std::optional<Refusal> problem_of_ca_file(const std::string& ca_file);

}  // namespace send_text
