#pragma once

#include <functional>

#include "compose/templates/template_services.hpp"

namespace send_text {

/// Opens the window that shows the user's and the branch's templates, where they are edited and removed.
/// `changed` is called on the main thread after each change. Main thread.
void manage_templates(const TemplateServices& services, std::function<void()> changed);

}  // namespace send_text
