#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/main_thread.hpp"
#include "core/session.hpp"
#include "core/task_queue.hpp"
#include "core/time.hpp"
#include "dialogs/dialog_set.hpp"
#include "store/template_store.hpp"

namespace send_text {

/// What the dialogs about templates work with. All of it outlives them.
struct TemplateServices {
    DialogSet& dialogs;
    Session& session;
    TemplateStore& templates;
    TaskQueue& desk;
    MainThread& main_thread;
    Clock& clock;
};

/// Looks up what the user can choose from, and hands it to `found` on the main thread, or why that did not
/// work to `failed`.
void fetch_templates(const TemplateServices& services,
                     std::function<void(std::vector<MessageTemplate>)> found,
                     std::function<void(const std::string& words)> failed);

/// Changes templates in the name of the user, on the desk's thread, and then calls `done` on the main thread,
/// or `failed`, in words. `user`: who opened the window; when somebody else is logged in by now, nothing is
/// done.
using TemplateChange = std::function<void(TemplateStore&, const Sender& who, TimePoint now)>;
void change_templates(const TemplateServices& services, const SessionUser& user, TemplateChange change,
                      std::function<void()> done, std::function<void(const std::string& words)> failed);

/// "Only you" or "All of Memphis NE": whose a template is.
std::string describe_owner(TemplateOwner owner, const SessionUser& user);

}  // namespace send_text
