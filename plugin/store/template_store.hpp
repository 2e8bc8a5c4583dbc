#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/text.hpp"

namespace send_text {

enum class TemplateOwner : std::int32_t { branch = 1, user = 2 };

/// A message that is kept to be used again, by one user or by all of a branch.
struct MessageTemplate {
    std::int64_t id = 0;  ///< given by the store
    TemplateOwner owner = TemplateOwner::user;
    std::int64_t owner_id = 0;  ///< branch id or rep id
    std::string name;           ///< no two of an owner have the same
    std::string body;           ///< a Template
};

/// The owner has a template of that name, and what() says so.
class TemplateExists : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
};

/// The templates. Each change tells the audit trail who made it; each call is one durable transaction.
/// Blocks: not the main thread. What cannot be done is refused with std::invalid_argument, in words.
class TemplateStore {
  public:
    static constexpr std::int64_t most_of_an_owner = 500;

    explicit TemplateStore(Database& database) : database_(database) {}

    /// What a user can choose from: the user's own by name, then the branch's by name.
    std::vector<MessageTemplate> templates_for(std::int64_t rep_id, std::int64_t branch_id) const;

    /// Adds a template, or replaces the one of that name if `may_replace`, and returns its id. The `id` of
    /// `wanted` is passed over. Throws TemplateExists unless `may_replace`.
    std::int64_t save(const MessageTemplate& wanted, bool may_replace, const Sender& who,
                      std::int64_t now_ms);

    /// Gives a template, which was `before`, another name and body. Throws TemplateExists when another one
    /// has that name.
    void edit(const MessageTemplate& before, const std::string& name, const std::string& body,
              const Sender& who, std::int64_t now_ms);

    /// One that is gone already is no error.
    void remove(std::int64_t id, const Sender& who, std::int64_t now_ms);

  private:
    Database& database_;
};

}  // namespace send_text
