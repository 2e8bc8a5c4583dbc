#include "carrier/handsets.hpp"

#include <Poco/String.h>

#include <algorithm>

#include "carrier/state_json.hpp"

namespace mock_host {

namespace {

constexpr int landline_failure = 30006;  // Twilio: landline or unreachable carrier

std::optional<int> failure_to(const Handset& handset) {
    if (handset.failure || !handset.landline) return handset.failure;
    return landline_failure;
}

using nlohmann::json;

json kept_form(const Handset& handset) {
    return {{"on", handset.on},
            {"landline", handset.landline},
            {"refused_at_once", handset.refused_at_once},
            {"failure", handset.failure.value_or(0)},
            {"stopped_lines", handset.stopped_lines}};
}

json kept_form(const Handset& handset, const HandsetText& text, const char* list) {
    return {{"handset", handset.number},
            {"list", list},
            {"line", text.line},
            {"body", text.body},
            {"message_id", text.message_id},
            {"when", kept_moment(text.when)},
            {"pictures", text.pictures}};
}

void restore(Handset& handset, const json& kept) {
    kept.at("on").get_to(handset.on);
    kept.at("landline").get_to(handset.landline);
    kept.at("refused_at_once").get_to(handset.refused_at_once);
    kept.at("stopped_lines").get_to(handset.stopped_lines);
    if (kept.at("failure") != 0) handset.failure = kept.at("failure").get<int>();
}

void restore_text(Handset& handset, const json& kept) {
    const std::string list = kept.at("list");
    std::vector<HandsetText>& texts = list == "waiting"   ? handset.waiting
                                      : list == "replies" ? handset.replies
                                                          : handset.texts;
    texts.push_back({kept.at("line"), kept.at("body"), kept.at("message_id"), moment_from(kept.at("when")),
                     kept.at("pictures")});
}

}  // namespace

Handsets::Handsets(StateFile* file) : kept_handsets_(file, "handset"), kept_texts_(file, "handset_text") {
    kept_handsets_.each(
        [this](const std::string& number, const json& kept) { restore(to_change(number), kept); });
    kept_texts_.each(
        [this](const std::string&, const json& kept) { restore_text(to_change(kept.at("handset")), kept); });
    // One that has waited arrived later than its place in the file says.
    for (auto& [number, handset] : handsets_)
        std::stable_sort(
            handset.texts.begin(), handset.texts.end(),
            [](const HandsetText& one, const HandsetText& other) { return one.when < other.when; });
}

void Handsets::keep(const Handset& handset) const {
    kept_handsets_.put(handset.number, [&] { return kept_form(handset); });
}

void Handsets::keep(const Handset& handset, const HandsetText& text, const char* list) const {
    kept_texts_.put(handset.number + " " + text.message_id, [&] { return kept_form(handset, text, list); });
}

Handset& Handsets::to_change(const std::string& number) {
    ++changes_;
    Handset& handset = handsets_[number];
    handset.number = number;
    return handset;
}

std::vector<Handset> Handsets::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<Handset> handsets;
    handsets.reserve(handsets_.size());
    for (const auto& [number, handset] : handsets_)
        handsets.push_back(handset);
    return handsets;
}

std::uint64_t Handsets::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

std::optional<Handset> Handsets::find(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    const auto found = handsets_.find(number);
    if (found == handsets_.end()) return std::nullopt;
    return found->second;
}

bool Handsets::is_landline(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    const auto found = handsets_.find(number);
    return found != handsets_.end() && found->second.landline;
}

bool Handsets::is_refused_at_once(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    const auto found = handsets_.find(number);
    return found != handsets_.end() && found->second.landline && found->second.refused_at_once;
}

bool Handsets::has_stopped(const std::string& number, const std::string& line) const {
    const std::lock_guard lock(mutex_);
    const auto found = handsets_.find(number);
    return found != handsets_.end() && found->second.stopped_lines.contains(line);
}

std::optional<int> Handsets::failure_of(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    const auto found = handsets_.find(number);
    return found == handsets_.end() ? std::nullopt : failure_to(found->second);
}

Reception Handsets::receive(const std::string& number, const HandsetText& text) {
    const std::lock_guard lock(mutex_);
    Handset& handset = to_change(number);
    if (failure_to(handset)) return Reception::failed;
    (handset.on ? handset.texts : handset.waiting).push_back(text);
    keep(handset, text, handset.on ? "texts" : "waiting");
    if (handset.on) count_received(1);
    return handset.on ? Reception::delivered : Reception::waiting;
}

void Handsets::reply(const std::string& number, const HandsetText& text) {
    const std::lock_guard lock(mutex_);
    Handset& handset = to_change(number);
    handset.replies.push_back(text);
    const std::string word = Poco::toUpper(Poco::trim(text.body));
    if (word == "STOP") handset.stopped_lines.insert(text.line);
    if (word == "UNSTOP" || word == "START") handset.stopped_lines.erase(text.line);
    keep(handset);
    keep(handset, text, "replies");
}

EndedTexts Handsets::set(const std::string& number, const HandsetChange& change, Moment when) {
    const std::lock_guard lock(mutex_);
    Handset& handset = to_change(number);
    handset.landline = change.landline.value_or(handset.landline);
    handset.refused_at_once = change.refused_at_once.value_or(handset.refused_at_once);
    handset.on = change.on.value_or(handset.on);
    if (change.failure) handset.failure = *change.failure == 0 ? std::nullopt : change.failure;
    EndedTexts ended{.failure = failure_to(handset)};
    if (handset.on) ended.texts.swap(handset.waiting);
    for (HandsetText& text : ended.texts) {
        if (ended.failure) {
            kept_texts_.remove(handset.number + " " + text.message_id);
            continue;
        }
        text.when = when;
        handset.texts.push_back(text);
        keep(handset, text, "texts");
    }
    keep(handset);
    if (!ended.failure) count_received(ended.texts.size());
    return ended;
}

void Handsets::clear() {
    const std::lock_guard lock(mutex_);
    handsets_.clear();
    kept_handsets_.remove_all();
    kept_texts_.remove_all();
    ++changes_;
    received_count_ = 0;
}

void Handsets::count_received(std::size_t count) {
    received_count_ += count;
    received_.notify_all();
}

bool Handsets::wait_for_texts(std::size_t count, std::chrono::milliseconds at_most) const {
    std::unique_lock lock(mutex_);
    return received_.wait_for(lock, at_most, [&] { return received_count_ >= count; });
}

}  // namespace mock_host
