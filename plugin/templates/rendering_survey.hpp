#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "body/body_segments.hpp"
#include "templates/template.hpp"

namespace send_text {

/// What a template becomes over all recipients of a request: the longest message, the segments that all cost,
/// and for whom it cannot be sent. One recipient at a time, so that nobody's values need be kept; 100,000
/// take a fraction of a second.
class RenderingSurvey {
  public:
    explicit RenderingSurvey(Template surveyed);

    /// One more text.
    void add(const MergeValues& values);

    std::size_t texts() const { return texts_; }
    std::size_t total_segments() const { return total_segments_; }  ///< of those that can be sent
    std::size_t texts_in_ucs2() const { return texts_in_ucs2_; }    ///< of these: not in the 7-bit alphabet

    /// The message with the most segments and, of those, the most characters; empty when none can be sent.
    const std::string& longest() const { return longest_; }
    const BodySegments& longest_counts() const { return longest_counts_; }
    const std::string& longest_person() const { return longest_person_; }
    std::size_t longest_index() const { return longest_index_; }  ///< by the order in which they were added

    /// Whose message cannot be sent, by the order in which they were added, and why the first one cannot.
    const std::vector<std::size_t>& failed() const { return failed_; }
    const std::optional<Refusal>& first_problem() const { return first_problem_; }

    /// Fields that nobody has: misspelt, most likely, also when they have a default.
    std::vector<std::string> unknown_fields() const;

  private:
    Template template_;
    std::size_t texts_ = 0;
    std::size_t total_segments_ = 0;
    std::size_t texts_in_ucs2_ = 0;
    std::string longest_;
    std::string longest_person_;
    std::size_t longest_index_ = 0;
    BodySegments longest_counts_;
    std::vector<std::size_t> failed_;
    std::optional<Refusal> first_problem_;
    std::set<std::string> unseen_fields_;
};

}  // namespace send_text
