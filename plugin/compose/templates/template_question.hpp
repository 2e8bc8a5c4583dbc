#pragma once

#include <functional>

#include "compose/templates/template_services.hpp"

namespace send_text {

// Questions about one template, each in a window of its own. `changed` is called on the main thread once the
// store has it. Main thread.

void ask_for_new_name(const TemplateServices& services, const MessageTemplate& renamed,
                      std::function<void()> changed);

void ask_whether_to_remove(const TemplateServices& services, const MessageTemplate& removed,
                           std::function<void()> changed);

}  // namespace send_text
