#pragma once

#include "templates/template.hpp"

namespace send_text {

/// What is sent to the one with these values, or why nothing can be (also for what the message becomes with
/// them: see problem_of_body).
Rendering rendering_of(const Template& letter, const MergeValues& values);

}  // namespace send_text
