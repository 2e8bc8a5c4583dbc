#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace mock_host {

/// A carrier simulator of our own on a free port. It ends when this does, and also when this program is
/// killed: it watches its standard input, whose other end only we hold.
class CarrierProcess {
  public:
    /// It keeps its accounts, messages and handsets in `state_file`, if one is given. Throws
    /// std::runtime_error, in words, when it cannot be started or does not say its address.
    explicit CarrierProcess(const std::filesystem::path& program,
                            const std::optional<std::filesystem::path>& state_file = std::nullopt);
    ~CarrierProcess();

    CarrierProcess(const CarrierProcess&) = delete;
    CarrierProcess& operator=(const CarrierProcess&) = delete;

    const std::string& url() const { return url_; }

  private:
    void stop();

    pid_t pid_ = -1;
    int stdin_ = -1;
    int stdout_ = -1;
    std::string url_;
};

}  // namespace mock_host
