#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

// Sockets that stay in this process: a program that the host starts meanwhile, on another thread, does not
// inherit them. It would keep carriers' connections open, and the port of the webhooks taken. Poco's own are
// inherited.
namespace send_text {

/// A socket to connect with.
Poco::Net::StreamSocket private_stream_socket();

/// A socket to listen with; what it accepts is private too.
Poco::Net::ServerSocket private_server_socket();

}  // namespace send_text
