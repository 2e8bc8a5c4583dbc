#pragma once

#include <functional>
#include <memory>
#include <string>

#include "compose/dialog_set.hpp"

namespace send_text {

/// A question before something is lost.
struct Question {
    std::string name;   ///< of the window, for tests and help
    std::string title;  ///< "Discard this message?"
    std::string words;  ///< what will happen
    std::string yes;    ///< the button that does it
    std::string no;     ///< the button that does nothing, which Enter presses; closing the window is the same
};

/// Asks in a window of its own, and calls `confirmed` when it is confirmed. `dialogs` outlives it. Main
/// thread.
std::shared_ptr<Dialog> ask(DialogSet& dialogs, const Question& question, std::function<void()> confirmed);

}  // namespace send_text
