#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "compose/dialog_set.hpp"
#include "model/text_decision.hpp"

namespace send_text {

/// Asks once more before many texts are decided about, or stopped, at once.
/// Threads: the main thread only.
class DecideAllDialog final : public Dialog {
  public:
    struct Words {
        std::string title;
        std::string text;
        std::string button;
    };

    static void open(DialogSet& dialogs, Decision decision, std::size_t count,
                     std::function<void()> confirmed);

    static void ask(DialogSet& dialogs, const Words& words, std::function<void()> confirmed);

    DecideAllDialog(std::uint64_t id, DialogSet& dialogs, std::function<void()> confirmed)
        : id_(id), dialogs_(dialogs), confirmed_(std::move(confirmed)) {}

    void on_event(const nlohmann::json& event) override;

  private:
    std::uint64_t id_;
    DialogSet& dialogs_;
    std::function<void()> confirmed_;
};

}  // namespace send_text
