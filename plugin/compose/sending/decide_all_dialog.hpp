#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "dialogs/dialog_set.hpp"
#include "model/text_decision.hpp"

namespace send_text {

// Asks once more before many texts are decided about, or stopped, at once.
// Threads: the main thread only.

struct AllQuestion {
    std::string title;
    std::string text;
    std::string button;
};

void ask_about_all(DialogSet& dialogs, const AllQuestion& question, std::function<void()> confirmed);

void ask_whether_to_decide_all(DialogSet& dialogs, Decision decision, std::size_t count,
                               std::function<void()> confirmed);

}  // namespace send_text
