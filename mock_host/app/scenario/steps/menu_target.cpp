#include "mock_host/app/scenario/steps/menu_target.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/loader/menu_places.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

staffing_menu_place read_place(ObjectReader& reader, const std::string& name) {
    if (const auto place = menu_place(name)) return *place;
    std::vector<std::string> known = menu_place_names();
    std::sort(known.begin(), known.end());
    std::string names;
    for (const std::string& one : known)
        names += (names.empty() ? "" : ", ") + one;
    reader.refuse("there is no place \"" + name + "\". The places are: " + names);
}

/// "all", the first N, or a list of row numbers from 1.
std::optional<std::vector<std::size_t>> read_rows(ObjectReader& reader) {
    const json* const rows = reader.value("rows");
    if (rows == nullptr || *rows == "all") return std::nullopt;
    std::vector<std::size_t> numbers;
    if (rows->is_number_unsigned()) {
        for (std::size_t i = 1; i <= rows->get<std::size_t>(); ++i)
            numbers.push_back(i);
        return numbers;
    }
    const std::string words = "\"rows\" must be \"all\", a count of rows, or a list of row numbers from 1";
    if (!rows->is_array()) reader.refuse(words);
    for (const json& row : *rows) {
        if (!row.is_number_unsigned() || row == 0) reader.refuse(words);
        numbers.push_back(row.get<std::size_t>());
    }
    return numbers;
}

}  // namespace

MenuTargetReader::MenuTargetReader(ObjectReader& reader) {
    const std::string place = reader.text("place");
    place_ = read_place(reader, place);
    words_ = place;
    for (const std::string& record : reader.texts("records"))
        records_.push_back(Stage::record(record));
    hotlist_ = reader.text_or("hotlist", "");
    hotlist_row_ = reader.text_or("row", "");
    if (!hotlist_.empty()) words_ += " \"" + hotlist_ + "\"";
    rows_ = read_rows(reader);
    if (reader.has("search")) read_search(reader);
    if (rows_ && !search_ && place != "hotlist")
        reader.refuse("\"rows\" goes with \"search\" or a whole hotlist");
    const bool is_hotlist = place.starts_with("hotlist");
    if (is_hotlist == hotlist_.empty()) {
        reader.refuse(is_hotlist ? "\"hotlist\" is missing"
                                 : "\"hotlist\" is only for the two hotlist places");
    }
    if (!is_hotlist && records_.empty() == !search_)
        reader.refuse("either \"records\" or \"search\" is needed");
    if ((place == "hotlist_row") == hotlist_row_.empty()) {
        reader.refuse("\"row\" (a name) is needed for hotlist_row, and only there");
    }
}

void MenuTargetReader::read_search(ObjectReader& reader) {
    Search search;
    ObjectReader form(*reader.value("search"), reader.where() + ", \"search\"");
    const bool is_contact = place_ == STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS;
    search.form.kind = is_contact ? RecordKind::contact : RecordKind::employee;
    search.form.last_name = form.text_or("last_name", "");
    search.form.first_name = form.text_or("first_name", "");
    search.form.customer_name = form.text_or("customer_name", "");
    search.form.active = form.boolean("active");
    search.form.id = form.integer("id");
    search.form.limit = 100'000;
    search.branch = form.text_or("branch", "");
    form.finish();
    search_ = std::move(search);
}

MenuTarget MenuTargetReader::find(Stage& stage) const {
    MenuTarget target{place_, records_, 0};
    if (search_) target.records = those_chosen(found_by_search(stage));
    if (!hotlist_.empty()) {
        const auto hotlist = stage.database().hotlists().find_by_name(hotlist_);
        if (!hotlist) throw ScenarioError("there is no hotlist \"" + hotlist_ + "\".");
        target.hotlist_id = hotlist->id;
        target.records = those_chosen(rows_of_hotlist(stage, hotlist->id));
    }
    return target;
}

std::vector<RecordKey> MenuTargetReader::found_by_search(Stage& stage) const {
    RecordSearch form = search_->form;
    if (!search_->branch.empty()) {
        const auto branch = stage.database().branches().find_by_name(search_->branch);
        if (!branch) throw ScenarioError("there is no branch \"" + search_->branch + "\".");
        form.branch_id = branch->id;
    }
    std::vector<RecordKey> keys;
    for (const Person& person : stage.database().records().search(form).people)
        keys.push_back(person.key());
    return keys;
}

std::vector<RecordKey> MenuTargetReader::those_chosen(const std::vector<RecordKey>& shown) const {
    if (!rows_) return shown;
    std::vector<RecordKey> chosen;
    for (const std::size_t row : *rows_) {
        if (row > shown.size()) {
            throw ScenarioError("there are " + std::to_string(shown.size()) + " rows; there is no row " +
                                std::to_string(row) + ".");
        }
        chosen.push_back(shown[row - 1]);
    }
    return chosen;
}

std::vector<RecordKey> MenuTargetReader::rows_of_hotlist(Stage& stage, std::int64_t hotlist_id) const {
    std::vector<RecordKey> keys;
    for (const HotlistRow& row : stage.database().hotlists().rows(hotlist_id)) {
        if (!hotlist_row_.empty() && row.first_name + " " + row.last_name != hotlist_row_) continue;
        keys.push_back({RecordKind::employee, row.employee_id});
    }
    if (keys.empty() && !hotlist_row_.empty()) {
        throw ScenarioError("the hotlist \"" + hotlist_ + "\" has no row \"" + hotlist_row_ + "\".");
    }
    return keys;
}

}  // namespace mock_host
