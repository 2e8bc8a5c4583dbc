#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace mock_host {

struct CarrierServerOptions {
    std::uint16_t port = 0;                           ///< HTTP; 0 takes a free one
    std::optional<std::uint16_t> https_port;          ///< nothing: no HTTPS; 0 takes a free one
    std::string certificate_file;                     ///< PEM, for HTTPS
    std::string private_key_file;                     ///< PEM, for HTTPS
    std::map<std::string, std::string> accounts;      ///< Zipwhip's: user name → password; see Carrier
    std::optional<std::filesystem::path> state_file;  ///< keeps all but faults and logs; nothing: none of it
};

/// The simulated carrier on 127.0.0.1, for the program and for tests in the same process.
class CarrierServer {
  public:
    /// Takes the ports. Throws std::runtime_error, in words, if a port is in use or the certificate cannot be
    /// read, and std::invalid_argument for an account no carrier could have.
    explicit CarrierServer(const CarrierServerOptions& options = {});
    /// Stops, if that has not happened.
    ~CarrierServer();
    CarrierServer(const CarrierServer&) = delete;
    CarrierServer& operator=(const CarrierServer&) = delete;

    /// Serves from now on, on threads of its own.
    void start();
    /// Lets go of waiting clients, finishes the requests at work and ends all threads. Not to be started
    /// again.
    void stop();

    std::uint16_t port() const;
    /// 0 without HTTPS.
    std::uint16_t https_port() const;
    /// "http://127.0.0.1:PORT"
    std::string base_url() const;
    /// "https://127.0.0.1:PORT", or empty without HTTPS.
    std::string https_base_url() const;

    /// Waits until the handsets have received this many texts in all; false when the time is over before.
    bool wait_for_texts(std::size_t count, std::chrono::milliseconds at_most) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace mock_host
