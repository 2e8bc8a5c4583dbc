#include "compose/templates/save_template_dialog.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/refusal.hpp"
#include "core/time.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"
#include "templates/template_rules.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the view that change. The message, which does not, is before the last.
constexpr patch::Element problem_place(0);
constexpr patch::Element name_place(1);
constexpr patch::Element owner_place(2);
constexpr patch::Element replaces_place(4);

using Saved = std::function<void(const MessageTemplate&)>;

class SaveTemplateDialog final : public Dialog {
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
        std::optional<Refusal> saving_refusal() const {
            if (is_saving) return Refusal{"The template is being saved."};
            const auto problem = problem_of_template_body(wanted.body);
            return problem ? problem : problem_of_template_name(name());
        }
    };

    SaveTemplateDialog(const TemplateServices& services, Form form, Saved saved)
        : Dialog(services.dialogs), services_(services), form_(std::move(form)), saved_(std::move(saved)) {}

    json view() const override {
        return view::dialog(
            "send_text.save_template", "Save as template",
            {problem_element(),
             view::TextArea("name", "Name", form_.wanted.name).lines(1).error(form_.name_error()),
             owner_element(), view::Text("message", form_.wanted.body), replaces_element()},
            buttons());
    }

    void look_for_existing() {
        fetch_templates(services_, if_open(*this, &SaveTemplateDialog::found),
                        if_open(*this, &SaveTemplateDialog::fail));
    }

    void on_refused(const std::string& words) override { fail(words); }

    void on_event(const json& event) override {
        if (!form_.is_saving) form_.failure.clear();
        Dialog::on_event(event);
    }

  protected:
    void on_pressed(const std::string& button, const json& values) override {
        if (button == "cancel") return close();
        if (button != "save") return;
        for (const char* const field : {"name", "owner"}) {
            if (const auto value = values.find(field); value != values.end())
                enter({field, value->get<std::string>()});
        }
        save();
    }

    void on_changed(const FieldChange& change) override {
        enter(change);
        show();
    }

  private:
    json problem_element() const { return view::Text("problem", form_.failure).severity("error"); }

    json owner_element() const {
        if (form_.user.branch_id == 0) return view::Text("owner", "For you only");
        return view::Choice("owner", "For", form_.wanted.owner == TemplateOwner::branch ? "branch" : "user",
                            {{"user", describe_owner(TemplateOwner::user, form_.user)},
                             {"branch", describe_owner(TemplateOwner::branch, form_.user)}});
    }

    json replaces_element() const {
        std::string words;
        if (const MessageTemplate* const replaced = form_.replaced()) {
            words = "There is a template \"" + replaced->name + "\" already (" +
                    describe_owner(replaced->owner, form_.user) + "). This message will replace it.";
        }
        return view::Text("replaces", words).severity("warning");
    }

    json buttons() const {
        return {view::Button("save", form_.replaced() != nullptr ? "Replace" : "Save")
                    .as_default()
                    .disabled_because(form_.saving_refusal()),
                view::Button("cancel", "Cancel").as_cancel()};
    }

    void enter(const FieldChange& change) {
        if (form_.is_saving) return;
        if (change.element == "name") form_.wanted.name = change.value;
        if (change.element == "owner" && form_.user.branch_id != 0) {
            const bool is_branch = change.value == "branch";
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
        if (form_.saving_refusal()) return show();
        form_.is_saving = true;
        show();
        const auto kept = std::make_shared<MessageTemplate>(form_.wanted);
        kept->name = form_.name();
        change_templates(
            services_, form_.user,
            [kept, may_replace = form_.replaced() != nullptr](TemplateStore& store, const Sender& who,
                                                              TimePoint now) {
                kept->id = store.save(*kept, may_replace, who, now);
            },
            [close = if_open(*this, &SaveTemplateDialog::close), kept, saved = saved_] {
                close();
                saved(*kept);
            },
            if_open(*this, [](SaveTemplateDialog& dialog, const std::string& words) {
                dialog.fail(words);
                dialog.look_for_existing();  // somebody may have made one of that name meanwhile
            }));
    }

    void show() {
        update({problem_place.replace(problem_element()), name_place.replace("error", form_.name_error()),
                owner_place.replace(owner_element()), replaces_place.replace(replaces_element()),
                patch::replace_buttons(buttons())});
    }

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
    services.dialogs.open<SaveTemplateDialog>(services, std::move(form), std::move(saved))
        ->look_for_existing();
}

}  // namespace send_text
