#include "compose/templates/manage_templates_dialog.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compose/templates/template_question.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::size_t shown_characters = 60;

/// The beginning of a message, on one line.
std::string beginning_of(const std::string& body) {
    std::string beginning;
    std::size_t count = 0;
    for (const Character& character : characters_of(body)) {
        if (count++ == shown_characters) return beginning + "…";
        const bool is_line_end = character.code_point == '\n' || character.code_point == '\r';
        beginning += is_line_end ? " " : character.bytes;
    }
    return beginning;
}

class ManageTemplatesDialog final : public Dialog,
                                    public std::enable_shared_from_this<ManageTemplatesDialog> {
  public:
    ManageTemplatesDialog(std::uint64_t id, const TemplateServices& services, std::function<void()> changed)
        : id_(id), services_(services), user_(services.session.user()), changed_(std::move(changed)) {}

    static json view() {
        return {
            {"name", "send_text.templates"},
            {"title", "Templates"},
            {"elements", {problem_element({}), rows_element(json::array(), "Looking up the templates...")}},
            {"buttons", json::array({{{"id", "close"}, {"label", "Close"}, {"role", "cancel"}}})}};
    }

    void look_up() {
        fetch_templates(
            services_,
            [self = weak_from_this()](std::vector<MessageTemplate> found) {
                if (const auto dialog = self.lock()) dialog->show(std::move(found), {});
            },
            [self = weak_from_this()](const std::string& words) {
                if (const auto dialog = self.lock()) dialog->show(dialog->templates_, words);
            });
    }

    void on_event(const json& event) override {
        const auto& kind = event.at("event").get_ref<const std::string&>();
        if (kind == "pressed" && event.at("button") == "close") {
            close_window(services_.dialogs, id_);
        } else if (kind == "row_action" && event.at("element") == "templates") {
            act(event.at("row").get<std::string>(), event.at("action").get<std::string>());
        }
    }

  private:
    static json problem_element(const std::string& words) {
        return {{"kind", "text"}, {"id", "problem"}, {"text", words}, {"severity", "error"}};
    }

    static json rows_element(json rows, const char* empty_text) {
        return {{"kind", "rows"},
                {"id", "templates"},
                {"label", "Templates"},
                {"rows", std::move(rows)},
                {"empty_text", empty_text}};
    }

    json row(const MessageTemplate& shown) const {
        return {{"id", std::to_string(shown.id)},
                {"title", shown.name},
                {"detail", describe_owner(shown.owner, user_) + ": " + beginning_of(shown.body)},
                {"actions", {{{"id", "edit"}, {"label", "Edit"}}, {{"id", "remove"}, {"label", "Remove"}}}}};
    }

    void show(std::vector<MessageTemplate> templates, const std::string& problem) {
        templates_ = std::move(templates);
        json rows = json::array();
        for (const MessageTemplate& one : templates_)
            rows.push_back(row(one));
        const json elements = {
            problem_element(problem),
            rows_element(std::move(rows),
                         problem.empty()
                             ? "There are no templates yet. Write a message and press Save as template."
                             : "The templates could not be looked up.")};
        services_.dialogs.update(
            id_, json::array({{{"op", "replace"}, {"path", "/elements"}, {"value", elements}}}));
    }

    void act(const std::string& row, const std::string& action) {
        const auto found =
            std::find_if(templates_.begin(), templates_.end(),
                         [&](const MessageTemplate& one) { return std::to_string(one.id) == row; });
        if (found == templates_.end()) return;
        const auto changed = [self = weak_from_this(), tell = changed_] {
            if (const auto dialog = self.lock()) dialog->look_up();
            tell();
        };
        if (action == "edit") edit_template(services_, *found, changed);
        if (action == "remove") ask_whether_to_remove(services_, *found, changed);
    }

    std::uint64_t id_;
    TemplateServices services_;
    SessionUser user_;
    std::function<void()> changed_;
    std::vector<MessageTemplate> templates_;
};

}  // namespace

void manage_templates(const TemplateServices& services, std::function<void()> changed) {
    services.dialogs.open<ManageTemplatesDialog>(ManageTemplatesDialog::view(), services, std::move(changed))
        ->look_up();
}

}  // namespace send_text
