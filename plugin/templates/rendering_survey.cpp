#include "templates/rendering_survey.hpp"

#include <tuple>
#include <utility>

#include "templates/rendering.hpp"

namespace send_text {

RenderingSurvey::RenderingSurvey(Template surveyed)
    : template_(std::move(surveyed)), unseen_fields_(template_.fields().begin(), template_.fields().end()) {}

void RenderingSurvey::add(const MergeValues& values) {
    const std::size_t index = texts_++;
    std::erase_if(unseen_fields_, [&](const std::string& field) { return values.values.contains(field); });
    Rendering rendering = rendering_of(template_, values);
    if (rendering.problem) {
        if (failed_.empty()) first_problem_ = std::move(rendering.problem);
        failed_.push_back(index);
        return;
    }
    const BodySegments counts = count_segments(rendering.body);
    total_segments_ += counts.segments;
    if (!counts.is_gsm7) ++texts_in_ucs2_;
    const bool is_longest = std::tie(counts.segments, counts.characters) >
                            std::tie(longest_counts_.segments, longest_counts_.characters);
    if (!is_longest) return;
    longest_ = std::move(rendering.body);
    longest_person_ = values.person;
    longest_index_ = index;
    longest_counts_ = counts;
}

std::vector<std::string> RenderingSurvey::unknown_fields() const {
    std::vector<std::string> unknown;
    if (texts_ == 0) return unknown;
    for (const std::string& field : template_.fields()) {
        if (unseen_fields_.contains(field)) unknown.push_back(field);
    }
    return unknown;
}

}  // namespace send_text
