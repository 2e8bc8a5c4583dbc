#include "runner/report.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

namespace validator {

void write_line(std::ostream& out, const Result& result) {
    out << std::left << std::setw(8) << word_of(result.outcome) << std::setw(34) << result.name << std::right
        << std::setw(6) << result.duration.count() << " ms  " << result.message << std::endl;
}

void write_summary(std::ostream& out, const std::vector<Result>& results, std::uint64_t seed) {
    out << results.size() << (results.size() == 1 ? " check:" : " checks:");
    const char* separator = " ";
    for (const Outcome outcome :
         {Outcome::ok, Outcome::failed, Outcome::crashed, Outcome::warning, Outcome::skipped}) {
        const auto count = std::count_if(results.begin(), results.end(),
                                         [&](const Result& result) { return result.outcome == outcome; });
        if (count == 0) continue;
        out << separator << count << ' ' << word_of(outcome);
        separator = ", ";
    }
    out << ". Seed " << seed << '.' << std::endl;
}

void write_json(std::ostream& out, const std::string& plugin, std::uint64_t seed,
                const std::vector<Result>& results) {
    nlohmann::ordered_json report;
    report["plugin"] = plugin;
    report["seed"] = seed;
    report["checks"] = nlohmann::ordered_json::array();
    for (const Result& result : results) {
        report["checks"].push_back({{"name", result.name},
                                    {"outcome", word_of(result.outcome)},
                                    {"message", result.message},
                                    {"milliseconds", result.duration.count()}});
    }
    out << report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

bool is_sound(const std::vector<Result>& results) {
    return std::none_of(results.begin(), results.end(), [](const Result& result) {
        return result.outcome == Outcome::failed || result.outcome == Outcome::crashed;
    });
}

}  // namespace validator
