#include "audit/audit_words.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/account_form.hpp"
#include "core/local_time.hpp"
#include "core/phone_format.hpp"
#include "settings/setting_words.hpp"
#include "staffing_json/bounded_json.hpp"

namespace send_text {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair actions[] = {{"send", "Sent a message"},
                            {"send.insist", "Texted a number anyway"},
                            {"send.stop", "Stopped texts"},
                            {"text", "Text"},
                            {"text.decide", "Decided about a text"},
                            {"number.no_landline", "Confirmed that a number is not a landline"},
                            {"number.opt_out", "Opted out"},
                            {"number.opt_in", "Opted in again"},
                            {"account.add", "Added an account"},
                            {"account.change", "Changed an account"},
                            {"account.test", "Tested an account"},
                            {"account.remove", "Removed an account"},
                            {"account.disable", "Disabled an account"},
                            {"account.enable", "Enabled an account"},
                            {"account.rotate_key", "Replaced a communication key"},
                            {"setting.change", "Changed a setting"},
                            {"template.add", "Added a template"},
                            {"template.change", "Changed a template"},
                            {"template.remove", "Removed a template"},
                            {"store.back_up", "Made a backup"},
                            {"store.restore", "Put a backup back"}};

constexpr Pair outcomes[] = {{"done", "Done"},
                             {"refused", "Refused"},
                             {"held", "Waits"},
                             {"queued", "Queued"},
                             {"sending", "Being sent"},
                             {"accepted", "Accepted by the carrier"},
                             {"delivered", "Delivered"},
                             {"rejected", "Not sent"},
                             {"failed", "Failed"},
                             {"cancelled", "Stopped"},
                             {"unknown", "Not known whether sent"}};

template <std::size_t count>
std::string words_in(const Pair (&known)[count], const std::string& key) {
    const auto* const found =
        std::find_if(std::begin(known), std::end(known), [&](const Pair& pair) { return pair.first == key; });
    return found == std::end(known) ? key : std::string(found->second);
}

std::int64_t id_of(std::string_view digits) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    return error == std::errc() && end == digits.data() + digits.size() ? id : 0;
}

/// What stands between separators.
std::vector<std::string> parts_of(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

/// The records of "employee 5814, contact 6553".
std::vector<RecordRef> records_in(const std::string& words) {
    std::vector<RecordRef> records;
    for (const std::string& part : parts_of(words, ", ")) {
        for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
            const std::size_t blank = part.find(' ');
            const RecordRef record{kind,
                                   blank == part.npos ? 0 : id_of(std::string_view(part).substr(blank + 1))};
            if (describe(record) == part) records.push_back(record);
        }
    }
    return records;
}

std::string record_words(const std::string& words, const std::map<RecordRef, std::string>& names) {
    const std::vector<RecordRef> records = records_in(words);
    if (records.empty()) return words;
    std::string named;
    for (const RecordRef& record : records) {
        const auto name = names.find(record);
        const bool is_known = name != names.end() && !name->second.empty();
        named += (named.empty() ? "" : ", ") +
                 (is_known ? name->second + " (" + describe(record) + ")" : describe(record));
    }
    return named;
}

constexpr std::string_view arrow = " -> ";

/// "86400 -> 3600" of a setting.
std::string setting_difference(const std::string& key, const std::string& detail) {
    const std::size_t at = detail.find(arrow);
    if (at == detail.npos) return detail;
    const auto before = staffing::json_or_discarded(detail.substr(0, at));
    const auto after = staffing::json_or_discarded(detail.substr(at + arrow.size()));
    if (before.is_discarded() || after.is_discarded()) return detail;
    return setting_value_words(key, before) + " → " + setting_value_words(key, after);
}

std::string field_label(const std::string& id) {
    const auto form = account_form();
    for (const auto& field : form.at("fields")) {
        if (field.at("id") == id) return field.at("label").get<std::string>();
    }
    return id;
}

}  // namespace

std::vector<AuditWords> AuditReader::describe(const std::vector<AuditEntry>& entries) const {
    std::vector<RecordRef> records;
    for (const AuditEntry& entry : entries) {
        const std::vector<RecordRef> more = records_in(entry.records);
        records.insert(records.end(), more.begin(), more.end());
    }
    records = without_repeats(records);
    const auto record_names =
        names_.records && !records.empty() ? names_.records(records) : std::map<RecordRef, std::string>();
    std::vector<AuditWords> described;
    described.reserve(entries.size());
    for (const AuditEntry& entry : entries) {
        described.push_back({.time = sortable_time_text(entry.at, names_.time_zone),
                             .who = who_of(entry),
                             .action = words_in(actions, entry.action),
                             .subject = subject_of(entry),
                             .line = national_format(entry.line.str()),
                             .number = national_format(entry.number.str()),
                             .records = record_words(entry.records, record_names),
                             .outcome = words_in(outcomes, entry.outcome),
                             .detail = detail_of(entry)});
    }
    return described;
}

/// Of earlier versions' entries some have no person: then nobody was logged in, or it came about by itself.
std::string AuditReader::who_of(const AuditEntry& entry) const {
    if (!entry.who.name.empty()) return entry.who.name;
    if (entry.who.rep_id != 0) return owner_words("user", std::to_string(entry.who.rep_id));
    const bool is_administration = entry.action.starts_with("account.") ||
                                   entry.action.starts_with("setting.") || entry.action.starts_with("store.");
    return is_administration ? "Nobody was logged in" : "Send Text";
}

/// "Memphis NE", or "branch 1" where nobody knows its name.
std::string AuditReader::owner_words(const std::string& kind, const std::string& id) const {
    const bool is_branch = kind == "branch";
    const auto& name_of = is_branch ? names_.branch : names_.rep;
    const std::string name = name_of && id_of(id) != 0 ? name_of(id_of(id)) : std::string();
    return !name.empty() ? name : (is_branch ? "branch " : "ServiceRep ") + id;
}

/// An account, as in "(651) 555-0100 of branch 1", with the branch's name.
std::string AuditReader::subject_of(const AuditEntry& entry) const {
    if (entry.action == "setting.change") return setting_label(entry.subject);
    for (const std::string kind : {"branch", "user"}) {
        const std::string owner = " of " + kind + " ";
        const std::size_t at = entry.subject.rfind(owner);
        if (at == entry.subject.npos) continue;
        const std::string id = entry.subject.substr(at + owner.size());
        if (id_of(id) != 0) return entry.subject.substr(0, at) + " of " + owner_words(kind, id);
    }
    return entry.subject;
}

std::string AuditReader::detail_of(const AuditEntry& entry) const {
    if (entry.action == "setting.change" && entry.outcome == "done")
        return setting_difference(entry.subject, entry.detail);
    if (entry.action == "account.change" && entry.outcome == "done") return account_difference(entry.detail);
    return entry.detail;
}

/// "branch: 1 -> 2; password replaced" with the form's labels and the branches' names.
std::string AuditReader::account_difference(const std::string& detail) const {
    std::string words;
    for (const std::string& part : parts_of(detail, "; ")) {
        const std::size_t colon = part.find(": ");
        const std::size_t at = part.find(arrow);
        std::string described = part;
        if (colon != part.npos && at != part.npos && colon < at) {
            const std::string field = part.substr(0, colon);
            const auto value = [&](const std::string& given) {
                if (given.empty()) return std::string("(empty)");
                if (field == "branch") return owner_words("branch", given);
                return field == "service_rep" ? owner_words("user", given) : given;
            };
            described = field_label(field) + ": " + value(part.substr(colon + 2, at - colon - 2)) + " → " +
                        value(part.substr(at + arrow.size()));
        }
        words += (words.empty() ? "" : "; ") + described;
    }
    return words;
}

}  // namespace send_text
