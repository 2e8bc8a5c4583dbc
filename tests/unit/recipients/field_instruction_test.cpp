#include "recipients/field_instruction.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "recipients/number_judge.hpp"

using namespace send_text;

namespace {

void check_instruction(const std::string& words, bool is_of_the_person) {
    for (const std::string& value :
         {"651-555-1204 " + words, "651-555-1204 (" + words + ")", words + " 651-555-1204",
          words + ": (651) 555-1204", "(651) 555-1204x12 - " + words}) {
        CAPTURE(value);
        const auto judgement = NumberJudge("US").judge(value);
        CHECK(judgement.verdict == Verdict::held);
        CHECK(judgement.e164.empty());
        CHECK(judgement.is_instruction_of_person == is_of_the_person);
        CHECK_FALSE(judgement.instruction.empty());
    }
}

}  // namespace

TEST_CASE("a wish not to be texted holds the number") {
    for (const char* words : {
             "DO NOT TEXT",
             "do not text",
             "Don't text",
             "DON’T TEXT",
             "dont text",
             "DO-NOT-TEXT",
             "do not txt",
             "Do Not Contact",
             "do not use",
             "DO NOT CALL",
             "do not call or text",
             "do not call/text",
             "never text",
             "no texts",
             "No Text",
             "NO TEXTS!!",
             "no txt",
             "no sms",
             "no text messages",
             "no texting",
             "no contact",
             "no calls or texts",
             "no calls/texts",
             "no call no text",
             "no more texts",
             "no longer wants texts",
             "does not want to be contacted",
             "doesn't text",
             "does not accept text messages",
             "can't receive texts",
             "cannot get sms",
             "won't take texts",
             "unable to receive texts",
             "not for texting",
             "stop texting",
             "STOP",
             "said STOP",
             "opted out",
             "opt out",
             "Opted-Out",
             "unsubscribed",
             "DNC",
             "D.N.C.",
             "dnt",
             "DNU",
             "do not call list",
             "deceased",
             "Died",
             "passed away",
             "R.I.P.",
             "refused",
             "declined",
             "no consent",
             "consent revoked",
             "call only",
             "calls only",
             "voice only",
             "phone calls only",
             "email only",
             "emergency only",
             "for emergencies only",
             "texts not allowed",
             "SMS off",
             "blocked",
             "ＤＯ　ＮＯＴ　ＴＥＸＴ",
             "do\u00A0not\u00A0text",
             "no mandar mensajes",
             "no textos",
             "fallecido",
             "No llamar",
             "pas de SMS",
             "ne pas texter",
             "Décédé",
             "De\u0301ce\u0301de\u0301",
             "please do not text",
             "PLS DON'T TXT HER",
             "No Texting Please",
             "no text only calls",
             "per Bob DO NOT CALL THIS NUMBER",
             "don t text",
             "NOTEXT",
             "DoNotText",
             "unsub",
             "🚫",
             "🚫📱",
             "🔕",
             "📱⃠",
             "D N T",
             "D/N/T",
             "D O  N O T  T E X T",
             "DO.NOT.TEXT",
             "donot text",
             "DO NOT TEX",
             "dont u text her",
             "DND",
             "stopped",
             "asked us to stop",
             "requested stop",
             "please stop",
             "STOP please",
             "stop all",
             "STOP per text",
             "text STOP received",
             "NOT OK TO TEXT",
             "texting is not ok",
             "call instead of texting",
             "call rather than text",
             "call instead",
             "avoid texting",
             "texting prohibited",
             "did not give consent",
             "w/o consent",
             "revoked",
             "un-subscribed",
             "hates texting",
             "did not opt in",
             "has not consented",
             "no opt-in",
             "leave me alone",
             "remove me from list",
             "removed",
             "wants off the list",
             "blocks texts",
             "TCPA litigator",
             "do not phone",
             "do not reach out",
             "only calls",
             "doesn't read texts",
             "não enviar mensagens",
             "❌",
         })
        check_instruction(words, true);
}

TEST_CASE("a number that is no good any more is held") {
    for (const char* words : {
             "BAD NUMBER",
             "bad #",
             "bad num",
             "bad",
             "wrong number",
             "Wrong #",
             "WRONG",
             "wrong person",
             "invalid",
             "invalid number",
             "disconnected",
             "disconnect",
             "not in service",
             "no longer in service",
             "out of service",
             "not working",
             "does not work",
             "doesn't work",
             "no longer valid",
             "not valid",
             "old number",
             "old cell",
             "OLD",
             "former number",
             "not his",
             "not his number",
             "not her phone",
             "no longer hers",
             "isn't hers",
             "number changed",
             "changed number",
             "belongs to someone else",
             "landline",
             "land line",
             "LAND-LINE",
             "landline only",
             "home landline",
             "fax",
             "pager",
             "shut off",
             "dead line",
             "not a cell",
             "incorrect number",
             "fake number",
             "texts bounced?",
             "numero equivocado",
             "número equivocado",
             "línea fija",
             "hors service",
             "mauvais numéro",
             "no sirve",
             "WN",
             "Disc",
             "D/C",
             "out of svc",
             "not in svc",
             "belongs to his ex",
             "disconected",
             "disc'd",
             "nonworking #",
             "worng number",
             "wrong numbr",
             "NG",
             "#wrong",
             "inaccurate",
             "phone stolen",
             "does not belong to her",
             "not the right person",
             "cancelled",
             "no such person",
             "doesn't know her",
             "never heard of him",
             "texts don't go through",
             "phone off",
             "no longer works at all",
             "numéro invalide",
             "numero errado",
         })
        check_instruction(words, false);
}

TEST_CASE("other notes leave the number as it is") {
    for (const char* words : {
             "call after 5",
             "call after 5:30pm",
             "text ok",
             "texts ok",
             "OK to text",
             "text only",
             "texts only",
             "text first",
             "wife's cell",
             "Bob's cell",
             "mom",
             "home",
             "work",
             "cell",
             "mobile",
             "(c)",
             "office",
             "desk",
             "cell phone only",
             "no calls after 9",
             "no calls",
             "no calls, text only",
             "no calls text only",
             "do not call, text instead",
             "don't call before noon",
             "do not leave message",
             "no voicemail",
             "not a landline",
             "no landline",
             "not disconnected",
             "has not opted out",
             "best number",
             "new number",
             "primary",
             "preferred",
             "emergency contact",
             "day shift",
             "if no answer text me",
             "leave a message",
             "ask for Stan",
             "Stop by office",
             "truck stop",
             "note: speaks Spanish",
             "ex-wife",
             "his",
             "hers",
             "Spanish only",
             "verified",
             "current",
             "good number",
             "works nights",
             "not home until 5",
             "not working Mondays",
             "t-mobile",
             "VM full",
             "cell no",
             "tel. no",
             "did not call back",
             "never called back",
             "does not call back",
             "can't take calls",
             "unable to take calls",
             "no call no show",
             "call only after supper",
             "calls only if urgent",
             "no longer works at Target",
             "no contact info",
             "text consent: yes",
             "no VM, ok to text",
             "text instead of calling",
             "Stop N Go",
             "please stop by",
             "# 2 cell",
         }) {
        CAPTURE(words);
        CHECK_FALSE(instruction_in({}, words));
        CHECK_FALSE(instruction_in(words, {}));
        CHECK(NumberJudge("US").judge("651-555-1204 " + std::string(words)).e164 == "+16515551204");
    }
}

TEST_CASE("the words are given as they stand in the field, without the signs around them") {
    CHECK(NumberJudge("US").judge("651-555-1204 *** DO NOT TEXT ***").instruction == "DO NOT TEXT");
    CHECK(NumberJudge("US").judge("BAD #: 651-555-1204").instruction == "BAD #");
    CHECK(NumberJudge("US").judge("651-555-1204 (mother, wrong number)").instruction ==
          "mother, wrong number");
    CHECK(NumberJudge("US").judge("651-555-1204 husband (not hers)").instruction == "husband (not hers)");
}

TEST_CASE("an answer to whether they text stands behind the number, and may bear a date") {
    for (const char* words :
         {"Text: no", "texts? No", "SMS=N", "text - n", "Died 2019", "DO NOT TEXT per Ann 3/14/2024",
          "text ok? no", "SMS consent: no", "sms opt-in - N"})
        CHECK(NumberJudge("US").judge("651-555-1204 " + std::string(words)).verdict == Verdict::held);
    CHECK(NumberJudge("US").judge("Text no: 651-555-1204").verdict == Verdict::ok);  // its number
}

TEST_CASE("an instruction does not make a number of what is none") {
    CHECK(NumberJudge("US").judge("DO NOT TEXT").verdict == Verdict::not_a_number);
    CHECK(NumberJudge("US").judge("555-1204 DO NOT TEXT").verdict == Verdict::local_only);
    CHECK(NumberJudge("US").judge("612 no texts").verdict == Verdict::not_a_number);
    CHECK(NumberJudge("US").judge("800-555-1204 wrong number").verdict == Verdict::cannot_receive);
}

TEST_CASE("words without a good number may go for all numbers of the person") {
    for (const char* value : {"DO NOT TEXT", "deceased", "Opted out", "612 do not text",
                              "555-1204 DO NOT TEXT", "stop", "🚫", "email only", "refused texts"}) {
        CAPTURE(value);
        CHECK(NumberJudge("US").judge(value).is_instruction_of_person);
    }
    for (const char* value :
         {"refused", "612 refused", "no texts please", "320 no texts", "declined", "do not use", "removed",
          "blocked", "no phone", "none", "n/a", "disconnected", "no contact info", "555-1204"}) {
        CAPTURE(value);
        CHECK_FALSE(NumberJudge("US").judge(value).is_instruction_of_person);
    }
}
