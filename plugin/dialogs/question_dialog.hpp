#pragma once

#include <functional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "dialogs/dialog.hpp"

namespace send_text {

/// A question before something is lost, or done to many.
struct Question {
    std::string name;      ///< of the window, for tests and help
    std::string title;     ///< "Discard this message?"
    nlohmann::json words;  ///< the element that says what will happen
    nlohmann::json no;     ///< the button that does nothing; closing the window is the same
    nlohmann::json yes;    ///< the button that does it
};

/// Asks in a window of its own, and calls `confirmed` when it is confirmed. Main thread only.
class QuestionDialog : public Dialog {
  public:
    QuestionDialog(DialogSet& dialogs, Question question, std::function<void()> confirmed)
        : Dialog(dialogs), question_(std::move(question)), confirmed_(std::move(confirmed)) {}

    nlohmann::json view() const override;

  protected:
    void on_pressed(const std::string& button, const nlohmann::json& values) override;

  private:
    Question question_;
    std::function<void()> confirmed_;
};

}  // namespace send_text
