#include "mock_host/app/scenario/steps/dialog_expectation.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/dialog_text.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/loader/dialogs.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

/// All rows of all lists.
std::vector<json> rows_of(const json& view) {
    std::vector<json> rows;
    for (const json& element : view["elements"]) {
        if (element["kind"] != "rows") continue;
        for (const json& row : element["rows"])
            rows.push_back(row);
    }
    return rows;
}

std::string texts_of(const json& view) {
    std::string texts;
    for (const json& element : view["elements"]) {
        if (element["kind"] == "text") texts += element["text"].get<std::string>() + "\n";
    }
    return texts;
}

/// What a row says of `what`, held against an expectation.
std::string problem_of(const TextExpectation& expected, const json& object, const char* key,
                       const std::string& whose) {
    const std::string problem = expected.problem(object.value(key, ""));
    return problem.empty() ? "" : "the " + std::string(key) + " of \"" + whose + "\": " + problem;
}

std::vector<std::string> labels_of(const json& object, const char* key) {
    std::vector<std::string> labels;
    const json list = object.value(key, json::array());
    for (const json& item : list)
        labels.push_back(item["label"]);
    return labels;
}

}  // namespace

DialogExpectation::DialogExpectation(ObjectReader& reader)
    : name_(reader.text_or("name", "")),
      title_(reader.text_or("title", "")),
      text_(TextExpectation::read(reader, "text_")),
      row_count_(reader.integer("row_count")) {
    if (reader.has("rows")) read_rows(reader);
    if (reader.has("fields")) read_fields(reader);
    if (reader.has("buttons")) read_buttons(reader);
}

void DialogExpectation::read_rows(ObjectReader& reader) {
    for (const json& source : reader.list("rows")) {
        ObjectReader row(source, reader.where() + ", \"rows\"");
        Row expected{row.text("title"),
                     row.text_or("mark", ""),
                     TextExpectation::read(row, "detail_"),
                     TextExpectation::read(row, "note_"),
                     {}};
        if (row.has("actions")) expected.actions = row.texts("actions");
        row.finish();
        rows_.push_back(std::move(expected));
    }
}

std::string DialogExpectation::Row::problem(const json& row) const {
    if (!mark.empty() && row.value("mark", "") != mark)
        return "the row \"" + title + "\" is marked " + mark + ", not " + row.value("mark", "at all");
    if (actions && labels_of(row, "actions") != *actions)
        return "exactly these actions of the row \"" + title + "\": " + json(*actions).dump();
    const std::string problem = problem_of(detail, row, "detail", title);
    return problem.empty() ? problem_of(note, row, "note", title) : problem;
}

void DialogExpectation::read_fields(ObjectReader& reader) {
    for (const json& source : reader.list("fields")) {
        ObjectReader field(source, reader.where() + ", \"fields\"");
        Field expected{field.text("label"),
                       {},
                       TextExpectation::read(field, "note_"),
                       TextExpectation::read(field, "error_"),
                       {}};
        if (field.has("value")) expected.value = field.text("value");
        if (field.has("choices")) expected.choices = field.texts("choices");
        field.finish();
        fields_.push_back(std::move(expected));
    }
}

std::string DialogExpectation::Field::problem(const json& element, const std::string& seen_value) const {
    bool is_value = value && *value == seen_value;
    const json offered = element.value("choices", json::array());
    for (const json& choice : offered)
        is_value = is_value || (value && choice["value"] == seen_value && choice["label"] == *value);
    if (value && !is_value) return "\"" + *value + "\" in the field \"" + label + "\"";
    if (choices && labels_of(element, "choices") != *choices)
        return "exactly these choices of the field \"" + label + "\": " + json(*choices).dump();
    const std::string problem = problem_of(note, element, "note", label);
    return problem.empty() ? problem_of(error, element, "error", label) : problem;
}

void DialogExpectation::read_buttons(ObjectReader& reader) {
    for (const json& source : reader.list("buttons")) {
        ObjectReader button(source, reader.where() + ", \"buttons\"");
        buttons_.push_back(
            {button.text("label"), button.boolean("enabled"), TextExpectation::read(button, "reason_")});
        button.finish();
    }
}

void DialogExpectation::check(const Dialogs& dialogs, std::uint64_t id) const {
    const json& view = dialogs.view(id);
    const auto expect = [&](bool is_so, const std::string& expected) {
        if (!is_so) throw NotAsStated(expected, draw_all_dialogs(dialogs));
    };
    const auto expect_no = [&](const std::string& problem) { expect(problem.empty(), problem); };
    expect(name_.empty() || view["name"] == name_,
           "the dialog " + name_ + ", not " + view["name"].get<std::string>());
    expect(title_.empty() || view["title"] == title_, "a dialog with the title \"" + title_ + "\"");
    const std::string problem = text_.problem(texts_of(view));
    expect(problem.empty(), "the dialog's text: " + problem);

    const std::vector<json> rows = rows_of(view);
    expect(!row_count_ || static_cast<std::size_t>(*row_count_) == rows.size(),
           std::to_string(row_count_.value_or(0)) + " rows, not " + std::to_string(rows.size()));
    for (const Row& wanted : rows_) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const json& candidate) {
            return candidate["title"] == wanted.title;
        });
        expect(row != rows.end(), "a row \"" + wanted.title + "\"");
        expect_no(wanted.problem(*row));
    }
    for (const Field& wanted : fields_) {
        const json& elements = view["elements"];
        const auto field = std::find_if(elements.begin(), elements.end(), [&](const json& element) {
            return element.value("label", "") == wanted.label || element["id"] == wanted.label;
        });
        expect(field != elements.end(), "a field \"" + wanted.label + "\"");
        expect_no(wanted.problem(*field, dialogs.typed(id, (*field)["id"])));
    }
    for (const Button& wanted : buttons_) {
        const json& buttons = view["buttons"];
        const auto button = std::find_if(buttons.begin(), buttons.end(), [&](const json& candidate) {
            return candidate["label"] == wanted.label;
        });
        expect(button != buttons.end(), "a button \"" + wanted.label + "\"");
        expect(!wanted.is_enabled || button->value("enabled", true) == *wanted.is_enabled,
               "the button \"" + wanted.label + "\" is " +
                   (wanted.is_enabled.value_or(true) ? "enabled" : "disabled"));
        expect_no(problem_of(wanted.reason, *button, "reason", wanted.label));
    }
}

}  // namespace mock_host
