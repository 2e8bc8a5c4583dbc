#include "compose/templates/template_choice.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dialogs/view.hpp"

namespace send_text {

using nlohmann::json;

void TemplateChoice::set(std::vector<MessageTemplate> templates) {
    templates_ = std::move(templates);
}

void TemplateChoice::choose(const std::string& value) {
    chosen_id_ = 0;
    for (const MessageTemplate& one : templates_) {
        if (std::to_string(one.id) == value) chosen_id_ = one.id;
    }
}

const MessageTemplate* TemplateChoice::chosen() const {
    const auto found = std::find_if(templates_.begin(), templates_.end(),
                                    [this](const MessageTemplate& one) { return one.id == chosen_id_; });
    return found == templates_.end() ? nullptr : &*found;
}

json TemplateChoice::element() const {
    if (templates_.empty()) return view::Text("template", "");
    std::vector<view::Option> choices = {{"", "(none)"}};
    for (const MessageTemplate& one : templates_) {
        const std::string& branch = user_.branch_name;
        std::string label = one.name;
        if (one.owner == TemplateOwner::branch) label += " (" + (branch.empty() ? "branch" : branch) + ")";
        choices.push_back({std::to_string(one.id), std::move(label)});
    }
    return view::Choice("template", "Template",
                        chosen() == nullptr ? std::string() : std::to_string(chosen_id_), choices);
}

}  // namespace send_text
