#include "compose/templates/save_template_dialog.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "templates/template_rules.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the view, for the patches.
constexpr const char* problem_path = "/elements/0";
constexpr const char* name_error_path = "/elements/1/error";
constexpr const char* owner_path = "/elements/2";
constexpr const char* replaces_path = "/elements/4";

using Saved = std::function<void(const MessageTemplate&)>;

class SaveTemplateDialog final : public Dialog, public std::enable_shared_from_this<SaveTemplateDialog> {
  public:
    /// What a person has entered, and what is known of it.
    struct Form {
        SessionUser user;
        MessageTemplate wanted = {};
        std::vector<MessageTemplate> existing = {};
        std::string failure = {};
        bool is_saving = false;

        std::string name() const { return template_name(wanted.name); }

        /// The one that would be replaced.
        const MessageTemplate* replaced() const {
            const auto found = std::find_if(
                existing.begin(), existing.end(),
                [&](const MessageTemplate& one) { return one.owner == wanted.owner && one.name == name(); });
            return found == existing.end() ? nullptr : &*found;
        }
        /// What is wrong with it; that there is none yet is not.
        std::string name_error() const {
            return name().empty() ? "" : reason_or_empty(problem_of_template_name(name()));
        }
        std::string saving_refusal() const {
            if (is_saving) return "The template is being saved.";
            if (const auto problem = problem_of_template_body(wanted.body)) return problem->reason;
            return reason_or_empty(problem_of_template_name(name()));
        }
    };

    SaveTemplateDialog(std::uint64_t id, const TemplateServices& services, Form form, Saved saved)
        : id_(id), services_(services), form_(std::move(form)), saved_(std::move(saved)) {}

    static json view(const Form& form) {
        const json name = {{"kind", "text_area"},       {"id", "name"}, {"label", "Name"},
                           {"value", form.wanted.name}, {"lines", 1},   {"error", form.name_error()}};
        const json message = {{"kind", "text"}, {"id", "message"}, {"text", form.wanted.body}};
        return {
            {"name", "send_text.save_template"},
            {"title", "Save as template"},
            {"elements", {problem_element(form), name, owner_element(form), message, replaces_element(form)}},
            {"buttons", buttons(form)}};
    }

    void look_for_existing() {
        fetch_templates(
            services_,
            [self = weak_from_this()](std::vector<MessageTemplate> found) {
                if (const auto dialog = self.lock()) dialog->found(std::move(found));
            },
            [self = weak_from_this()](const std::string& words) {
                if (const auto dialog = self.lock()) dialog->fail(words);
            });
    }

    void on_refused(const std::string& words) override { fail(words); }

    void on_event(const json& event) override {
        if (!form_.is_saving) form_.failure.clear();
        const auto& kind = event.at("event").get_ref<const std::string&>();
        if (kind == "changed") {
            enter(event.at("element").get<std::string>(), event.at("value").get<std::string>());
            show();
        } else if (kind == "pressed" && event.at("button") == "cancel") {
            close_window(services_.dialogs, id_);
        } else if (kind == "pressed" && event.at("button") == "save") {
            // What was typed last may come with the button alone.
            for (const char* const field : {"name", "owner"}) {
                const auto value = event.at("values").find(field);
                if (value != event.at("values").end()) enter(field, value->get<std::string>());
            }
            save();
        }
    }

  private:
    static json problem_element(const Form& form) {
        return {{"kind", "text"}, {"id", "problem"}, {"text", form.failure}, {"severity", "error"}};
    }

    static json owner_element(const Form& form) {
        if (form.user.branch_id == 0) return {{"kind", "text"}, {"id", "owner"}, {"text", "For you only"}};
        return {{"kind", "choice"},
                {"id", "owner"},
                {"label", "For"},
                {"value", form.wanted.owner == TemplateOwner::branch ? "branch" : "user"},
                {"choices",
                 {{{"value", "user"}, {"label", describe_owner(TemplateOwner::user, form.user)}},
                  {{"value", "branch"}, {"label", describe_owner(TemplateOwner::branch, form.user)}}}}};
    }

    static json replaces_element(const Form& form) {
        std::string words;
        if (const MessageTemplate* const replaced = form.replaced()) {
            words = "There is a template \"" + replaced->name + "\" already (" +
                    describe_owner(replaced->owner, form.user) + "). This message will replace it.";
        }
        return {{"kind", "text"}, {"id", "replaces"}, {"text", words}, {"severity", "warning"}};
    }

    static json buttons(const Form& form) {
        const std::string refusal = form.saving_refusal();
        return {{{"id", "save"},
                 {"label", form.replaced() != nullptr ? "Replace" : "Save"},
                 {"role", "default"},
                 {"enabled", refusal.empty()},
                 {"reason", refusal}},
                {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    }

    void enter(const std::string& field, const std::string& value) {
        if (form_.is_saving) return;
        if (field == "name") form_.wanted.name = value;
        if (field == "owner" && form_.user.branch_id != 0) {
            const bool is_branch = value == "branch";
            form_.wanted.owner = is_branch ? TemplateOwner::branch : TemplateOwner::user;
            form_.wanted.owner_id = is_branch ? form_.user.branch_id : form_.user.rep_id;
        }
    }

    void found(std::vector<MessageTemplate> existing) {
        form_.existing = std::move(existing);
        show();
    }

    void fail(const std::string& words) {
        form_.is_saving = false;
        form_.failure = words;
        show();
    }

    void save() {
        form_.failure.clear();
        if (!form_.saving_refusal().empty()) return show();
        form_.is_saving = true;
        show();
        const auto kept = std::make_shared<MessageTemplate>(form_.wanted);
        kept->name = form_.name();
        change_templates(
            services_, form_.user,
            [kept, may_replace = form_.replaced() != nullptr](TemplateStore& store, const Sender& who,
                                                              std::int64_t now_ms) {
                kept->id = store.save(*kept, may_replace, who, now_ms);
            },
            [services = services_, id = id_, kept, saved = saved_] {
                close_window(services.dialogs, id);
                saved(*kept);
            },
            [self = weak_from_this()](const std::string& words) {
                const auto dialog = self.lock();
                if (!dialog) return;
                dialog->fail(words);
                dialog->look_for_existing();  // somebody may have made one of that name meanwhile
            });
    }

    void show() {
        const auto replace = [](const char* path, json value) {
            return json{{"op", "replace"}, {"path", path}, {"value", std::move(value)}};
        };
        services_.dialogs.update(
            id_, {replace(problem_path, problem_element(form_)), replace(name_error_path, form_.name_error()),
                  replace(owner_path, owner_element(form_)), replace(replaces_path, replaces_element(form_)),
                  replace("/buttons", buttons(form_))});
    }

    std::uint64_t id_;
    TemplateServices services_;
    Form form_;
    Saved saved_;
};

}  // namespace

void ask_for_template(const TemplateServices& services, const std::string& message,
                      const std::optional<MessageTemplate>& chosen, Saved saved) {
    SaveTemplateDialog::Form form{services.session.user()};
    form.wanted = {0, TemplateOwner::user, form.user.rep_id, "", message};
    if (chosen) {
        form.wanted = *chosen;
        form.wanted.body = message;
        form.existing = {*chosen};
    }
    const json view = SaveTemplateDialog::view(form);
    services.dialogs.open<SaveTemplateDialog>(view, services, std::move(form), std::move(saved))
        ->look_for_existing();
}

}  // namespace send_text
