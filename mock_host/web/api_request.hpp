#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace mock_host {

/// What a page asks of /api, checked already: the right host, the page's token, JSON, not too large.
struct ApiCall {
    std::string method;             ///< GET, POST, PUT or DELETE
    std::vector<std::string> path;  ///< what comes after /api, decoded: {"records", "employee", "5814"}
    std::map<std::string, std::string> query;  ///< decoded; the last of a name counts
    nlohmann::json body;                       ///< an object; an empty one when nothing was sent
};

struct ApiResult {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::string download_name;  ///< not empty: the browser keeps it as a file of this name
};

/// A request that is not carried out, with the HTTP status and the words that a person is shown.
class ApiError : public std::runtime_error {
  public:
    /// `more` is an object whose members stand in the answer beside "error".
    ApiError(int status, const std::string& words, nlohmann::json more = nlohmann::json::object())
        : std::runtime_error(words), status_(status), more_(std::move(more)) {}

    int status() const { return status_; }
    const nlohmann::json& more() const { return more_; }

  private:
    int status_;
    nlohmann::json more_;
};

}  // namespace mock_host
