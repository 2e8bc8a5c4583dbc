#include "templates/rendering.hpp"

#include "body/body_problem.hpp"

namespace send_text {

Rendering rendering_of(const Template& letter, const MergeValues& values) {
    Rendering rendering = letter.render(values);
    if (rendering.problem) return rendering;
    if (const auto problem = problem_of_body(rendering.body))
        rendering = {"", Refusal{"To " + values.person + " nothing can be sent. " + problem->reason}};
    return rendering;
}

}  // namespace send_text
