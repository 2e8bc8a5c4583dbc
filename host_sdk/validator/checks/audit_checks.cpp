#include <algorithm>
#include <cctype>

#include "host/audit_file.hpp"
#include "host/audit_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

constexpr std::int64_t entries_of_a_part = 3;
constexpr std::int64_t max_entries_of_a_part = 10'000;

/// A plug-in whose audit trail has the entries of a day.
struct WithTrail : Loaded {
    explicit WithTrail(const CheckRun& run) : Loaded(run) {
        if (plugin.table<staffing_audit>(STAFFING_EXT_AUDIT) == nullptr)
            throw Skipped("The plug-in has no audit.");
        use_everything(plugin, run);
    }
};

AuditPart expect_read(const LivePlugin& plugin, staffing_audit_format format, std::int64_t after_id,
                      std::int64_t max_entries) {
    AuditPart part = read_audit(plugin, format, after_id, max_entries);
    const std::string which = "audit.read after " + std::to_string(after_id);
    expect(part.answer.status == STAFFING_STATUS_OK,
           which + " answered " + name_of(part.answer.status) + ": " + part.answer.words);
    expect(part.last_id >= 0, which + " answered OK but gave no id of the last entry.");
    return part;
}

/// All parts put together, until there are no more entries; `look(part, after_id)` sees each part.
template <class Look>
std::string read_all(const LivePlugin& plugin, staffing_audit_format format, std::int64_t max_entries,
                     Look&& look) {
    constexpr int max_parts = 5'000;
    std::string file;
    std::int64_t after_id = 0;
    for (int count = 0; count < max_parts; ++count) {
        const AuditPart part = expect_read(plugin, format, after_id, max_entries);
        look(part, after_id);
        file += part.text;
        if (part.last_id == 0) return file;
        after_id = part.last_id;
    }
    throw Failed("After " + std::to_string(max_parts) + " parts the audit trail had not ended.");
}

void expect_part(const AuditPart& part, std::int64_t after_id, std::int64_t max_entries) {
    const std::vector<std::int64_t> ids = ids_of_json_lines(part.text);
    const std::string which = "The part after " + std::to_string(after_id);
    expect(static_cast<std::int64_t>(ids.size()) <= max_entries,
           which + " has " + std::to_string(ids.size()) + " entries, and " + std::to_string(max_entries) +
               " were asked for.");
    std::int64_t last = after_id;
    for (const std::int64_t id : ids) {
        expect(id > last,
               which + " has the entry " + std::to_string(id) + " after " + std::to_string(last) + ".");
        last = id;
    }
    const std::int64_t wanted = ids.empty() ? 0 : last;
    expect(part.last_id == wanted, which + " says that its last entry is " + std::to_string(part.last_id) +
                                       ", but it is " + std::to_string(wanted) + ".");
}

std::string trail(const CheckRun& run) {
    const WithTrail with(run);
    const auto read = [&](std::int64_t max_entries) {
        run.step("reading the audit trail in parts of " + std::to_string(max_entries));
        return read_all(
            with.plugin, STAFFING_AUDIT_FORMAT_JSON_LINES, max_entries,
            [&](const AuditPart& part, std::int64_t after_id) { expect_part(part, after_id, max_entries); });
    };
    const std::string in_parts = read(entries_of_a_part);
    const std::string whole = read(max_entries_of_a_part);  // what was added meanwhile is at its end
    expect(whole.starts_with(in_parts), "The parts put together are not what is read at once.");
    return "The parts of " + std::to_string(ids_of_json_lines(whole).size()) +
           " entries made up the whole trail.";
}

std::string csv(const CheckRun& run) {
    const WithTrail with(run);
    run.step("reading the audit trail as CSV");
    const auto rows = rows_of_csv(read_all(with.plugin, STAFFING_AUDIT_FORMAT_CSV, entries_of_a_part,
                                           [](const AuditPart&, std::int64_t) {}));
    const std::vector<std::string>& names = audit_properties();
    expect(!rows.empty() && rows.front().size() >= names.size() &&
               std::equal(names.begin(), names.end(), rows.front().begin()),
           "The CSV does not begin with the names of the properties in the right order.");
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const std::string which = "Line " + std::to_string(at + 1) + " of the CSV";
        expect(rows[at].size() == rows.front().size(),
               which + " has another number of fields than the first.");
        expect(!rows[at].front().empty() &&
                   std::all_of(rows[at].front().begin(), rows[at].front().end(),
                               [](unsigned char digit) { return std::isdigit(digit) != 0; }),
               which + " does not begin with an id: " + rows[at].front());
    }
    return std::to_string(rows.size() - 1) + " lines followed the column names.";
}

std::string bounds(const CheckRun& run) {
    const Loaded loaded(run);
    if (loaded.plugin.table<staffing_audit>(STAFFING_EXT_AUDIT) == nullptr)
        throw Skipped("The plug-in has no audit.");
    const auto expect_refused = [&](staffing_audit_format format, std::int64_t max_entries) {
        const std::string which = "audit.read in the format " + std::to_string(format) + " of at most " +
                                  std::to_string(max_entries) + " entries";
        run.step(which);
        const AuditPart part = read_audit(loaded.plugin, format, 0, max_entries);
        expect(part.answer.status == STAFFING_STATUS_INVALID_ARGUMENT,
               which + " answered " + name_of(part.answer.status) + ".");
        expect(part.text.empty(), which + " was refused, but wrote something.");
    };
    for (const staffing_audit_format format : {STAFFING_AUDIT_FORMAT_UNSPECIFIED, -1, 4711, INT32_MAX})
        expect_refused(format, 1);
    for (const std::int64_t most :
         {std::int64_t{0}, std::int64_t{-1}, max_entries_of_a_part + 1, INT64_MAX, INT64_MIN})
        expect_refused(STAFFING_AUDIT_FORMAT_JSON_LINES, most);
    run.step("audit.read after the last possible entry");
    const AuditPart nothing = expect_read(loaded.plugin, STAFFING_AUDIT_FORMAT_JSON_LINES, INT64_MAX, 1);
    expect(nothing.last_id == 0 && nothing.text.empty(),
           "There was something after the last possible entry.");
    return "Unknown formats and numbers out of bounds were refused.";
}

constexpr Check checks[] = {
    {"audit-trail",
     "The audit trail read in parts is the audit trail read at once: entries that follow the schema, one per "
     "line, each once, with rising ids.",
     &trail},
    {"audit-csv", "As CSV, the audit trail begins with the names of its columns, once.", &csv},
    {"audit-bounds", "audit.read refuses an unknown format and a number of entries out of bounds.", &bounds},
};

}  // namespace

std::span<const Check> audit_checks() {
    return checks;
}

}  // namespace validator
