#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include "audit/audit_file.hpp"
#include "audit/audit_words.hpp"
#include "unit/support/times.hpp"

using namespace send_text;
using namespace std::chrono_literals;
using send_text::testing::at;

namespace {

const AuditEntry entry{.id = 7,
                       .at = at(1'772'463'840'123ms),
                       .who = {.rep_id = 3, .name = "O'Neil, \"Al\""},
                       .action = "text",
                       .line = LineId("+16515550100"),
                       .number = E164("+16515551204"),
                       .records = "employee 5814",
                       .request_id = RequestId{12},
                       .text_id = TextId{99},
                       .outcome = "rejected",
                       .detail = "=HYPERLINK(1)\nnew line"};

AuditNames names() {
    return {.time_zone = "America/Chicago",
            .branch = [](std::int64_t id) { return id == 1 ? std::string("Memphis NE") : std::string(); },
            .rep = [](std::int64_t id) { return id == 2 ? std::string("Ann Poe") : std::string(); },
            .records =
                [](const std::vector<RecordRef>& records) {
                    std::map<RecordRef, std::string> known;
                    for (const RecordRef& record : records)
                        known[record] = record.id == 5814 ? "Ann Poe" : "";
                    return known;
                }};
}

}  // namespace

TEST_CASE(
    "CSV has names in its first part only, quotes what needs it, and hands no formula to a spreadsheet") {
    const std::string names =
        "id,at,rep_id,rep,action,subject,line,to,records,request,text,outcome,detail\r\n";
    CHECK(audit_part({}, AuditFormat::csv, true, {}) == names);
    CHECK(audit_part({}, AuditFormat::csv, false, {}).empty());
    CHECK(audit_part({entry}, AuditFormat::csv, true, {}) ==
          names +
              "7,2026-03-02T15:04:00.123Z,3,\"O'Neil, \"\"Al\"\"\",text,,+16515550100,+16515551204,employee "
              "5814,12,99,rejected,\"'=HYPERLINK(1)\nnew line\"\r\n");
}

TEST_CASE("JSON Lines has one object a line, whatever stands in it, with its words beside") {
    AuditEntry broken = entry;
    broken.who.name = "\xff";
    const std::string part = audit_part({entry, broken}, AuditFormat::json_lines, true, names());
    CHECK(std::count(part.begin(), part.end(), '\n') == 2);
    const auto read = nlohmann::json::parse(part.substr(0, part.find('\n')));
    CHECK(read.at("id") == 7);
    CHECK(read.at("at") == "2026-03-02T15:04:00.123Z");
    CHECK(read.at("rep") == "O'Neil, \"Al\"");
    CHECK(read.at("detail") == "=HYPERLINK(1)\nnew line");
    CHECK(read.size() == 14);
    CHECK(read.at("words") == nlohmann::json{{"time", "2026-03-02 09:04:00"},
                                             {"rep", "O'Neil, \"Al\""},
                                             {"action", "Text"},
                                             {"subject", ""},
                                             {"line", "(651) 555-0100"},
                                             {"to", "(651) 555-1204"},
                                             {"records", "Ann Poe (employee 5814)"},
                                             {"outcome", "Not sent"},
                                             {"detail", "=HYPERLINK(1)\nnew line"}});
}

TEST_CASE(
    "a file for spreadsheets begins with a byte order mark and names, and none of its cells is a formula") {
    AuditEntry foreign = entry;
    foreign.number = E164("+447911123456");
    const std::string head =
        "\xEF\xBB\xBF"
        "Entry,Time,Time zone,Time (UTC),Who,What,Subject,From,To,Whose "
        "number,Outcome,Detail,Request,Text\r\n";
    CHECK(audit_part({}, AuditFormat::spreadsheet, true, names()) == head);
    CHECK(audit_part({}, AuditFormat::spreadsheet, false, names()).empty());
    CHECK(audit_part({foreign}, AuditFormat::spreadsheet, true, names()) ==
          head +
              "7,2026-03-02 09:04:00,CST,2026-03-02T15:04:00.123Z,\"O'Neil, \"\"Al\"\"\",Text,,(651) "
              "555-0100,'+44 7911 123456,Ann Poe (employee 5814),Not sent,\"'=HYPERLINK(1)\nnew "
              "line\",12,99\r\n");
}

TEST_CASE("ids that nobody has a name for stay, and so does what is not known; nobody is nameless") {
    const AuditNames nothing;
    const AuditEntry old{.id = 1,
                         .at = at(1'772'463'840'123ms),
                         .action = "account.dance",
                         .subject = "Zipwhip (651) 555-0100 of branch 9",
                         .records = "employee 5814, contact 6553",
                         .outcome = "dizzy",
                         .detail = "86400 -> 3600"};
    AuditEntry by_itself = old;
    by_itself.action = "text";
    AuditEntry nameless = old;
    nameless.who.rep_id = 4;
    const std::vector<AuditWords> described = AuditReader(nothing).describe({old, by_itself, nameless});
    CHECK(described[0].time == "2026-03-02 15:04:00");
    CHECK(described[0].who == "Nobody was logged in");
    CHECK(described[0].action == "account.dance");
    CHECK(described[0].subject == "Zipwhip (651) 555-0100 of branch 9");
    CHECK(described[0].records == "employee 5814, contact 6553");
    CHECK(described[0].outcome == "dizzy");
    CHECK(described[0].detail == "86400 -> 3600");
    CHECK(described[1].who == "Send Text");
    CHECK(described[2].who == "ServiceRep 4");
}

TEST_CASE("settings, branches and reps are called by their names, in entries of any version") {
    const AuditNames known = names();
    const auto describe = [&](AuditEntry described) {
        described.outcome = described.outcome.empty() ? "done" : described.outcome;
        return AuditReader(known).describe({described}).front();
    };
    const AuditWords changed =
        describe({.action = "setting.change", .subject = "batch_window_seconds", .detail = "86400 -> 3600"});
    CHECK(changed.subject == "Conversation window");
    CHECK(changed.detail == "24 hours → 1 hour");
    CHECK(
        describe({.action = "setting.change", .subject = "ca_file", .detail = R"("" -> "/a -> b")"}).detail ==
        R"((empty) → /a -> b)");
    CHECK(
        describe({.action = "setting.change", .subject = "gone_since", .detail = "all -> nothing"}).detail ==
        "all -> nothing");
    CHECK(describe({.action = "setting.change",
                    .subject = "batch_window_seconds",
                    .outcome = "refused",
                    .detail = "1 -> 2"})
              .detail == "1 -> 2");
    const AuditWords moved = describe({.action = "account.change",
                                       .subject = "Zipwhip (651) 555-0100 of user 2",
                                       .detail = "branch: 1 -> ; service_rep:  -> 2; password replaced"});
    CHECK(moved.subject == "Zipwhip (651) 555-0100 of Ann Poe");
    CHECK(moved.detail == "Branch: Memphis NE → (empty); ServiceRep: (empty) → Ann Poe; password replaced");
    CHECK(describe({.action = "template.add", .subject = "\"Hi\" of branch 1"}).subject ==
          "\"Hi\" of Memphis NE");
}
