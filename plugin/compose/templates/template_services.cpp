#include "compose/templates/template_services.hpp"

#include <exception>
#include <memory>
#include <utility>

namespace send_text {

void fetch_templates(const TemplateServices& services,
                     std::function<void(std::vector<MessageTemplate>)> found,
                     std::function<void(const std::string& words)> failed) {
    const SessionUser user = services.session.user();
    services.desk.post([services, rep_id = user.rep_id, branch_id = user.branch_id, found = std::move(found),
                        failed = std::move(failed)] {
        try {
            services.main_thread.post([found, templates = services.templates.templates_for(
                                                  rep_id, branch_id)] { found(templates); });
        } catch (const std::exception& error) {
            services.main_thread.post([failed, words = std::string(error.what())] { failed(words); });
        }
    });
}

void change_templates(const TemplateServices& services, const SessionUser& user, TemplateChange change,
                      std::function<void()> done, std::function<void(const std::string& words)> failed) {
    const SessionUser now = services.session.user();
    if (now.rep_id != user.rep_id || !now.is_logged_in)
        return failed("Somebody else is logged in now, so nothing was changed.");
    services.desk.post([services, who = Sender{user.rep_id, user.name}, change = std::move(change),
                        done = std::move(done), failed = std::move(failed)] {
        try {
            change(services.templates, who, services.clock.now());
            services.main_thread.post(done);
        } catch (const std::exception& error) {
            services.main_thread.post([failed, words = std::string(error.what())] { failed(words); });
        }
    });
}

std::string describe_owner(TemplateOwner owner, const SessionUser& user) {
    if (owner == TemplateOwner::user) return "Only you";
    return "All of " + (user.branch_name.empty() ? "your branch" : user.branch_name);
}

}  // namespace send_text
