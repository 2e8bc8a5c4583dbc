#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/refusal.hpp"

/// The parts of a dialog's view (the contract's dialog_view). Each becomes the JSON that the host reads; what
/// is not said of one is not in it.
namespace send_text::view {

template <class Kind>
class Part {
  public:
    operator nlohmann::json() && { return std::move(json_); }
    operator nlohmann::json() const& { return json_; }

  protected:
    explicit Part(nlohmann::json part) : json_(std::move(part)) {}

    Kind with(const char* property, nlohmann::json value) {
        json_[property] = std::move(value);
        return static_cast<Kind&&>(*this);
    }

  private:
    nlohmann::json json_;
};

/// A paragraph. An empty one takes no room.
class Text : public Part<Text> {
  public:
    Text(std::string_view id, std::string_view text) : Part({{"kind", "text"}, {"id", id}, {"text", text}}) {}

    Text severity(std::string_view severity) && { return with("severity", severity); }
    Text folded(std::string_view shown) && { return with("folded", shown); }  ///< what unfolds it
};

/// Where a person types.
class TextArea : public Part<TextArea> {
  public:
    TextArea(std::string_view id, std::string_view label, std::string_view first_value)
        : Part({{"kind", "text_area"}, {"id", id}, {"label", label}, {"value", first_value}}) {}

    TextArea lines(int count) && { return with("lines", count); }
    TextArea max_characters(std::size_t most) && { return with("max_characters", most); }
    TextArea note(std::string_view words) && { return with("note", words); }
    TextArea error(std::string_view words) && { return with("error", words); }
    TextArea inserts(nlohmann::json groups) && { return with("inserts", std::move(groups)); }
};

/// What a click puts into a text area, in a group with a button of its own.
struct Insert {
    std::string label;
    std::string text;
};

class InsertGroup : public Part<InsertGroup> {
  public:
    InsertGroup(std::string_view label, const std::vector<Insert>& items);

    InsertGroup as_grid() && { return with("look", "grid"); }
};

struct Option {
    std::string value;
    std::string label;
};

/// One of several.
class Choice : public Part<Choice> {
  public:
    Choice(std::string_view id, std::string_view label, std::string_view chosen,
           const std::vector<Option>& options);
};

struct Action {
    std::string id;
    std::string label;
};

class Row : public Part<Row> {
  public:
    Row(std::string_view id, std::string_view title) : Part({{"id", id}, {"title", title}}) {}

    Row detail(std::string_view words) && { return with("detail", words); }
    Row mark(std::string_view mark) && { return with("mark", mark); }
    Row note(std::string_view words) && { return with("note", words); }  ///< the reason of the mark
    Row actions(const std::vector<Action>& actions) &&;
    Row cells(std::map<std::string, std::string> by_column) && { return with("cells", std::move(by_column)); }
    Row record(std::string_view kind, std::int64_t id) && {
        return with("record", {{"kind", kind}, {"id", id}});
    }
};

struct Column {
    std::string id;
    std::string label;
    double weight = 1;  ///< how wide it is beside the others
};

/// A list of people or things; with columns, a table.
class Rows : public Part<Rows> {
  public:
    Rows(std::string_view id, std::string_view label, nlohmann::json rows = nlohmann::json::array())
        : Part({{"kind", "rows"}, {"id", id}, {"label", label}, {"rows", std::move(rows)}}) {}

    Rows empty_text(std::string_view words) && { return with("empty_text", words); }
    Rows columns(const std::vector<Column>& columns) &&;
    Rows rejected_first() && { return with("rejected_first", true); }
    Rows filter() && { return with("filter", true); }
};

class Progress : public Part<Progress> {
  public:
    Progress(std::string_view id, std::string_view label, std::int64_t done, std::int64_t total)
        : Part({{"kind", "progress"}, {"id", id}, {"label", label}, {"done", done}, {"total", total}}) {}
};

class Button : public Part<Button> {
  public:
    Button(std::string_view id, std::string_view label) : Part({{"id", id}, {"label", label}}) {}

    Button as_default() && { return with("role", "default"); }  ///< Enter presses it
    Button as_cancel() && { return with("role", "cancel"); }    ///< Esc presses it
    Button as_normal() && { return with("role", "normal"); }

    /// It cannot be pressed for this reason; without one it can.
    Button disabled_because(const std::optional<Refusal>& refusal) &&;

    /// The host may draw it there.
    Button beside(std::string_view rows_id) && { return with("beside", rows_id); }
};

/// The whole view. `name` is for tests and help.
nlohmann::json dialog(std::string_view name, std::string_view title, nlohmann::json elements,
                      nlohmann::json buttons);

}  // namespace send_text::view
