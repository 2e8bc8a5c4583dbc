#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/log.hpp"
#include "core/refusal.hpp"
#include "core/task_queue.hpp"
#include "core/time.hpp"
#include "gateway/line_gateways.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// What a line's carrier lists now.
struct CarrierAnswer {
    std::optional<Refusal> refusal = {};  ///< why it could not be asked
    std::string log_address = {};         ///< where people can look themselves; empty: nowhere
    std::map<E164, std::vector<CarrierMessage>> by_number = {};  ///< what was sent, oldest first
    /// What is older may be missing.
    TimePoint complete_from = TimePoint::min();
    bool has_gaps = false;  ///< and so may anything
};

/// Asks carriers what they list, on a thread of its own, so that a slow carrier keeps nobody's window
/// waiting.
/// Threads: any asks; gateways_ is that of its own thread alone.
class CarrierLists {
  public:
    /// `gateways` is this thread's own. All must outlive this.
    CarrierLists(LineGateways& gateways, Clock& clock, Log& log);

    void start() { thread_.start(); }

    /// Joins the thread, when the request that is under way has ended.
    void stop() { thread_.stop(); }

    /// Asks what the line's carrier lists back to a time, and hands it to `answered` on its thread, unless
    /// Send Text is shutting down. Any thread.
    void ask(const LineId& line, TimePoint from, std::function<void(CarrierAnswer)> answered);

  private:
    CarrierAnswer answer(const LineId& line, TimePoint from);

    LineGateways& gateways_;
    TaskQueue thread_;
};

}  // namespace send_text
