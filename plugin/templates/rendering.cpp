#include "templates/rendering.hpp"

#include "body/body_problem.hpp"

namespace send_text {

Rendering rendering_of(const Template& letter, const MergeValues& values) {
    Rendering rendering = letter.render(values);
    if (!rendering.problem.empty()) return rendering;
    if (const std::string problem = problem_of_body(rendering.body); !problem.empty())
        rendering = {"", "To " + values.person + " nothing can be sent. " + problem};
    return rendering;
}

}  // namespace send_text
