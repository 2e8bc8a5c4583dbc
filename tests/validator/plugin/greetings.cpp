#include "greetings.hpp"

#include <nlohmann/json.hpp>

#include "json_file.hpp"
#include "staffing_cpp/call.hpp"

namespace sound {

using nlohmann::json;
using staffing::abi;
using staffing::StatusError;

std::string Greetings::reason_against(std::uint64_t record_count) const {
    if (host_.dialogs == nullptr) return "This host shows no windows in which words could be written.";
    if (record_count == 0) return "Choose somebody to say hello to.";
    return is_permitted() ? "" : "You may not text. Ask your administrator.";
}

bool Greetings::is_permitted() const {
    std::int32_t is_granted = 1;
    const staffing_string permission = abi(STAFFING_PERMISSION_TEXT_MESSAGING);
    if (host_.session != nullptr)
        host_.session->has_permission(host_.host, &permission, &is_granted, nullptr);
    return is_granted != 0;
}

void Greetings::open(std::vector<staffing_record_ref> records) {
    const staffing_string view = abi(R"({"name": "sound.hello", "title": "Say Hello",
        "elements": [{"kind": "text", "id": "note", "text": ""},
                     {"kind": "text_area", "id": "words", "label": "Words"},
                     {"kind": "choice", "id": "tone", "label": "Tone", "value": "warm", "choices": [
                         {"value": "warm", "label": "Warm"}, {"value": "brief", "label": "Brief"}]}],
        "buttons": [{"id": "send", "label": "Send", "role": "default"},
                    {"id": "cancel", "label": "Cancel", "role": "cancel"}]})");
    std::uint64_t id = 0;
    staffing::call("Opening a window", host_.dialogs->open, host_.host, &view, &id);
    windows_[id] = {std::move(records)};
}

void Greetings::on_event(std::uint64_t dialog_id, std::string_view event_json) {
    const json event = parsed_object(event_json);
    if (!windows_.contains(dialog_id)) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such window any more.");
    }
    try {
        const std::string kind = event.at("event");
        if (kind == "closed") windows_.erase(dialog_id);
        if (kind == "pressed") {
            const std::string words = event.at("values").value("words", "");
            pressed(dialog_id, event.at("button").get<std::string>(), words);
        }
    } catch (const json::exception&) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "This is no event of a window.");
    }
}

void Greetings::pressed(std::uint64_t dialog_id, const std::string& button, const std::string& words) {
    Window& window = windows_[dialog_id];
    if (button == "cancel") return close(dialog_id);
    if (button != "send") throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "There is no such button.");
    if (window.is_sending) return;
    const char* const note = words.empty() ? "Write something first." : "It is being sent.";
    const std::string patch =
        json::array({{{"op", "replace"}, {"path", "/elements/0/text"}, {"value", note}}}).dump();
    const staffing_string given = abi(patch);
    host_.dialogs->update(host_.host, dialog_id, &given, nullptr);
    if (words.empty()) return;
    window.is_sending = true;
    worker_.add([this, dialog_id, words, records = window.records] { send(dialog_id, words, records); });
    if (host_.main_thread == nullptr) close(dialog_id);
}

void Greetings::send(std::uint64_t dialog_id, const std::string& words,
                     const std::vector<staffing_record_ref>& records) {
    if (worker_.is_stopping()) return;
    std::uint64_t progress_id = 0;
    const staffing_progress_start start{sizeof start, 0, 1, abi("Saying hello")};
    const bool has_progress =
        host_.progress != nullptr &&
        host_.progress->begin(host_.host, &start, &progress_id, nullptr) == STAFFING_STATUS_OK;
    read(records);
    messages_.log(words, records);
    audit_.add("send", std::to_string(records.size()) + " records", "\"Hello\", it said");
    announce(records);
    if (has_progress) {
        std::int32_t is_cancelled = 0;
        const staffing_string text = abi("It was said.");
        host_.progress->update(host_.host, progress_id, 1, &text, &is_cancelled, nullptr);
        host_.progress->end(host_.host, progress_id, &text, nullptr);
    }
    main_tasks_.post([this, dialog_id] { close(dialog_id); });
}

void Greetings::read(const std::vector<staffing_record_ref>& records) const {
    if (host_.records == nullptr) return;
    std::uint64_t found = 0;
    const staffing_record_sink sink{&found,
                                    [](void* context, std::uint64_t, const staffing_record* record) noexcept {
                                        if (record != nullptr) ++*static_cast<std::uint64_t*>(context);
                                        return std::int32_t{1};
                                    }};
    host_.records->get(host_.host, records.data(), records.size(), &sink, nullptr);
    host_.log(STAFFING_LOG_INFO, std::to_string(found) + " records are greeted.");
}

void Greetings::announce(const std::vector<staffing_record_ref>& records) const {
    if (host_.notifications == nullptr) return;
    const staffing_notification notification{sizeof notification,
                                             STAFFING_NOTIFICATION_INFO,
                                             0,
                                             abi("Hello"),
                                             abi("It was said."),
                                             records.data(),
                                             records.size(),
                                             {}};
    host_.notifications->show(host_.host, &notification, nullptr);
}

void Greetings::close(std::uint64_t dialog_id) {
    if (windows_.erase(dialog_id) == 0) return;  // the person was quicker
    host_.dialogs->close(host_.host, dialog_id, nullptr);
}

void Greetings::close_all() {
    while (!windows_.empty())
        close(windows_.begin()->first);
}

}  // namespace sound
