#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include "audit/audit_file.hpp"

using namespace send_text;

namespace {

const AuditEntry entry{.id = 7,
                       .at_ms = 1'772'463'840'123,
                       .who = {.rep_id = 3, .name = "O'Neil, \"Al\""},
                       .action = "text",
                       .line = "+16515550100",
                       .number = "+16515551204",
                       .records = "employee 5814",
                       .request_id = 12,
                       .text_id = 99,
                       .outcome = "rejected",
                       .detail = "=HYPERLINK(1)\nnew line"};

}  // namespace

TEST_CASE(
    "CSV has names in its first part only, quotes what needs it, and hands no formula to a spreadsheet") {
    const std::string names =
        "id,at,rep_id,rep,action,subject,line,to,records,request,text,outcome,detail\r\n";
    CHECK(audit_part({}, AuditFormat::csv, true) == names);
    CHECK(audit_part({}, AuditFormat::csv, false).empty());
    CHECK(audit_part({entry}, AuditFormat::csv, true) ==
          names +
              "7,2026-03-02T15:04:00.123Z,3,\"O'Neil, \"\"Al\"\"\",text,,+16515550100,+16515551204,employee "
              "5814,12,99,rejected,\"'=HYPERLINK(1)\nnew line\"\r\n");
}

TEST_CASE("JSON Lines has one object a line, whatever stands in it") {
    AuditEntry broken = entry;
    broken.who.name = "\xff";
    const std::string part = audit_part({entry, broken}, AuditFormat::json_lines, true);
    CHECK(std::count(part.begin(), part.end(), '\n') == 2);
    const auto read = nlohmann::json::parse(part.substr(0, part.find('\n')));
    CHECK(read.at("id") == 7);
    CHECK(read.at("at") == "2026-03-02T15:04:00.123Z");
    CHECK(read.at("rep") == "O'Neil, \"Al\"");
    CHECK(read.at("detail") == "=HYPERLINK(1)\nnew line");
    CHECK(read.size() == 13);
}
