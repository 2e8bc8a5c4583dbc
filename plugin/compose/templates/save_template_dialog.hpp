#pragma once

#include <functional>
#include <optional>
#include <string>

#include "compose/templates/template_services.hpp"

namespace send_text {

/// Opens the window that keeps `message` as a template; `chosen`: the one it began with, whose name and owner
/// stand there at first. `saved` is called on the main thread with what was kept, also when the window is
/// closed by then. Main thread.
void ask_for_template(const TemplateServices& services, const std::string& message,
                      const std::optional<MessageTemplate>& chosen,
                      std::function<void(const MessageTemplate&)> saved);

}  // namespace send_text
