// Resolving 100,000 records with five methods each, against a bare loop of libphonenumber's Parse and
// IsValidNumber over the same first candidates, on one thread.

#include <phonenumbers/phonenumberutil.h>

#include <cstdio>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "bench/stopwatch.hpp"
#include "recipients/method_choice.hpp"
#include "recipients/recipient_resolver.hpp"

using namespace send_text;

namespace {

constexpr std::int64_t record_count = 100'000;
constexpr double max_ratio = 1.0;

/// Records that stand ready in memory.
class ReadyRecords final : public RecordDirectory {
  public:
    explicit ReadyRecords(std::vector<RecordDetails> details) : details_(std::move(details)) {}

    void fetch(std::span<const RecordRef> records,
               const std::function<bool(std::size_t, const RecordDetails*)>& found) override {
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!found(i, &details_[static_cast<std::size_t>(records[i].id)])) return;
        }
    }

    void update_method(const RecordRef&, std::int64_t, const std::string&, const std::string&) override {}
    std::vector<RecordRef> find_by_phone(const E164&) override { return {}; }

  private:
    std::vector<RecordDetails> details_;
};

/// Values of phone fields in the proportions of an office: nine of ten are plain numbers of some area codes,
/// among them new ones and Canadian ones.
class PhoneFields {
  public:
    std::string next() {
        static constexpr const char* area_codes[] = {"651", "612", "763", "952", "507", "320", "218", "715",
                                                     "608", "414", "312", "773", "415", "786", "212", "917",
                                                     "214", "713", "602", "303", "206", "404", "704", "615",
                                                     "227", "945", "324", "416", "506", "787"};
        const std::string area_code = area_codes[below(std::size(area_codes))];
        const std::string exchange = std::to_string(200 + below(800));
        const std::string line = std::to_string(10'000 + below(10'000)).substr(1);
        const auto kind = below(100);
        if (kind < 35) return "(" + area_code + ") " + exchange + "-" + line;
        if (kind < 61) return area_code + "-" + exchange + "-" + line;
        if (kind < 78) return area_code + exchange + line;
        if (kind < 86) return "+1" + area_code + exchange + line;
        if (kind < 90) return area_code + "." + exchange + "." + line;
        if (kind < 93) return "(" + area_code + ") " + exchange + "-" + line + "x123";
        if (kind < 95) return area_code + "-" + exchange + "-" + line + " (call after 5)";
        if (kind < 96) return area_code + "-" + exchange + "-" + line + " / " + area_code + "-555-1204";
        if (kind < 97) return "473747" + line;
        if (kind < 98) return exchange + "-" + line;
        if (kind < 99) return "800-" + exchange + "-" + line;
        return "n/a";
    }

    bool is_one_of(std::size_t count) { return below(count) == 0; }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    std::mt19937_64 random_{100'000};
};

std::vector<RecordDetails> make_records() {
    PhoneFields fields;
    std::vector<RecordDetails> records;
    for (std::int64_t id = 0; id < record_count; ++id) {
        RecordDetails record{.record = {RecordKind::employee, id},
                             .display_name = "Person Number " + std::to_string(id),
                             .branch_id = 7,
                             .rep_id = 1,
                             .methods = {}};
        for (const MethodType type : {MethodType::home_phone, MethodType::office_phone, MethodType::phone,
                                      MethodType::cell_phone, MethodType::sms}) {
            const bool is_blank = type == MethodType::sms && fields.is_one_of(2);
            record.methods.push_back({5 * id + static_cast<int>(type), type, is_blank ? "" : fields.next()});
        }
        records.push_back(std::move(record));
    }
    return records;
}

double resolve(RecordDirectory& directory, const std::vector<RecordRef>& records,
               const ResolutionRules& rules, std::size_t& textable) {
    const RecipientResolver resolver(directory, NumberJudge("US"), rules);
    return bench::seconds_of([&] {
        resolver.resolve(
            records,
            [&](std::span<const Recipient> part) {
                for (const Recipient& recipient : part)
                    textable += can_text(recipient.verdict) ? 1 : 0;
            },
            [] { return false; });
    });
}

double run_bare_loop(const std::vector<std::string>& first_candidates, std::size_t& valid) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    return bench::seconds_of([&] {
        for (const std::string& value : first_candidates) {
            PhoneNumber number;
            if (util.Parse(value, "US", &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
                util.IsValidNumber(number))
                ++valid;
        }
    });
}

}  // namespace

int main() {
    const ResolutionRules rules{.method_order = {MethodType::sms, MethodType::cell_phone, MethodType::phone,
                                                 MethodType::office_phone, MethodType::home_phone}};
    ResolutionRules with_others = rules;
    with_others.judges_others = true;

    std::vector<RecordDetails> details = make_records();
    std::vector<RecordRef> records;
    std::vector<std::string> first_candidates;
    for (const RecordDetails& one : details) {
        records.push_back(one.record);
        first_candidates.push_back(methods_to_text(one.methods, rules.method_order).front()->value);
    }
    ReadyRecords directory(std::move(details));
    NumberJudge("US").warm_up();

    std::size_t textable = 0, textable_again = 0, valid = 0;
    const double resolver_seconds = resolve(directory, records, rules, textable);
    const double bare_seconds = run_bare_loop(first_candidates, valid);
    const double others_seconds = resolve(directory, records, with_others, textable_again);
    const double ratio = resolver_seconds / bare_seconds;
    std::printf("100,000 records with five methods each, %zu textable\n", textable);
    std::printf("bare loop over the first candidates: %.3f s, %zu valid\n", bare_seconds, valid);
    std::printf("resolver: %.3f s, ratio %.2f (at most %.2f)\n", resolver_seconds, ratio, max_ratio);
    std::printf("resolver that judges all five: %.3f s, ratio %.2f\n", others_seconds,
                others_seconds / bare_seconds);
    return ratio <= max_ratio && textable == textable_again ? 0 : 1;
}
