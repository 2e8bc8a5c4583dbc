#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "mock_host/app/scenario/text_expectation.hpp"

namespace mock_host {

class Dialogs;
class ObjectReader;

/// What an open dialog must show.
class DialogExpectation {
  public:
    /// Throws ScenarioError.
    explicit DialogExpectation(ObjectReader& reader);

    const std::string& name() const { return name_; }
    /// Throws NotAsStated, with the whole dialog as it is seen.
    void check(const Dialogs& dialogs, std::uint64_t id) const;

  private:
    struct Row {
        std::string title;
        std::string mark;
        TextExpectation detail;
        TextExpectation note;
        std::optional<std::vector<std::string>> actions;  ///< their labels

        /// What is wrong with the row of this title; empty: nothing.
        std::string problem(const nlohmann::json& row) const;
    };
    struct Field {
        std::string label;                 ///< or its id
        std::optional<std::string> value;  ///< of a choice: what is chosen, or its label
        TextExpectation note;
        TextExpectation error;
        std::optional<std::vector<std::string>> choices;  ///< their labels

        /// What is wrong with the element; empty: nothing. `seen_value`: what stands in it.
        std::string problem(const nlohmann::json& element, const std::string& seen_value) const;
    };
    struct Button {
        std::string label;
        std::optional<bool> is_enabled;
        TextExpectation reason;
    };

    void read_rows(ObjectReader& reader);
    void read_fields(ObjectReader& reader);
    void read_buttons(ObjectReader& reader);

    std::string name_;
    std::string title_;
    TextExpectation text_;  ///< of all texts of the dialog together
    std::optional<std::int64_t> row_count_;
    std::vector<Row> rows_;
    std::vector<Field> fields_;
    std::vector<Button> buttons_;
};

}  // namespace mock_host
