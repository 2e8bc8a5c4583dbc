#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/records.hpp"

namespace mock_host {

class ObjectReader;
class Stage;

/// What open_menu is to be opened on: read from a scenario, and later found in the host's data.
class MenuTargetReader {
  public:
    /// Throws ScenarioError.
    explicit MenuTargetReader(ObjectReader& reader);

    std::string words() const { return words_; }
    /// Throws ScenarioError when what it names is not there.
    MenuTarget find(Stage& stage) const;

  private:
    struct Search {
        std::string branch;  ///< name; empty: all
        RecordSearch form;
    };

    void read_search(ObjectReader& reader);
    std::vector<RecordKey> found_by_search(Stage& stage) const;
    std::vector<RecordKey> rows_of_hotlist(Stage& stage, std::int64_t hotlist_id) const;
    std::vector<RecordKey> those_chosen(const std::vector<RecordKey>& shown) const;

    staffing_menu_place place_ = STAFFING_MENU_PLACE_UNSPECIFIED;
    std::vector<RecordKey> records_;
    std::optional<Search> search_;
    std::optional<std::vector<std::size_t>> rows_;  ///< of the search or the hotlist, from 1; nothing: all
    std::string hotlist_;
    std::string hotlist_row_;
    std::string words_;
};

}  // namespace mock_host
