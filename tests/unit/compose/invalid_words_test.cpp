#include "compose/sending/invalid_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;

namespace {

InvalidWords describe(const std::vector<Verdict>& verdicts, std::size_t others = 12) {
    std::vector<Recipient> invalid(verdicts.size());
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        invalid[i].verdict = verdicts[i];
    return describe_invalid(invalid, others);
}

std::string summary_of(const std::vector<Verdict>& verdicts) {
    return describe(verdicts).summary;
}

}  // namespace

TEST_CASE("what can be done about those who get no text suits the reason") {
    CHECK(summary_of({Verdict::not_in_service}) ==
          "This person will not get a text. Correct the number on the record to text them.");
    CHECK(summary_of({Verdict::too_short, Verdict::local_only}) ==
          "These 2 people will not get a text. Correct the numbers on the records to text them.");
    CHECK(summary_of({Verdict::missing}) ==
          "This person will not get a text. Add a number to the record to text them.");
    CHECK(
        summary_of({Verdict::cannot_receive, Verdict::cannot_receive}) ==
        "These 2 people will not get a text. The numbers take no texts: add mobile numbers to the records to "
        "text them.");
    CHECK(summary_of({Verdict::opted_out}) ==
          "This person will not get a text. They opted out, and can be texted again once they text START to "
          "one "
          "of your lines.");
    CHECK(summary_of({Verdict::opted_out, Verdict::opted_out}) ==
          "These 2 people will not get a text. They opted out; each can be texted again once they text START "
          "to "
          "one of your lines.");
    CHECK(summary_of({Verdict::record_gone}) ==
          "This person will not get a text. The record was deleted or merged: look the person up again.");
    CHECK(summary_of({Verdict::no_line}) ==
          "This person will not get a text. Ask an administrator for a texting account.");
    CHECK(summary_of({Verdict::held}) ==
          "This person will not get a text. The phone field says not to text them. If that is out of date, "
          "delete those words from the field.");
}

TEST_CASE("where the reasons are several they are counted, and nobody is told to correct an opt-out") {
    CHECK(summary_of({Verdict::opted_out, Verdict::missing, Verdict::missing}) ==
          "These 3 people will not get a text: 2 have no number, 1 has opted out. The list says what to do "
          "about "
          "each.");
    CHECK(
        summary_of({Verdict::not_in_service, Verdict::opted_out}) ==
        "These 2 people will not get a text: 1 is not in service, 1 has opted out. The list says what to do "
        "about each.");
}

TEST_CASE("records are called invalid where something is wrong with them, and not of who opted out") {
    CHECK(describe({Verdict::missing, Verdict::too_short}).title == "Some records are invalid");
    CHECK(describe({Verdict::missing, Verdict::opted_out}).title == "Some people will not get a text");
    CHECK(describe({Verdict::opted_out, Verdict::no_line}).title == "Some people will not get a text");
    CHECK(describe({Verdict::held}).label == "People who will not get a text");
}

TEST_CASE("it is said that the others get the text") {
    CHECK(describe({Verdict::missing}, 12).others ==
          "The other 12 people will get the text. The next window shows its progress.");
    CHECK(describe({Verdict::missing}, 1).others ==
          "The other person will get the text. The next window shows its progress.");
}
