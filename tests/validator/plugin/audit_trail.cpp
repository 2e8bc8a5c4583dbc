#include "audit_trail.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

namespace sound {

using Json = nlohmann::ordered_json;

namespace {

std::string time_text() {
    using namespace std::chrono;
    const std::int64_t now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const std::time_t seconds = now / 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32] = "";
    std::strftime(text, sizeof text, "%FT%T", &parts);
    return text + ("." + std::to_string(1000 + now % 1000).substr(1)) + "Z";
}

/// The one who is logged in, as the host says.
struct Rep {
    std::int64_t id = 0;
    std::string name;
};

Rep rep_of(const HostServices& host) {
    Rep rep;
    const staffing_session_user_sink sink{
        &rep, [](void* context, const staffing_session_user* user) noexcept {
            auto& found = *static_cast<Rep*>(context);
            found.id = user->rep_id;
            if (user->first_name.size > 0) found.name.assign(user->first_name.data, user->first_name.size);
        }};
    if (host.session != nullptr) host.session->get_user(host.host, &sink, nullptr);
    return rep;
}

std::string csv_text(const Json& value) {
    if (!value.is_string()) return value.dump();
    std::string text = "\"";
    for (const char letter : value.get<std::string>())
        text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return text + '"';
}

Json entry_of(std::int64_t id, const Rep& rep, const std::string& action, const std::string& subject,
              const std::string& detail) {
    return {{"id", id},         {"at", time_text()},  {"rep_id", rep.id}, {"rep", rep.name},
            {"action", action}, {"subject", subject}, {"line", ""},       {"to", ""},
            {"records", ""},    {"request", 0},       {"text", 0},        {"outcome", "done"},
            {"detail", detail}};
}

}  // namespace

void AuditTrail::open(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    entries_.clear();
    path_ = folder.empty() ? "" : folder + "/audit.jsonl";
    std::ifstream file(path_);
    for (std::string line; std::getline(file, line);)
        entries_.push_back(line);
}

void AuditTrail::add(const std::string& action, const std::string& subject, const std::string& detail) {
    const Rep rep = rep_of(host_);
    const std::lock_guard lock(mutex_);
    const auto id = static_cast<std::int64_t>(entries_.size()) + 1;
    entries_.push_back(entry_of(id, rep, action, subject, detail).dump());
    if (!path_.empty()) std::ofstream(path_, std::ios::app) << entries_.back() << '\n';
}

std::vector<std::string> AuditTrail::after(std::int64_t id, std::int64_t most) const {
    const std::lock_guard lock(mutex_);
    const auto count = static_cast<std::int64_t>(entries_.size());
    const std::int64_t first = std::min(id, count);
    return {entries_.begin() + first, entries_.begin() + first + std::min(most, count - first)};
}

AuditTrail::Part AuditTrail::json_lines(std::int64_t after_id, std::int64_t most) const {
    Part part;
    for (const std::string& entry : after(after_id, most)) {
        part.text += entry + '\n';
        part.last_id = std::max(part.last_id, after_id) + 1;
    }
    return part;
}

AuditTrail::Part AuditTrail::csv(std::int64_t after_id, std::int64_t most) const {
    Part part;
    if (after_id == 0) part.text = csv_names();
    for (const std::string& entry : after(after_id, most)) {
        std::string line;
        for (const Json& value : Json::parse(entry))
            line += (line.empty() ? "" : ",") + csv_text(value);
        part.text += line + "\r\n";
        part.last_id = std::max(part.last_id, after_id) + 1;
    }
    return part;
}

std::string AuditTrail::csv_names() {
    std::string line;
    const Json entry = entry_of(0, {}, "", "", "");
    for (const auto& [name, value] : entry.items())
        line += (line.empty() ? "" : ",") + name;
    return line + "\r\n";
}

}  // namespace sound
