#include <fstream>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/audit_entries.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/outcome.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// audit

namespace mock_host {

using nlohmann::json;

namespace {

std::string text_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// "· 12 Alexander Swanson · account.add · Zipwhip (651) 555-0100 · done"
std::string draw(const json& entry) {
    if (entry.contains("Entry")) return "· " + entry.dump() + "\n";  // of a spreadsheet
    std::string line = "· " + text_of(entry.value("id", json("")));
    const std::string rep = text_of(entry.value("rep", json("")));
    line += rep.empty() ? " nobody" : " " + rep;
    for (const char* const key : {"action", "subject", "line", "to", "records", "outcome", "detail"}) {
        const std::string words = text_of(entry.value(key, json("")));
        if (!words.empty()) line += " · " + words;
    }
    return line + "\n";
}

/// The last of them; a text to 200 people has hundreds.
std::string draw(const std::vector<json>& entries) {
    constexpr std::size_t shown = 30;
    if (entries.empty()) return "The audit trail is empty.\n";
    const std::size_t hidden = entries.size() > shown ? entries.size() - shown : 0;
    std::string text = hidden > 0 ? "… " + std::to_string(hidden) + " earlier\n" : "";
    for (std::size_t i = hidden; i < entries.size(); ++i)
        text += draw(entries[i]);
    return text;
}

/// Of a text a part, of an object some properties, of a number all.
bool is_as(const json& entry, const json& expected) {
    return std::all_of(expected.items().begin(), expected.items().end(), [&](const auto& property) {
        if (!entry.contains(property.key())) return false;
        if (property.value().is_object() && entry[property.key()].is_object())
            return is_as(entry[property.key()], property.value());
        const std::string seen = text_of(entry[property.key()]);
        return property.value().is_string()
                   ? seen.find(property.value().template get<std::string>()) != seen.npos
                   : seen == property.value().dump();
    });
}

std::vector<json> entries_of(const std::string& file, staffing_audit_format format) {
    return format == STAFFING_AUDIT_FORMAT_JSON_LINES ? read_json_lines(file) : read_csv(file);
}

/// What the trail must have, in this order, and what may stand nowhere in it.
struct Expectation {
    json has = json::array();
    std::vector<std::string> lacks;

    void check(const std::string& file, staffing_audit_format format) const {
        const std::vector<json> entries = entries_of(file, format);
        auto at = entries.begin();
        for (const json& wanted : has) {
            at = std::find_if(at, entries.end(), [&](const json& entry) { return is_as(entry, wanted); });
            if (at == entries.end())
                throw NotAsStated("an entry " + wanted.dump() + ", in this order", draw(entries));
            ++at;
        }
        for (const std::string& words : lacks) {
            if (file.find(words) != std::string::npos)
                throw NotAsStated("nothing of \"" + words + "\" in the audit trail", draw(entries));
        }
    }
};

/// Both formats, when none is named.
std::vector<staffing_audit_format> read_formats(ObjectReader& reader) {
    const std::string format = reader.text_or("format", "");
    if (format.empty()) return {STAFFING_AUDIT_FORMAT_JSON_LINES, STAFFING_AUDIT_FORMAT_CSV};
    if (format == "json_lines") return {STAFFING_AUDIT_FORMAT_JSON_LINES};
    if (format == "csv") return {STAFFING_AUDIT_FORMAT_CSV};
    if (format == "spreadsheet") return {STAFFING_AUDIT_FORMAT_SPREADSHEET};
    reader.refuse("\"format\" is csv, json_lines or spreadsheet");
}

Expectation read_expectation(ObjectReader& reader) {
    Expectation expected;
    expected.lacks = reader.texts("lacks");
    if (!reader.has("has")) return expected;
    expected.has = reader.list("has");
    for (const json& entry : expected.has) {
        if (!entry.is_object()) reader.refuse("\"has\" is a list of entries, each an object");
    }
    return expected;
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) throw std::runtime_error("The file " + path.string() + " cannot be written.");
}

Step audit(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::vector<staffing_audit_format> formats = read_formats(reader);
    const Expectation expected = read_expectation(reader);
    const Outcome outcome = Outcome::done_or_denied(reader);
    const std::filesystem::path name = reader.text_or("file", "");
    if (name != name.filename()) reader.refuse("\"file\" is a name, without folders");
    if (!name.empty() && formats.size() > 1) reader.refuse("\"file\" needs a \"format\"");
    reader.finish();
    return {"Reads the audit trail",
            [expected, formats, name, outcome](Stage& stage) {
                std::string file;
                for (const staffing_audit_format format : formats) {
                    if (!outcome.is_done()) {
                        outcome.hold(stage, "the audit trail",
                                     [&, plugin = stage.plugin()] { plugin.audit_file(format); });
                        continue;
                    }
                    stage.expect([&] {
                        stage.on_worker([&, plugin = stage.plugin()] { file = plugin.audit_file(format); });
                        expected.check(file, format);
                    });
                }
                if (!outcome.is_done()) return;
                if (!name.empty()) write_file(stage.host().data_folder() / name, file);
                stage.transcript().seen(draw(entries_of(file, formats.back())));
            },
            {}};
}

}  // namespace

StepFamily audit_steps() {
    return {{"audit", audit}};
}

}  // namespace mock_host
