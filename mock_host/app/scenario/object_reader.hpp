#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mock_host {

/// Reads a JSON object of a scenario, key by key, and knows at the end which keys there are. All functions
/// throw ScenarioError, saying where.
class ObjectReader {
  public:
    /// `where` names the place for people: "step 3 (open_menu)". The object must outlive the reader.
    ObjectReader(const nlohmann::json& object, std::string where);

    bool has(const std::string& key);
    std::string text(const std::string& key);
    std::string text_or(const std::string& key, const std::string& otherwise);
    /// A list of strings, or one string alone; none when the key is missing.
    std::vector<std::string> texts(const std::string& key);
    std::optional<bool> boolean(const std::string& key);
    std::optional<std::int64_t> integer(const std::string& key);
    /// All strings whose keys were not asked for, key to text; something else there is refused.
    std::map<std::string, std::string> other_texts();
    /// nullptr when it is missing.
    const nlohmann::json* value(const std::string& key);
    /// The items of a list; throws when it is missing.
    const nlohmann::json& list(const std::string& key);

    /// Throws when the object has a key that was not asked for; names those that were.
    void finish() const;

    [[noreturn]] void refuse(const std::string& words) const;
    const std::string& where() const { return where_; }

  private:
    const nlohmann::json& object_;
    std::string where_;
    std::set<std::string> keys_;
};

}  // namespace mock_host
