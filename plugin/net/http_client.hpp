#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/secret.hpp"
#include "core/time.hpp"

namespace send_text {

/// Form parameters in their order; a name may come more than once.
using Form = std::vector<std::pair<std::string, std::string>>;

/// A complete answer, whatever its status.
struct HttpAnswer {
    int status = 0;
    std::string body;
    std::optional<Seconds> retry_after;      ///< of the Retry-After header
    std::optional<TimePoint> dated_at = {};  ///< of the Date header, when it makes sense
};

/// There is no answer. what() says in words what happened to which host and what to do, without parameters.
class HttpError : public std::runtime_error {
  public:
    enum class Kind {
        not_sent,     ///< no byte of the request has left: asking again cannot do anything twice
        answer_lost,  ///< it left at least in part, and no complete answer came: it may have been processed
    };
    HttpError(Kind kind, const std::string& message, bool is_cancelled = false)
        : std::runtime_error(message), kind_(kind), is_cancelled_(is_cancelled) {}
    Kind kind() const { return kind_; }

    /// Send Text gave it up itself, since it is being ended.
    bool is_cancelled() const { return is_cancelled_; }

  private:
    Kind kind_;
    bool is_cancelled_;
};

/// What goes with each request: as HTTP Basic (RFC 7617), or the password alone as a bearer token (RFC 6750).
struct HttpLogin {
    std::string username = {};  ///< of a bearer token: none
    Secret password;
    bool is_bearer = false;
};

/// HTTP towards one base URL, for any carrier. Never sends a request twice, never follows a redirect. Calls
/// block for no longer than the time-outs.
/// Threads: any, one at a time.
class HttpClient {
  public:
    virtual ~HttpClient() = default;

    /// `path` is below the base URL and begins with '/'. Throws HttpError.
    virtual HttpAnswer post(const std::string& path, const Form& form) = 0;  ///< form-encoded
    virtual HttpAnswer get(const std::string& path, const Form& form) = 0;

    /// The body is JSON. A client of a carrier that takes forms alone need not have it.
    virtual HttpAnswer post_json(const std::string& path, const std::string&) {
        throw std::logic_error("This carrier takes no JSON at " + path + ".");
    }
};

/// application/x-www-form-urlencoded: everything but unreserved characters becomes %XX. Made in one piece of
/// memory, so that whoever wipes the result has wiped all of it.
std::string form_encoded(const Form& form);

}  // namespace send_text
