#include "compose/sending/invalid_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;

namespace {

std::string summary_of(const std::vector<Verdict>& verdicts) {
    std::vector<Recipient> invalid;
    for (const Verdict verdict : verdicts) {
        invalid.emplace_back();
        invalid.back().verdict = verdict;
    }
    return words_of_invalid(invalid).summary;
}

std::string title_of(const std::vector<Verdict>& verdicts) {
    std::vector<Recipient> invalid(verdicts.size());
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        invalid[i].verdict = verdicts[i];
    return words_of_invalid(invalid).title;
}

}  // namespace

TEST_CASE("what can be done about those who get no text suits the reason") {
    CHECK(summary_of({Verdict::not_in_service}) ==
          "No text goes to this record. Correct its number to text it.");
    CHECK(summary_of({Verdict::too_short, Verdict::local_only}) ==
          "No text goes to these 2 records. Correct their numbers to text them.");
    CHECK(summary_of({Verdict::missing}) == "No text goes to this record. Add a number to text it.");
    CHECK(summary_of({Verdict::cannot_receive, Verdict::cannot_receive}) ==
          "No text goes to these 2 records. Their numbers take no texts: enter mobile numbers to text them.");
    CHECK(
        summary_of({Verdict::opted_out}) ==
        "No text goes to this record. The person has opted out, and can be texted again once they text START "
        "to one of your lines.");
    CHECK(summary_of({Verdict::opted_out, Verdict::opted_out}) ==
          "No text goes to these 2 records. These people have opted out; each can be texted again once they "
          "text START to one of your lines.");
    CHECK(summary_of({Verdict::record_gone}) ==
          "No text goes to this record. It was deleted or merged: look the person up again.");
    CHECK(summary_of({Verdict::no_line}) ==
          "No text goes to this record. Ask an administrator for a texting account.");
    CHECK(summary_of({Verdict::held}) ==
          "No text goes to this record. Its phone field says not to text it; if that no longer holds, take "
          "the words out.");
}

TEST_CASE("where the reasons are several they are counted, and nobody is told to correct an opt-out") {
    CHECK(
        summary_of({Verdict::opted_out, Verdict::missing, Verdict::missing}) ==
        "No text goes to these 3 records: 2 have no number, 1 has opted out. The list says what to do about "
        "each.");
    CHECK(summary_of({Verdict::not_in_service, Verdict::opted_out}) ==
          "No text goes to these 2 records: 1 is not in service, 1 has opted out. The list says what to do "
          "about each.");
}

TEST_CASE("a record is called invalid where something is wrong with it") {
    CHECK(title_of({Verdict::missing, Verdict::opted_out}) == "Some records are invalid");
    CHECK(title_of({Verdict::opted_out, Verdict::no_line}) == "Some people get no text");
}
