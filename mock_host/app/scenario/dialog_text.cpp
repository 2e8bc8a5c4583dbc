#include "mock_host/app/scenario/dialog_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "mock_host/loader/dialogs.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

const char* sign(const std::string& mark) {
    if (mark == "ok") return "✓ ";
    if (mark == "warning") return "! ";
    if (mark == "rejected") return "✗ ";
    return "  ";
}

std::string draw_row(const json& row) {
    std::string line = sign(row.value("mark", "")) + row["title"].get<std::string>();
    const auto detail = row.value("detail", "");
    const auto note = row.value("note", "");
    if (!detail.empty()) line += " · " + detail;
    if (!note.empty()) line += " — " + note;
    for (const json& action : row.value("actions", json::array()))
        line += " (" + action["label"].get<std::string>() + ")";
    return line;
}

/// In the order in which they are to be shown.
std::vector<json> rows_in_order(const json& element) {
    std::vector<json> rows(element["rows"].begin(), element["rows"].end());
    if (element.value("rejected_first", false)) {
        std::stable_partition(rows.begin(), rows.end(),
                              [](const json& row) { return row.value("mark", "") == "rejected"; });
    }
    return rows;
}

std::string draw_rows(const json& element) {
    constexpr std::size_t shown_at_first = 8;
    const std::vector<json> rows = rows_in_order(element);
    std::string text = element["label"].get<std::string>() + " (" + std::to_string(rows.size()) + ")\n";
    if (rows.empty()) text += "  " + element.value("empty_text", "") + "\n";
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_ordinary = rows[i].value("mark", "ok") == "ok";
        if (i >= shown_at_first && is_ordinary) {
            ++hidden;
        } else {
            text += "  " + draw_row(rows[i]) + "\n";
        }
    }
    if (hidden > 0) text += "  … and " + std::to_string(hidden) + " more\n";
    return text;
}

/// "From: [Eagan ▾] or Memphis"
std::string draw_choice(const json& element) {
    std::string chosen;
    std::string others;
    for (const json& choice : element["choices"]) {
        const std::string label = choice["label"];
        if (choice["value"] == element["value"]) {
            chosen = label;
        } else {
            others += (others.empty() ? " or " : ", ") + label;
        }
    }
    return element["label"].get<std::string>() + ": [" + chosen + " ▾]" + others + "\n";
}

std::string draw_element(const json& element, const Dialogs& dialogs, std::uint64_t id) {
    const auto kind = element["kind"].get<std::string>();
    if (kind == "text") {
        const auto text = element["text"].get<std::string>();
        const auto severity = element.value("severity", "");
        const bool is_loud = severity == "warning" || severity == "error";
        return text.empty() ? "" : (is_loud ? "! " : "") + text + "\n";
    }
    if (kind == "rows") return draw_rows(element);
    if (kind == "text_area") {
        const auto note = element.value("note", "");
        const auto error = element.value("error", "");
        return element["label"].get<std::string>() + ": [" +
               dialogs.typed(id, element["id"].get<std::string>()) + "]" + (note.empty() ? "" : " " + note) +
               "\n" + (error.empty() ? "" : "! " + error + "\n");
    }
    if (kind == "choice") return draw_choice(element);
    if (kind == "progress") {
        return element["label"].get<std::string>() + " " + element["done"].dump() + " of " +
               element["total"].dump() + "\n";
    }
    return "(" + kind + ", which this host does not know)\n";
}

std::string draw_button(const json& button) {
    std::string text = "[" + button["label"].get<std::string>() + "]";
    if (button.value("enabled", true)) return text;
    const auto reason = button.value("reason", "");
    return text + " (disabled" + (reason.empty() ? "" : ": " + reason) + ")";
}

/// A bar at the left of each line.
std::string framed(const std::string& title, const std::string& body) {
    std::string text = "┌ " + title + "\n";
    for (std::size_t from = 0; from < body.size();) {
        const std::size_t end = body.find('\n', from);
        text += "│ " + body.substr(from, end - from) + "\n";
        from = end == std::string::npos ? body.size() : end + 1;
    }
    return text + "└\n";
}

}  // namespace

std::string draw_dialog(const Dialogs& dialogs, std::uint64_t id) {
    const json& view = dialogs.view(id);
    std::string body;
    for (const json& element : view["elements"])
        body += draw_element(element, dialogs, id);
    std::string buttons;
    for (const json& button : view["buttons"])
        buttons += (buttons.empty() ? "" : "  ") + draw_button(button);
    return framed(view["title"].get<std::string>(), body + buttons);
}

std::string draw_all_dialogs(const Dialogs& dialogs) {
    std::string text;
    for (const std::uint64_t id : dialogs.ids())
        text += draw_dialog(dialogs, id);
    return text.empty() ? "No dialog is open.\n" : text;
}

}  // namespace mock_host
