#include "compose/templates/manage_templates_dialog.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compose/templates/template_question.hpp"
#include "core/utf8.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"

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

class ManageTemplatesDialog final : public Dialog {
  public:
    ManageTemplatesDialog(const TemplateServices& services, std::function<void()> changed)
        : Dialog(services.dialogs),
          services_(services),
          user_(services.session.user()),
          changed_(std::move(changed)) {}

    json view() const override {
        return view::dialog("send_text.templates", "Templates",
                            elements({}, json::array(), "Looking up the templates..."),
                            json::array({view::Button("close", "Close").as_cancel()}));
    }

    void look_up() {
        fetch_templates(
            services_,
            if_open(*this, [](ManageTemplatesDialog& dialog,
                              std::vector<MessageTemplate> found) { dialog.show(std::move(found), {}); }),
            if_open(*this, [](ManageTemplatesDialog& dialog, const std::string& words) {
                dialog.show(dialog.templates_, words);
            }));
    }

  protected:
    void on_pressed(const std::string& button, const json& /*values*/) override {
        if (button == "close") close();
    }

    void on_row_action(const RowAction& chosen) override {
        if (chosen.element != "templates") return;
        const auto found =
            std::find_if(templates_.begin(), templates_.end(),
                         [&](const MessageTemplate& one) { return std::to_string(one.id) == chosen.row; });
        if (found == templates_.end()) return;
        const auto changed = [look_up = if_open(*this, &ManageTemplatesDialog::look_up),
                              notify_changed = changed_] {
            look_up();
            notify_changed();
        };
        if (chosen.action == "edit") edit_template(services_, *found, changed);
        if (chosen.action == "remove") ask_whether_to_remove(services_, *found, changed);
    }

  private:
    static json elements(const std::string& problem, json rows, const char* empty_text) {
        return {view::Text("problem", problem).severity("error"),
                view::Rows("templates", "Templates", std::move(rows)).empty_text(empty_text)};
    }

    json row(const MessageTemplate& shown) const {
        return view::Row(std::to_string(shown.id), shown.name)
            .detail(describe_owner(shown.owner, user_) + ": " + beginning_of(shown.body))
            .actions({{"edit", "Edit"}, {"remove", "Remove"}});
    }

    void show(std::vector<MessageTemplate> templates, const std::string& problem) {
        templates_ = std::move(templates);
        json rows = json::array();
        for (const MessageTemplate& one : templates_)
            rows.push_back(row(one));
        const char* const empty_text =
            problem.empty() ? "There are no templates yet. Write a message and press Save as template."
                            : "The templates could not be looked up.";
        update(json::array({patch::replace_elements(elements(problem, std::move(rows), empty_text))}));
    }

    TemplateServices services_;
    SessionUser user_;
    std::function<void()> changed_;
    std::vector<MessageTemplate> templates_;
};

}  // namespace

void manage_templates(const TemplateServices& services, std::function<void()> changed) {
    services.dialogs.open<ManageTemplatesDialog>(services, std::move(changed))->look_up();
}

}  // namespace send_text
