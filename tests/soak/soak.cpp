// Trials by seeds: is anybody texted twice, is anything lost, is anybody asked without need?
//
// soak [--trials N] [--from SEED|random] [--seed SEED] [--with TROUBLE,…] [--without TROUBLE,…] [--verbose]
// --with: each trial has just these troubles; --trials 0: without end.
// SOAK_SEED in the environment is as --seed.

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "soak/trial.hpp"

namespace {

using soak::Outcome;

struct Options {
    std::uint64_t from = 1;
    std::int64_t trials = 200;  ///< 0: without end
    std::vector<std::string> troubles = soak::all_troubles;
    std::optional<soak::Troubles> fixed_troubles;
    bool is_verbose = false;
};

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    std::istringstream stream(list);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

Options options_of(const std::vector<std::string>& arguments) {
    Options options;
    const auto replay = [&](const std::string& seed) {
        options.from = std::stoull(seed);
        options.trials = 1;
    };
    if (const char* const seed = std::getenv("SOAK_SEED")) replay(seed);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        const auto value = [&]() -> const std::string& { return arguments.at(++i); };
        if (name == "--trials") {
            options.trials = std::stoll(value());
        } else if (name == "--from") {
            const std::string& from = value();
            options.from = from == "random" ? std::random_device()() : std::stoull(from);
        } else if (name == "--seed") {
            replay(value());
        } else if (name == "--with") {
            const std::vector<std::string> troubles = split(value());
            options.fixed_troubles.emplace(troubles.begin(), troubles.end());
        } else if (name == "--without") {
            for (const std::string& trouble : split(value()))
                std::erase(options.troubles, trouble);
        } else if (name == "--verbose") {
            options.is_verbose = true;
        } else {
            throw std::invalid_argument("what is " + name + "?");
        }
    }
    return options;
}

Outcome trial_of(std::uint64_t seed, const Options& options) {
    soak::Dice dice(seed);
    soak::Troubles troubles = choose_troubles(options.troubles, dice);
    if (options.fixed_troubles) troubles = *options.fixed_troubles;
    return soak::Trial(seed, std::move(troubles), options.is_verbose).run();
}

}  // namespace

int main(int count, char** values) {
    const Options options = options_of({values + 1, values + count});
    Outcome sum;
    std::int64_t bad = 0;
    std::int64_t done = 0;
    for (std::uint64_t seed = options.from; options.trials == 0 || done < options.trials; ++seed, ++done) {
        const Outcome outcome = trial_of(seed, options);
        sum.texts += outcome.texts;
        sum.kills += outcome.kills;
        sum.asked += outcome.asked;
        sum.overtaken += outcome.overtaken;
        if (outcome.findings.empty()) continue;
        ++bad;
        std::cout << "SOAK_SEED=" << seed << " (" << outcome.troubles << ")\n";
        for (const std::string& finding : outcome.findings)
            std::cout << "  " << finding << '\n';
        std::cout << std::flush;
    }
    std::cout << done << " trials, " << sum.texts << " texts, " << sum.kills << " kills, " << sum.asked
              << " times a person was asked, " << sum.overtaken << " texts overtaken, " << bad
              << " trials with findings\n";
    return bad == 0 ? 0 : 1;
}
