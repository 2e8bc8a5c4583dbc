#include "compose/templates/template_question.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "compose/message_inserts.hpp"
#include "templates/template_rules.hpp"

namespace send_text {
namespace {

using nlohmann::json;

/// A question and the button that does it; what went wrong stands above.
class TemplateQuestion : public Dialog, public std::enable_shared_from_this<TemplateQuestion> {
  public:
    TemplateQuestion(std::uint64_t id, const TemplateServices& services, MessageTemplate asked_about,
                     std::function<void()> changed)
        : template_(std::move(asked_about)),
          id_(id),
          services_(services),
          user_(services.session.user()),
          changed_(std::move(changed)) {}

    void on_refused(const std::string& words) override { show(words); }

    void on_event(const json& event) override {
        const auto& kind = event.at("event").get_ref<const std::string&>();
        if (kind == "changed") {
            enter(event.at("element").get<std::string>(), event.at("value").get<std::string>());
            show({});
        } else if (kind == "pressed" && event.at("button") == "cancel") {
            close_window(services_.dialogs, id_);
        } else if (kind == "pressed" && event.at("button") == "confirm") {
            for (const auto& [field, value] : event.at("values").items())
                enter(field, value.get<std::string>());
            confirm();
        }
    }

  protected:
    /// The whole view: where it went wrong, what is asked, and the buttons.
    static json view(const char* name, const char* title, json question, const char* button,
                     const std::string& refusal) {
        return {{"name", name},
                {"title", title},
                {"elements", {problem_element({}), std::move(question)}},
                {"buttons", buttons(button, refusal)}};
    }

    virtual void enter(const std::string& /*field*/, const std::string& /*value*/) {}
    virtual std::string refusal() const { return {}; }
    virtual json errors() const { return json::array(); }  ///< operations that say them beside their fields
    virtual const char* button() const = 0;
    virtual TemplateChange change() const = 0;

    MessageTemplate template_;

  private:
    static json problem_element(const std::string& words) {
        return {{"kind", "text"}, {"id", "problem"}, {"text", words}, {"severity", "error"}};
    }
    static json buttons(const char* button, const std::string& refusal) {
        return {{{"id", "confirm"},
                 {"label", button},
                 {"role", "default"},
                 {"enabled", refusal.empty()},
                 {"reason", refusal}},
                {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    }

    void confirm() {
        if (!refusal().empty() || is_saving_) return show({});
        is_saving_ = true;
        change_templates(
            services_, user_, change(),
            [services = services_, id = id_, changed = changed_] {
                close_window(services.dialogs, id);
                changed();
            },
            [self = weak_from_this()](const std::string& words) {
                const auto dialog = self.lock();
                if (!dialog) return;
                dialog->is_saving_ = false;
                dialog->show(words);
            });
    }

    void show(const std::string& problem) {
        json patch = errors();
        patch.push_back({{"op", "replace"}, {"path", "/elements/0"}, {"value", problem_element(problem)}});
        patch.push_back({{"op", "replace"}, {"path", "/buttons"}, {"value", buttons(button(), refusal())}});
        services_.dialogs.update(id_, patch);
    }

    std::uint64_t id_;
    TemplateServices services_;
    SessionUser user_;
    std::function<void()> changed_;
    bool is_saving_ = false;
};

class EditQuestion final : public TemplateQuestion {
  public:
    EditQuestion(std::uint64_t id, const TemplateServices& services, const MessageTemplate& edited,
                 std::function<void()> changed)
        : TemplateQuestion(id, services, edited, std::move(changed)), before_(edited) {}

    static json view_of(const MessageTemplate& edited, const SessionUser& user) {
        json view = TemplateQuestion::view("send_text.edit_template", "Edit template", name_element(edited),
                                           "Save", {});
        view["elements"].push_back(body_element(edited));
        view["elements"].push_back(
            {{"kind", "text"}, {"id", "owner"}, {"text", "For: " + describe_owner(edited.owner, user)}});
        return view;
    }

  private:
    static json name_element(const MessageTemplate& edited) {
        return {{"kind", "text_area"},  {"id", "name"}, {"label", "Name"},
                {"value", edited.name}, {"lines", 1},   {"error", ""}};
    }
    static json body_element(const MessageTemplate& edited) {
        return {{"kind", "text_area"},  {"id", "body"}, {"label", "Message"},
                {"value", edited.body}, {"error", ""},  {"inserts", message_inserts({})}};
    }

    void enter(const std::string& field, const std::string& value) override {
        if (field == "name") template_.name = value;
        if (field == "body") template_.body = value;
    }
    json errors() const override {
        return {{{"op", "replace"}, {"path", "/elements/1/error"}, {"value", problem_of_name()}},
                {{"op", "replace"}, {"path", "/elements/2/error"}, {"value", problem_of_body()}}};
    }
    std::string refusal() const override {
        const std::string problem = problem_of_name();
        return problem.empty() ? problem_of_body() : problem;
    }
    std::string problem_of_name() const {
        return reason_or_empty(problem_of_template_name(template_name(template_.name)));
    }
    std::string problem_of_body() const { return reason_or_empty(problem_of_template_body(template_.body)); }
    const char* button() const override { return "Save"; }
    TemplateChange change() const override {
        return [before = before_, edited = template_](TemplateStore& store, const Sender& who,
                                                      std::int64_t now_ms) {
            store.edit(before, edited.name, edited.body, who, now_ms);
        };
    }

    MessageTemplate before_;
};

class RemoveQuestion final : public TemplateQuestion {
  public:
    using TemplateQuestion::TemplateQuestion;

    static json view_of(const MessageTemplate& removed, const SessionUser& user) {
        const std::string whose = removed.owner == TemplateOwner::user
                                      ? std::string()
                                      : " " + describe_owner(removed.owner, user) + " lose it.";
        return view("send_text.remove_template", "Remove template",
                    {{"kind", "text"},
                     {"id", "question"},
                     {"text", "Remove the template \"" + removed.name + "\"?" + whose +
                                  " Texts that were sent with it stay as they are."},
                     {"severity", "warning"}},
                    "Remove", {});
    }

  private:
    const char* button() const override { return "Remove"; }
    TemplateChange change() const override {
        return [id = template_.id](TemplateStore& store, const Sender& who, std::int64_t now_ms) {
            store.remove(id, who, now_ms);
        };
    }
};

}  // namespace

void edit_template(const TemplateServices& services, const MessageTemplate& edited,
                   std::function<void()> changed) {
    services.dialogs.open<EditQuestion>(EditQuestion::view_of(edited, services.session.user()), services,
                                        edited, std::move(changed));
}

void ask_whether_to_remove(const TemplateServices& services, const MessageTemplate& removed,
                           std::function<void()> changed) {
    services.dialogs.open<RemoveQuestion>(RemoveQuestion::view_of(removed, services.session.user()), services,
                                          removed, std::move(changed));
}

}  // namespace send_text
