#pragma once

#include <Poco/Net/ServerSocket.h>

#include <string>

namespace send_text {

/// Listens at "127.0.0.1:8080"; port 0: any that is free. Accepting there never blocks. Throws
/// std::runtime_error, in words, when it cannot be.
Poco::Net::ServerSocket listen_at(const std::string& address);

}  // namespace send_text
