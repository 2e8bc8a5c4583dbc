#pragma once

#include <filesystem>
#include <string>

/// A certificate authority of its own and certificates from it, in a folder that goes away with it.
class TestAuthority {
  public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(const TestAuthority&) = delete;
    TestAuthority& operator=(const TestAuthority&) = delete;

    std::string ca_file() const { return (folder_ / "ca.pem").string(); }

    /// A server's certificate and its key.
    struct Issued {
        std::string certificate_file;
        std::string key_file;
    };

    /// Issues a certificate for `names`, such as "DNS:localhost,IP:127.0.0.1"; the files go with this.
    Issued issue(const std::string& names) const;

  private:
    void openssl(const std::string& arguments) const;

    std::filesystem::path folder_;
};
