#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "core/mutex.hpp"
#include "gateway/gateway.hpp"

namespace send_text::zipwhip {

/// The session key of one line, shared by its gateways: Zipwhip wants it kept, not a login per text. While
/// one logs in, the others wait for its key.
/// Threads: any; guarded by mutex_.
class SessionKey {
  public:
    using LogIn = std::function<Secret()>;

    /// The key, from `log_in` if there is none yet. What `log_in` throws passes through.
    Secret get(const LogIn& log_in);

    /// A new key in place of `refused`, unless another gateway has brought one meanwhile.
    Secret renew(const Secret& refused, const LogIn& log_in);

    /// A key that came by itself.
    void replace(Secret key);

  private:
    Mutex mutex_;
    Secret value_ GUARDED_BY(mutex_);
};

/// The session keys of a process's lines.
/// Threads: any; guarded by mutex_.
class SessionKeys {
  public:
    /// The password is a part of the name: a wrong one must not pass as good because a key is there.
    std::shared_ptr<SessionKey> of(const std::string& base_url, const Credentials& credentials);

  private:
    Mutex mutex_;
    std::map<std::tuple<std::string, std::string, Secret>, std::shared_ptr<SessionKey>> keys_
        GUARDED_BY(mutex_);
};

}  // namespace send_text::zipwhip
