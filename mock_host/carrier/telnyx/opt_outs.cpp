#include "carrier/telnyx/opt_outs.hpp"

#include <Poco/String.h>

#include <nlohmann/json.hpp>

namespace mock_host::telnyx {

namespace {

const std::set<std::string> opt_out_words{"STOP",   "STOPALL", "STOP ALL", "UNSUBSCRIBE",
                                          "CANCEL", "END",     "QUIT"};
const std::set<std::string> opt_in_words{"START", "UNSTOP"};

}  // namespace

Keyword keyword_of(const std::string& text) {
    const std::string word = Poco::toUpper(Poco::trim(text));
    if (opt_out_words.contains(word)) return Keyword::opt_out;
    return opt_in_words.contains(word) ? Keyword::opt_in : Keyword::none;
}

OptOuts::OptOuts(StateFile* file) : kept_(file, "telnyx_opt_out") {
    kept_.each([this](const std::string&, const nlohmann::json& kept) {
        stopped_.emplace(kept.at("profile_id"), kept.at("number"));
    });
}

void OptOuts::apply(const std::string& profile_id, const std::string& number, Keyword keyword) {
    const std::string key = profile_id + " " + number;
    const std::lock_guard lock(mutex_);
    if (keyword == Keyword::opt_out && stopped_.emplace(profile_id, number).second) {
        kept_.put(key, [&] { return nlohmann::json{{"profile_id", profile_id}, {"number", number}}; });
    }
    if (keyword == Keyword::opt_in && stopped_.erase({profile_id, number}) > 0) kept_.remove(key);
}

bool OptOuts::has(const std::string& profile_id, const std::string& number) const {
    const std::lock_guard lock(mutex_);
    return stopped_.contains({profile_id, number});
}

void OptOuts::clear() {
    const std::lock_guard lock(mutex_);
    stopped_.clear();
    kept_.remove_all();
}

}  // namespace mock_host::telnyx
