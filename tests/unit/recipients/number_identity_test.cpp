// The judge and a bare loop of libphonenumber say the same of each of more than 200,000 numbers, but for the
// form of those that are written in two. The cases are several so that they run beside each other.

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/subscriber_number.hpp"
#include "recipients/number_judge.hpp"
#include "unit/recipients/bare_loop.hpp"
#include "unit/recipients/number_corpus.hpp"

using namespace send_text;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t thinned = 20;  ///< under a sanitizer one number in so many has to do
#else
constexpr std::size_t thinned = 1;
#endif

class Comparison {
  public:
    void compare(const TypedNumber& number) {
        const auto judge = judges_.try_emplace(number.region, number.region).first;
        const NumberJudgement judgement = judge->second.judge(number.value);
        const BareVerdict bare = bare_verdict(number.value, number.region);
        ++count_;
        if (is_same(judgement, bare)) return;
        if (++differences_ > 20) return;
        UNSCOPED_INFO("\"" << number.value << "\" in " << number.region << ": "
                           << static_cast<int>(judgement.verdict) << " " << judgement.e164
                           << ", the bare loop says " << static_cast<int>(bare.verdict) << " " << bare.e164);
    }

    /// Fails when there was a difference, or when there were fewer numbers than these.
    void finish(std::size_t at_least) const {
        CHECK(differences_ == 0);
        CHECK(count_ >= at_least / thinned);
    }

  private:
    static bool is_same(const NumberJudgement& judgement, const BareVerdict& bare) {
        if (can_text(judgement.verdict)) {
            const bool is_other_form_known =
                !can_text(bare.verdict) && forms_of_number(judgement.e164).size() > 1;
            return is_other_form_known ||
                   (judgement.verdict == bare.verdict && judgement.e164 == subscriber_number(bare.e164));
        }
        // Of the library's valid numbers, those of some types.
        if (judgement.verdict == Verdict::cannot_receive) return can_text(bare.verdict);
        // So many digits are two numbers in one field.
        if (judgement.verdict == Verdict::too_long && bare.verdict == Verdict::not_a_number) return true;
        // It gives up at words behind a +.
        if (judgement.verdict == Verdict::too_short && bare.verdict == Verdict::not_a_number) return true;
        return judgement.verdict == bare.verdict;
    }

    std::map<std::string, NumberJudge> judges_;
    std::size_t count_ = 0;
    std::size_t differences_ = 0;
};

}  // namespace

TEST_CASE("identical to the library: numbers of all North American area codes") {
    NumberCorpus corpus;
    Comparison comparison;
    const auto numbers = corpus.north_american(125);
    for (std::size_t i = 0; i < numbers.size(); i += thinned)
        comparison.compare(numbers[i]);
    comparison.finish(66'000);
}

TEST_CASE("identical to the library: North American numbers with slips in them") {
    NumberCorpus corpus;
    Comparison comparison;
    const auto numbers = corpus.north_american(215);
    for (std::size_t i = 0; i < numbers.size(); i += thinned)
        comparison.compare(corpus.mutated(numbers[i]));
    comparison.finish(114'000);
}

TEST_CASE("identical to the library: examples of all regions, and slips in them") {
    NumberCorpus corpus;
    Comparison comparison;
    const auto examples = corpus.examples();
    for (std::size_t i = 0; i < examples.size(); i += thinned) {
        comparison.compare(examples[i]);
        for (int times = 0; times < 5; ++times)
            comparison.compare(corpus.mutated(examples[i]));
    }
    comparison.finish(22'000);
}
