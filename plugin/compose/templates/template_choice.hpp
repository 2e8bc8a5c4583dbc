#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/session.hpp"
#include "store/template_store.hpp"

namespace send_text {

/// Which template a message began with: the compose dialog's element "template".
class TemplateChoice {
  public:
    explicit TemplateChoice(SessionUser user) : user_(std::move(user)) {}

    /// What there is to choose from (TemplateStore::templates_for). What was chosen stays chosen if it is
    /// there.
    void set(std::vector<MessageTemplate> templates);

    bool is_empty() const { return templates_.empty(); }

    /// A choice was made: the `value` of the event; unknown ones are none.
    void choose(const std::string& value);

    /// By its id, such as one that was saved just now.
    void choose(std::int64_t id) { chosen_id_ = id; }

    /// What is chosen, until the next change; null: none.
    const MessageTemplate* chosen() const;

    /// The element; while there is no template, a text with nothing in it.
    nlohmann::json element() const;

  private:
    SessionUser user_;
    std::vector<MessageTemplate> templates_;
    std::int64_t chosen_id_ = 0;
};

}  // namespace send_text
