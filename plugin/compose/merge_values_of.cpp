#include "compose/merge_values_of.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "body/blanks.hpp"
#include "staffing_json/bounded_json.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// What everybody has, in the order in which people look for it. "postal_code" is another name of zip_code.
constexpr std::array<std::string_view, 8> our_fields = {
    "first_name", "last_name", "name", "zip_code", "branch", "rep_first_name", "rep_last_name", "rep_name"};
constexpr std::size_t max_named_fields = 24;

/// Of one record; more is left out, and everything else of the record is there.
constexpr std::size_t max_further_bytes = 1U << 20U;

bool is_ours(std::string_view field) {
    return field == "postal_code" ||
           std::find(our_fields.begin(), our_fields.end(), field) != our_fields.end();
}

std::optional<std::string> text_of(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean()) return value.dump();
    if (value.is_null()) return std::string();
    return std::nullopt;
}

void add_further(std::map<std::string, std::string, std::less<>>& values, const std::string& further_json) {
    if (further_json.empty()) return;
    const json further = staffing::json_or_discarded(further_json, max_further_bytes);
    if (!further.is_object()) return;
    for (const auto& [name, value] : further.items()) {
        // A name with one of these could never be written as a field.
        if (name.find_first_of("{}|\n") != std::string::npos) continue;
        const std::string field = field_name(name);
        std::optional<std::string> text = text_of(value);
        if (!field.empty() && text) values.emplace(field, std::move(*text));
    }
}

}  // namespace

MergeValues merge_values_of(const Recipient& recipient, const SessionUser& sender) {
    const RecordFields& fields = recipient.fields;
    MergeValues merge{recipient.name,
                      {{"first_name", fields.first_name},
                       {"last_name", fields.last_name},
                       {"name", recipient.name},
                       {"zip_code", fields.postal_code},
                       {"postal_code", fields.postal_code},
                       {"branch", sender.branch_name},
                       {"rep_first_name", sender.first_name},
                       {"rep_last_name", sender.last_name},
                       {"rep_name", sender.name}}};
    add_further(merge.values, fields.further_json);
    for (auto& [field, value] : merge.values)
        value = on_one_line(value);
    return merge;
}

ValuesByRecord values_by_record(std::span<const Recipient> recipients, const SessionUser& sender) {
    ValuesByRecord values;
    for (const Recipient& recipient : recipients)
        values[recipient.record] = std::make_shared<const MergeValues>(merge_values_of(recipient, sender));
    return values;
}

void FieldsHelp::add(const MergeValues& values) {
    // Both are in one order, and of ten thousand recipients nearly all have the same fields.
    auto known = fields_.begin();
    for (const auto& [field, value] : values.values) {
        if (value.empty()) continue;
        while (known != fields_.end() && *known < field)
            ++known;
        if (known == fields_.end() || *known != field) known = fields_.insert(known, field);
    }
}

std::vector<std::string> FieldsHelp::names() const {
    std::vector<std::string> names;
    for (const std::string_view field : our_fields) {
        if (fields_.empty() || fields_.contains(field)) names.emplace_back(field);
    }
    for (const std::string& field : fields_) {
        if (!is_ours(field)) names.push_back(field);
    }
    return names;
}

std::string describe_fields(const std::vector<std::string>& names) {
    std::string words = "Fields: ";
    const std::size_t shown = std::min(names.size(), max_named_fields);
    for (std::size_t at = 0; at < shown; ++at)
        words.append(at == 0 ? "{" : ", {").append(names[at]).append("}");
    if (shown < names.size()) words += " and " + std::to_string(names.size() - shown) + " more";
    return words + ".";
}

}  // namespace send_text
