#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "model/message_template.hpp"
#include "model/text.hpp"
#include "store/database.hpp"

namespace send_text {

/// The owner has a template of that name, and what() says so.
class TemplateExists : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
};

/// The templates. Each change tells the audit trail who made it; each call is one durable transaction.
/// Blocks. What cannot be done is refused with std::invalid_argument, in words.
/// Threads: any but the main one; the database takes turns.
class TemplateStore {
  public:
    static constexpr std::int64_t max_per_owner = 500;

    explicit TemplateStore(Database& database) : database_(database) {}

    /// What a user can choose from: the user's own by name, then the branch's by name.
    std::vector<MessageTemplate> templates_for(std::int64_t rep_id, std::int64_t branch_id) const;

    /// Adds a template, or replaces the one of that name if `may_replace`, and returns its id. The `id` of
    /// `wanted` is passed over. Throws TemplateExists unless `may_replace`.
    std::int64_t save(const MessageTemplate& wanted, bool may_replace, const Sender& who, TimePoint now);

    /// Gives a template, which was `before`, another name and body. Throws TemplateExists when another one
    /// has that name.
    void edit(const MessageTemplate& before, const std::string& name, const std::string& body,
              const Sender& who, TimePoint now);

    /// One that is gone already is no error.
    void remove(std::int64_t id, const Sender& who, TimePoint now);

  private:
    Database& database_;
};

}  // namespace send_text
