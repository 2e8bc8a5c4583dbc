#include "mock_host/loader/dialogs.hpp"

#include <stdexcept>

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/patch_history.hpp"
#include "mock_host/loader/shown_view.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

using nlohmann::json;
using staffing::StatusError;

struct Dialogs::Dialog {
    ShownView view;
    PatchHistory patches = {};
    std::map<std::string, std::string> typed = {};  ///< by element
};

namespace {

json parse(std::string_view text, const char* what) {
    try {
        return staffing::json_from(text, what);
    } catch (const staffing::JsonError& error) {
        throw StatusError(error.fault() == staffing::JsonFault::too_large ? STAFFING_STATUS_TOO_LARGE
                                                                          : STAFFING_STATUS_INVALID_ARGUMENT,
                          error.what());
    }
}

/// Does work with the plug-in's data, and turns what is wrong with it into the contract's status.
template <class Work>
auto taken(Work work) {
    try {
        return work();
    } catch (const std::invalid_argument& e) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, e.what());
    }
}

/// The item of a list with this id; nullptr: none.
const json* with_id(const json& list, const std::string& id) {
    for (const json& item : list) {
        if (item["id"] == id) return &item;
    }
    return nullptr;
}

const json& required_with_id(const json& list, const std::string& id, const char* what) {
    const json* const found = with_id(list, id);
    if (found == nullptr)
        throw std::invalid_argument("The dialog has no " + std::string(what) + " " + id + ".");
    return *found;
}

std::size_t characters_in(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80 ? 0 : 1;
    return count;
}

}  // namespace

Dialogs::Dialogs() = default;
Dialogs::~Dialogs() = default;

std::uint64_t Dialogs::open(std::string_view view_json) {
    json view = parse(view_json, "The dialog's view");
    auto dialog = taken([&] { return std::make_unique<Dialog>(Dialog{ShownView(std::move(view))}); });
    open_.emplace(++last_id_, std::move(dialog));
    ++changes_;
    return last_id_;
}

void Dialogs::update(std::uint64_t id, std::string_view patch_json) {
    Dialog& dialog = find(id);
    const json patch = parse(patch_json, "The dialog's patch");
    taken([&] { dialog.view.patch(patch); });
    dialog.patches.add(std::string(patch_json));
    ++changes_;
}

void Dialogs::close(std::uint64_t id) {
    find(id);
    open_.erase(id);
    ++changes_;
}

std::vector<std::uint64_t> Dialogs::ids() const {
    std::vector<std::uint64_t> ids;
    for (const auto& [id, dialog] : open_)
        ids.push_back(id);
    return ids;
}

const json& Dialogs::view(std::uint64_t id) const {
    return find(id).view.get();
}

std::uint64_t Dialogs::version(std::uint64_t id) const {
    return find(id).patches.version();
}

std::optional<std::vector<std::shared_ptr<const std::string>>> Dialogs::patches_since(
    std::uint64_t id, std::uint64_t version) const {
    return find(id).patches.since(version);
}

std::string Dialogs::typed(std::uint64_t id, const std::string& element) const {
    const Dialog& dialog = find(id);
    const auto found = dialog.typed.find(element);
    if (found != dialog.typed.end()) return found->second;
    return required_with_id(dialog.view.get()["elements"], element, "field").value("value", "");
}

void Dialogs::type(std::uint64_t id, const std::string& element, const std::string& value) {
    Dialog& dialog = find(id);
    const json& field = required_with_id(dialog.view.get()["elements"], element, "field");
    if (field["kind"] != "text_area")
        throw std::invalid_argument("The field " + element + " does not take text.");
    const std::size_t most = field.value("max_characters", std::size_t{0});
    if (most != 0 && characters_in(value) > most) {
        throw std::invalid_argument("The field " + element + " takes at most " + std::to_string(most) +
                                    " characters, but " + std::to_string(characters_in(value)) +
                                    " were typed.");
    }
    dialog.typed[element] = value;
    ++changes_;
    send(id, {{"event", "changed"}, {"element", element}, {"value", value}});
}

void Dialogs::choose(std::uint64_t id, const std::string& element, const std::string& value) {
    Dialog& dialog = find(id);
    const json& elements = dialog.view.get()["elements"];
    required_with_id(elements, element, "field");
    for (std::size_t index = 0; index < elements.size(); ++index) {
        const json& field = elements[index];
        if (field["id"] != element) continue;
        for (const json& choice : field.value("choices", json::array())) {
            if (choice["value"] != value) continue;
            // In the view itself, so that a later patch of the plug-in can choose again.
            const std::string place = "/elements/" + std::to_string(index) + "/value";
            const json chosen = json::array({{{"op", "replace"}, {"path", place}, {"value", value}}});
            dialog.view.patch(chosen);
            dialog.patches.add(chosen.dump());
            ++changes_;
            return send(id, {{"event", "changed"}, {"element", element}, {"value", value}});
        }
    }
    throw std::invalid_argument("The field " + element + " has no choice " + value + ".");
}

void Dialogs::press(std::uint64_t id, const std::string& button) {
    const Dialog& dialog = find(id);
    const json& pressed = required_with_id(dialog.view.get()["buttons"], button, "button");
    if (!pressed.value("enabled", true)) {
        throw std::invalid_argument("The button \"" + pressed["label"].get<std::string>() +
                                    "\" is disabled: " + pressed.value("reason", "no reason is given") + ".");
    }
    json values = json::object();
    for (const json& element : dialog.view.get()["elements"]) {
        if (element["kind"] != "text_area" && element["kind"] != "choice") continue;
        const auto field = element["id"].get<std::string>();
        values[field] = typed(id, field);
    }
    send(id, {{"event", "pressed"}, {"button", button}, {"values", values}});
}

void Dialogs::choose_row_action(std::uint64_t id, const std::string& element, const std::string& row,
                                const std::string& action) {
    const json& list = required_with_id(find(id).view.get()["elements"], element, "list");
    const auto rows = list.find("rows");
    if (rows == list.end()) throw std::invalid_argument("The list " + element + " has no rows.");
    required_with_id(required_with_id(*rows, row, "row").value("actions", json::array()), action, "action");
    send(id, {{"event", "row_action"}, {"element", element}, {"row", row}, {"action", action}});
}

void Dialogs::close_by_person(std::uint64_t id) {
    find(id);
    send(id, {{"event", "closed"}});
    open_.erase(id);
    ++changes_;
}

void Dialogs::close_all() {
    open_.clear();
    ++changes_;
}

Dialogs::Dialog& Dialogs::find(std::uint64_t id) {
    return const_cast<Dialog&>(std::as_const(*this).find(id));
}

const Dialogs::Dialog& Dialogs::find(std::uint64_t id) const {
    const auto found = open_.find(id);
    if (found == open_.end()) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no open dialog " + std::to_string(id) + ".");
    }
    return *found->second;
}

void Dialogs::send(std::uint64_t id, const json& event) {
    if (send_) send_(id, event);
}

namespace {

staffing_status STAFFING_CALL open(const staffing_host* host, const staffing_string* view_json,
                                   std::uint64_t* dialog_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.open", CalledOn::main_thread, error, [&](Host& self) {
        staffing::required(dialog_id, "a place for the dialog's id");
        *dialog_id = self.dialogs().open(staffing::checked_text(view_json, "the view"));
    });
}

staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t dialog_id,
                                     const staffing_string* patch_json,
                                     const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.update", CalledOn::main_thread, error, [&](Host& self) {
        self.dialogs().update(dialog_id, staffing::checked_text(patch_json, "the patch"));
    });
}

staffing_status STAFFING_CALL close(const staffing_host* host, std::uint64_t dialog_id,
                                    const staffing_error_sink* error) noexcept {
    return host_call(host, "dialogs.close", CalledOn::main_thread, error,
                     [&](Host& self) { self.dialogs().close(dialog_id); });
}

}  // namespace

const staffing_dialogs& dialogs_table() {
    static constexpr staffing_dialogs table{&open, &update, &close};
    return table;
}

}  // namespace mock_host
