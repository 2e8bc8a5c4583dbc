#include "consent/number_conditions.hpp"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"
#include "core/e164.hpp"
#include "core/local_time.hpp"
#include "core/minute_text.hpp"

namespace send_text {
namespace {

/// So long a carrier's word on a landline counts. Landlines are ported to mobiles, and of a number that is
/// never tried nobody would hear; a real landline that is tried in vain four times a year does no harm.
constexpr Milliseconds landline_known_for = std::chrono::days(90);

class NumberConditions {
  public:
    NumberConditions(std::unordered_map<E164, NumberFacts> facts, const TextingHours& hours,
                     std::string fallback_zone, TimePoint now)
        : facts_(std::move(facts)), hours_(hours), fallback_zone_(std::move(fallback_zone)), now_(now) {}

    std::optional<NumberCondition> of(const E164& number) {
        bool works = false;
        if (const auto known = facts_.find(number); known != facts_.end()) {
            const NumberFacts& facts = known->second;
            if (const auto opted_out = facts.find(NumberFact::opted_out); opted_out != facts.end()) {
                return NumberCondition{Verdict::opted_out,
                                       local_date_text(opted_out->second.learned_at, fallback_zone_)};
            }
            const auto landline = facts.find(NumberFact::takes_no_texts);
            if (landline != facts.end() && now_ - landline->second.learned_at < landline_known_for)
                return NumberCondition{Verdict::cannot_receive,
                                       "the carrier says that it is not a mobile number"};
            works = facts.contains(NumberFact::is_in_service);
        }
        if (!is_within_hours(number))
            return NumberCondition{Verdict::outside_hours, time_of_day_text(hours_.begin), works};
        return works ? std::optional(NumberCondition{Verdict::ok, {}, works}) : std::nullopt;
    }

  private:
    /// A zone's time is costly to find, and there are few places.
    bool is_within_hours(const E164& number) {
        const std::string_view zones = zone_list_of(number, fallback_zone_);
        const auto [entry, is_new] = within_hours_.try_emplace(zones, true);
        if (is_new) entry->second = permitted_from(zones_in(zones), hours_, now_) <= now_;
        return entry->second;
    }

    std::unordered_map<E164, NumberFacts> facts_;
    TextingHours hours_;
    std::string fallback_zone_;
    TimePoint now_;
    std::unordered_map<std::string_view, bool> within_hours_;  ///< by the list of zones
};

}  // namespace

NumberConditionOf number_conditions(const NumberFactStore& facts, const TextingHours& hours,
                                    const std::string& fallback_zone, TimePoint now) {
    const auto conditions = std::make_shared<NumberConditions>(facts.all(), hours, fallback_zone, now);
    return [conditions](const E164& number) { return conditions->of(number); };
}

}  // namespace send_text
