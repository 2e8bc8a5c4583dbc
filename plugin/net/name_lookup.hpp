#pragma once

#include <Poco/Net/IPAddress.h>

#include <string>
#include <vector>

#include "net/byte_stream.hpp"

namespace send_text {

/// The addresses of a host, which is a name or an address, in the system's order. Throws StreamError, when a
/// cancellation comes too.
std::vector<Poco::Net::IPAddress> addresses_of(const std::string& host, Deadline deadline,
                                               const Cancellation& cancellation);

}  // namespace send_text
