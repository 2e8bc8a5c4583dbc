#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "compose/compose_services.hpp"
#include "compose/sending/confirmation_view.hpp"
#include "model/ids.hpp"

namespace send_text {

/// Says what has become of the texts, in its title too, kept up to date while it is open; what has not left
/// can be stopped.
/// Threads: the main thread only.
class ConfirmationDialog final : public Dialog, public RequestView {
  public:
    static void open(const ComposeServices& services, RequestId request_id, std::int64_t texts,
                     std::shared_ptr<const Addressees> addressees);

    ConfirmationDialog(const ComposeServices& services, const RequestReport& report,
                       std::shared_ptr<const Addressees> addressees);

    nlohmann::json view() const override;
    void show(const RequestReport& report) override;

  protected:
    void on_pressed(const std::string& button, const nlohmann::json& values) override;

  private:
    void continue_working();

    ComposeServices services_;
    RequestReport report_;  ///< as shown
    std::shared_ptr<const Addressees> addressees_;
};

}  // namespace send_text
