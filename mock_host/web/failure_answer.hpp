#pragma once

#include <exception>

#include "mock_host/web/api_request.hpp"

namespace mock_host {

/// What a page is told of an exception, the one place that decides on it: an ApiError as it says; 404 for
/// what is not there; 409 for what the host or the plug-in refuses; 400 for a body of another shape; else
/// 500. Always with words under "error".
ApiResult failure_answer(const std::exception& failure);

}  // namespace mock_host
