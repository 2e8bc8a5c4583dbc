#include "compose/templates/template_question.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

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
                     const std::string& why_not) {
        return {{"name", name},
                {"title", title},
                {"elements", {problem_element({}), std::move(question)}},
                {"buttons", buttons(button, why_not)}};
    }

    virtual void enter(const std::string& /*field*/, const std::string& /*value*/) {}
    virtual std::string why_not() const { return {}; }
    virtual const char* button() const = 0;
    virtual TemplateChange change() const = 0;

    MessageTemplate template_;

  private:
    static json problem_element(const std::string& words) {
        return {{"kind", "text"}, {"id", "problem"}, {"text", words}, {"severity", "error"}};
    }
    static json buttons(const char* button, const std::string& why_not) {
        return {{{"id", "confirm"},
                 {"label", button},
                 {"role", "default"},
                 {"enabled", why_not.empty()},
                 {"reason", why_not}},
                {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    }

    void confirm() {
        if (!why_not().empty() || is_saving_) return show({});
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
        services_.dialogs.update(
            id_, {{{"op", "replace"}, {"path", "/elements/0"}, {"value", problem_element(problem)}},
                  {{"op", "replace"}, {"path", "/buttons"}, {"value", buttons(button(), why_not())}}});
    }

    std::uint64_t id_;
    TemplateServices services_;
    SessionUser user_;
    std::function<void()> changed_;
    bool is_saving_ = false;
};

class RenameQuestion final : public TemplateQuestion {
  public:
    using TemplateQuestion::TemplateQuestion;

    static json view_of(const MessageTemplate& renamed) {
        return view("send_text.rename_template", "Rename template",
                    {{"kind", "text_area"},
                     {"id", "name"},
                     {"label", "Name"},
                     {"value", renamed.name},
                     {"lines", 1},
                     {"max_characters", longest_template_name}},
                    "Rename", {});
    }

  private:
    void enter(const std::string& field, const std::string& value) override {
        if (field == "name") template_.name = value;
    }
    std::string why_not() const override { return problem_of_template_name(template_name(template_.name)); }
    const char* button() const override { return "Rename"; }
    TemplateChange change() const override {
        return [renamed = template_](TemplateStore& store, const Sender& who, std::int64_t now_ms) {
            store.rename(renamed.id, renamed.name, who, now_ms);
        };
    }
};

class RemoveQuestion final : public TemplateQuestion {
  public:
    using TemplateQuestion::TemplateQuestion;

    static json view_of(const MessageTemplate& removed, const SessionUser& user) {
        const std::string whose = removed.owner == TemplateOwner::user
                                      ? std::string()
                                      : " " + words_of_owner(removed.owner, user) + " lose it.";
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

void ask_for_new_name(const TemplateServices& services, const MessageTemplate& renamed,
                      std::function<void()> changed) {
    services.dialogs.open<RenameQuestion>(RenameQuestion::view_of(renamed), services, renamed,
                                          std::move(changed));
}

void ask_whether_to_remove(const TemplateServices& services, const MessageTemplate& removed,
                           std::function<void()> changed) {
    services.dialogs.open<RemoveQuestion>(RemoveQuestion::view_of(removed, services.session.user()), services,
                                          removed, std::move(changed));
}

}  // namespace send_text
