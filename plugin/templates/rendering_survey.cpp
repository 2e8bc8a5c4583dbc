#include "templates/rendering_survey.hpp"

#include <tuple>
#include <utility>

#include "body/body_problem.hpp"

namespace send_text {

RenderingSurvey::RenderingSurvey(const Template& surveyed)
    : template_(surveyed), unseen_fields_(surveyed.fields().begin(), surveyed.fields().end()) {}

void RenderingSurvey::add(const MergeValues& values) {
    std::erase_if(unseen_fields_, [&](const std::string& field) { return values.values.contains(field); });
    std::string body;
    try {
        body = template_.render(values);
    } catch (const MissingFieldValue& missing) {
        return fail(missing.what());
    }
    if (const std::string problem = problem_of_body(body); !problem.empty())
        return fail("To " + values.person + " nothing can be sent. " + problem);

    ++texts_;
    const BodySegments counts = count_segments(body);
    total_segments_ += counts.segments;
    const bool is_longest = std::tie(counts.segments, counts.characters) >
                            std::tie(longest_counts_.segments, longest_counts_.characters);
    if (!is_longest) return;
    longest_ = std::move(body);
    longest_person_ = values.person;
    longest_counts_ = counts;
}

void RenderingSurvey::fail(const std::string& problem) {
    failed_.push_back(texts_++);
    if (failed_.size() == 1) first_problem_ = problem;
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
