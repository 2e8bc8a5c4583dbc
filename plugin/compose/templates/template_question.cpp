#include "compose/templates/template_question.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "compose/message_inserts.hpp"
#include "core/refusal.hpp"
#include "core/time.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"
#include "templates/template_rules.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the views: above all what went wrong, then what is asked.
constexpr patch::Element question_problem(0);
constexpr patch::Element question_name(1);
constexpr patch::Element question_body(2);

/// A question and the button that does it; what went wrong stands above.
class TemplateQuestion : public Dialog {
  public:
    TemplateQuestion(const TemplateServices& services, MessageTemplate asked_about,
                     std::function<void()> changed)
        : Dialog(services.dialogs),
          template_(std::move(asked_about)),
          user_(services.session.user()),
          services_(services),
          changed_(std::move(changed)) {}

    void on_refused(const std::string& words) override { show(words); }

  protected:
    void on_pressed(const std::string& button, const json& values) override {
        if (button == "cancel") return close();
        if (button != "confirm") return;
        for (const auto& [field, value] : values.items())
            enter({field, value.get<std::string>()});
        confirm();
    }

    void on_changed(const FieldChange& change) override {
        enter(change);
        show({});
    }

    static json problem_element(const std::string& words) {
        return view::Text("problem", words).severity("error");
    }

    /// The one that does it, and the one that does nothing.
    json buttons(const std::optional<Refusal>& refusal) const {
        return {view::Button("confirm", button()).as_default().disabled_because(refusal),
                view::Button("cancel", "Cancel").as_cancel()};
    }

    virtual void enter(const FieldChange& /*change*/) {}
    virtual std::optional<Refusal> refusal() const { return std::nullopt; }
    virtual json errors() const { return json::array(); }  ///< operations that say them beside their fields
    virtual const char* button() const = 0;
    virtual TemplateChange change() const = 0;

    MessageTemplate template_;
    SessionUser user_;

  private:
    void confirm() {
        if (refusal() || is_saving_) return show({});
        is_saving_ = true;
        change_templates(
            services_, user_, change(),
            [close = if_open(*this, &TemplateQuestion::close), changed = changed_] {
                close();
                changed();
            },
            if_open(*this, [](TemplateQuestion& dialog, const std::string& words) {
                dialog.is_saving_ = false;
                dialog.show(words);
            }));
    }

    void show(const std::string& problem) {
        json patch = errors();
        patch.push_back(question_problem.replace(problem_element(problem)));
        patch.push_back(patch::replace_buttons(buttons(refusal())));
        update(patch);
    }

    TemplateServices services_;
    std::function<void()> changed_;
    bool is_saving_ = false;
};

class EditQuestion final : public TemplateQuestion {
  public:
    EditQuestion(const TemplateServices& services, const MessageTemplate& edited,
                 std::function<void()> changed)
        : TemplateQuestion(services, edited, std::move(changed)), before_(edited) {}

    json view() const override {
        return view::dialog(
            "send_text.edit_template", "Edit template",
            {problem_element({}), view::TextArea("name", "Name", template_.name).lines(1).error(""),
             view::TextArea("body", "Message", template_.body).error("").inserts(message_inserts({})),
             view::Text("owner", "For: " + describe_owner(template_.owner, user_))},
            buttons(std::nullopt));
    }

  private:
    void enter(const FieldChange& change) override {
        if (change.element == "name") template_.name = change.value;
        if (change.element == "body") template_.body = change.value;
    }
    json errors() const override {
        return {question_name.replace("error", problem_of_name()),
                question_body.replace("error", problem_of_body())};
    }
    std::optional<Refusal> refusal() const override {
        std::string problem = problem_of_name();
        if (problem.empty()) problem = problem_of_body();
        return problem.empty() ? std::nullopt : std::optional(Refusal{std::move(problem)});
    }
    std::string problem_of_name() const {
        return reason_or_empty(problem_of_template_name(template_name(template_.name)));
    }
    std::string problem_of_body() const { return reason_or_empty(problem_of_template_body(template_.body)); }
    const char* button() const override { return "Save"; }
    TemplateChange change() const override {
        return
            [before = before_, edited = template_](TemplateStore& store, const Sender& who, TimePoint now) {
                store.edit(before, edited.name, edited.body, who, now);
            };
    }

    MessageTemplate before_;
};

class RemoveQuestion final : public TemplateQuestion {
  public:
    using TemplateQuestion::TemplateQuestion;

    json view() const override {
        const std::string whose = template_.owner == TemplateOwner::user
                                      ? std::string()
                                      : " " + describe_owner(template_.owner, user_) + " lose it.";
        return view::dialog(
            "send_text.remove_template", "Remove template",
            {problem_element({}),
             view::Text("question", "Remove the template \"" + template_.name + "\"?" + whose +
                                        " Texts that were sent with it stay as they are.")
                 .severity("warning")},
            buttons(std::nullopt));
    }

  private:
    const char* button() const override { return "Remove"; }
    TemplateChange change() const override {
        return [id = template_.id](TemplateStore& store, const Sender& who, TimePoint now) {
            store.remove(id, who, now);
        };
    }
};

}  // namespace

void edit_template(const TemplateServices& services, const MessageTemplate& edited,
                   std::function<void()> changed) {
    services.dialogs.open<EditQuestion>(services, edited, std::move(changed));
}

void ask_whether_to_remove(const TemplateServices& services, const MessageTemplate& removed,
                           std::function<void()> changed) {
    services.dialogs.open<RemoveQuestion>(services, removed, std::move(changed));
}

}  // namespace send_text
