#pragma once

#include <functional>

#include "compose/templates/template_services.hpp"

namespace send_text {

// Questions about one template, each in a window of its own. `changed` is called on the main thread once the
// store has it. Main thread.

/// Its name and its message.
void edit_template(const TemplateServices& services, const MessageTemplate& edited,
                   std::function<void()> changed);

void ask_whether_to_remove(const TemplateServices& services, const MessageTemplate& removed,
                           std::function<void()> changed);

}  // namespace send_text
