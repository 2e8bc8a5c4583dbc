#pragma once

#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api_request.hpp"

namespace mock_host {

class RunningHost;

/// All that pages ask for and do below /api, but for the live events.
class Api {
  public:
    /// `host` must outlive it.
    explicit Api(RunningHost& host);

    /// [any thread but the main one] Throws ApiError, and what the host and the plug-in throw.
    ApiResult answer(const ApiCall& call) const;

  private:
    RunningHost& host_;
    Routes routes_;
};

}  // namespace mock_host
