#pragma once

#include <cstdint>

#include <nlohmann/json_fwd.hpp>

#include "compose/compose_services.hpp"

namespace send_text {

/// Asks once more whether what has not left of a request is not to be sent.
/// Threads: the main thread only.
class StopDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, std::int64_t request_id,
                     const RequestProgress& progress);

    StopDialog(std::uint64_t id, const ComposeServices& services, std::int64_t request_id)
        : id_(id), services_(services), request_id_(request_id) {}

    void on_event(const nlohmann::json& event) override;

  private:
    std::uint64_t id_;
    ComposeServices services_;
    std::int64_t request_id_;
};

}  // namespace send_text
