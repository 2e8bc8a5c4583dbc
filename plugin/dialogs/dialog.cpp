#include "dialogs/dialog.hpp"

#include <nlohmann/json.hpp>

#include "dialogs/dialog_set.hpp"

namespace send_text {

using nlohmann::json;

void Dialog::on_event(const json& event) {
    const auto text = [&event](const char* property) { return event.at(property).get<std::string>(); };
    const std::string kind = text("event");
    if (kind == "pressed") {
        on_pressed(text("button"), event.value("values", json()));
    } else if (kind == "changed") {
        on_changed({text("element"), text("value")});
    } else if (kind == "row_action") {
        on_row_action({text("element"), text("row"), text("action")});
    }
}

void Dialog::update(const json& patch) const {
    dialogs_.update(id_, patch);
}

void Dialog::close() const {
    dialogs_.close(id_);
}

}  // namespace send_text
