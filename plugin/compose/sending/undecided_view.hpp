#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/time.hpp"
#include "delivery/carrier_lists.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/text_decision.hpp"

namespace send_text {

/// What the window shows about texts that wait for a person.
struct UndecidedContent {
    std::vector<UndecidedGroup> groups;       ///< all that the user may decide about
    std::string chosen_group;                 ///< "": all
    std::vector<TextId> ids;                  ///< of the texts in what is chosen
    std::vector<Text> texts;                  ///< the first of them
    std::map<LineId, CarrierAnswer> answers;  ///< by line, as they come
    std::string outcome;                      ///< of the last decision, when it must be told
};

/// So many texts have a row at a time; the others follow as these are decided.
inline constexpr std::size_t max_undecided_rows = 100;

/// A group's value among the choices.
std::string id_of(const UndecidedGroup& group);

/// How far back the carrier's list is of interest for a text.
TimePoint listed_from(TimePoint sent_at);

nlohmann::json undecided_elements(const UndecidedContent& content);
nlohmann::json undecided_buttons(const UndecidedContent& content);
nlohmann::json undecided_view(const UndecidedContent& content);

}  // namespace send_text
