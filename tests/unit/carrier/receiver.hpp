#pragma once

#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace mock_host::test {

/// What a carrier has posted.
struct Posted {
    std::string content_type;
    std::string body;
    std::string signature;  ///< X-Twilio-Signature; empty without one
    std::string method = {};
    std::string target = {};     ///< path and query
    std::string ed25519 = {};    ///< telnyx-signature-ed25519; empty without one
    std::string timestamp = {};  ///< telnyx-timestamp
};

/// What has been posted to the receiver and not yet been taken.
class Inbox {
  public:
    void put(Posted posted);
    /// The oldest; waits until there is one.
    Posted take();
    std::size_t size();

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Posted> posted_;
};

/// A customer's web server that takes whatever is posted.
class Receiver {
  public:
    Receiver();
    ~Receiver();
    std::string url() const;
    Inbox inbox;
    std::atomic<int> status = 200;  ///< of its answers

  private:
    Poco::ThreadPool threads_{2, 8};
    Poco::Net::ServerSocket socket_;
    std::unique_ptr<Poco::Net::HTTPServer> server_;
};

}  // namespace mock_host::test
