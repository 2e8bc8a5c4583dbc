#include "dialogs/question_dialog.hpp"

#include "dialogs/view.hpp"

namespace send_text {

using nlohmann::json;

json QuestionDialog::view() const {
    return view::dialog(question_.name, question_.title, json::array({question_.words}),
                        json::array({question_.no, question_.yes}));
}

void QuestionDialog::on_pressed(const std::string& button, const json& /*values*/) {
    const bool is_confirmed = button == question_.yes.at("id");
    if (!is_confirmed && button != question_.no.at("id")) return;
    close();
    if (is_confirmed) confirmed_();
}

}  // namespace send_text
