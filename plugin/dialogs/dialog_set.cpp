#include "dialogs/dialog_set.hpp"

#include <nlohmann/json.hpp>

namespace send_text {

void DialogSet::show(std::shared_ptr<Dialog> dialog) {
    const std::uint64_t id = windows_.open(dialog->view());
    dialog->id_ = id;
    dialogs_[id] = std::move(dialog);
}

void DialogSet::close(std::uint64_t dialog_id) {
    if (dialogs_.erase(dialog_id) != 0) windows_.close(dialog_id);
}

void DialogSet::close_all() {
    while (!dialogs_.empty())
        close(dialogs_.begin()->first);
}

void DialogSet::refused(std::uint64_t dialog_id, const std::string& words) {
    const auto found = dialogs_.find(dialog_id);
    if (found == dialogs_.end()) return;
    const std::shared_ptr<Dialog> dialog = found->second;
    dialog->on_refused(words);
}

bool DialogSet::on_event(std::uint64_t dialog_id, const nlohmann::json& event) {
    const auto found = dialogs_.find(dialog_id);
    if (found == dialogs_.end()) return false;
    // Kept alive here: the dialog may close itself.
    const std::shared_ptr<Dialog> dialog = found->second;
    if (event.at("event") == "closed") {
        dialogs_.erase(found);
    } else {
        dialog->on_event(event);
    }
    return true;
}

}  // namespace send_text
