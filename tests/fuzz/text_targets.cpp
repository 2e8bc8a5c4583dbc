// What people type, and what a disk gives back.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "consent/consent_words.hpp"
#include "core/utf8.hpp"
#include "fuzz/target.hpp"
#include "recipients/number_judge.hpp"
#include "store/write_ahead_log.hpp"
#include "templates/template.hpp"

namespace fuzz {
namespace {

using namespace send_text;

/// The rooms behind the host's and carriers' doors are given UTF-8.
std::string as_utf8(const std::string& input) {
    return replace_invalid_utf8(input);
}

void read_template(const std::string& input) {
    try {
        MergeValues values;
        values.values = {{"first_name", "Ann"}, {"branch", "{first_name}"}};
        Template::parse(as_utf8(input)).render(values);
    } catch (const TemplateError&) {
    }
}

void read_number(const std::string& input) {
    static const NumberJudge judge("US");
    const NumberJudgement judgement = judge.judge(input);
    require(judgement.verdict != Verdict::unspecified, "there is no verdict");
    require(judgement.e164.empty() || judgement.e164.front() == '+', "the number is in another form");
}

void read_wish(const std::string& input) {
    wish_of(as_utf8(input), false);
}

/// The log beside a store, whoever wrote it.
void read_store_log(const std::string& input) {
    char path[] = "/tmp/fuzz_log_XXXXXX";
    const int descriptor = ::mkstemp(path);
    require(descriptor >= 0, "no file can be made");
    std::FILE* const file = ::fdopen(descriptor, "wb");
    std::fwrite(input.data(), 1, input.size(), file);
    std::fclose(file);
    read_log(path);
    ::unlink(path);
}

/// A log of SQLite's with one page, whose sums are wrong unless chance has it otherwise.
std::string log_seed() {
    std::string log("\x37\x7f\x06\x82\x00\x2d\xe2\x18\x00\x00\x10\x00", 12);
    log.resize(32 + 24 + 4096, '\1');
    return log;
}

}  // namespace

std::vector<Target> text_targets() {
    return {{"template",
             {"Hi {first_name|there}, this is {branch}.", "{{{first_name}}} {{as such}}", "no fields"},
             &read_template},
            {"number",
             {"(651) 555-1204 x12", "+44 20 7946 0958", "651-555-1204 (call after 5, DO NOT TEXT)",
              "cell: 651.555.1204"},
             &read_number},
            {"wish", {"STOP", "«Stop»", "ＳＴＯＰ!!!", "Please stop by at 5", "START"}, &read_wish},
            {"store_log", {log_seed(), ""}, &read_store_log}};
}

}  // namespace fuzz
