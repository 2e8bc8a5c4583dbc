#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "mock_host/web/api_request.hpp"

namespace mock_host {

class RunningHost;

/// A request at the endpoint that answers it.
struct Endpoint {
    RunningHost& host;
    const ApiCall& call;
    std::vector<std::string> arguments;  ///< what stands in the path for each "{}" of the pattern
};

/// The endpoints, by method and path.
class Routes {
  public:
    using Handler = ApiResult (*)(const Endpoint&);

    /// `pattern`: the path below /api, such as "dialogs/{}/press".
    void add(std::string_view method, std::string_view pattern, Handler handler);

    /// The same for whoever has the permission for administration; others are answered 403, in words.
    void add_for_administrators(std::string_view method, std::string_view pattern, Handler handler);

    /// Throws ApiError (403, 404, 405) when no endpoint is there, and what the endpoint throws.
    ApiResult answer(RunningHost& host, const ApiCall& call) const;

  private:
    struct Route {
        std::string method;
        std::vector<std::string> pattern;
        Handler handler;
        bool is_for_administrators;
    };
    std::vector<Route> routes_;
};

/// An answer of JSON. What is not UTF-8 in it is replaced.
ApiResult json_result(const nlohmann::json& value);
/// `{}`: it was done.
ApiResult done();

}  // namespace mock_host
