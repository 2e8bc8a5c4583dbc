#include "net/name_lookup.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <Poco/Net/SocketAddress.h>

#include <memory>
#include <utility>

namespace send_text {
namespace {

struct FreeAddresses {
    void operator()(addrinfo* first) const { freeaddrinfo(first); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

addrinfo wanted() {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    return hints;
}

StreamError not_found(const std::string& host, int error) {
    return StreamError("the address of " + host + " cannot be found (" + gai_strerror(error) + ")", false);
}

// A thread that the thread sanitizer has not seen beginning would be its end.
#if defined(__GLIBC__) && !defined(__SANITIZE_THREAD__)

/// The system's own lookup waits for each of its name servers in turn and cannot be interrupted: on a thread
/// of the C library's it keeps nobody waiting. One that is given up goes on there and writes into this, which
/// is then left to it for good.
struct Lookup {
    explicit Lookup(const std::string& name) : host(name) {
        request.ar_name = host.c_str();
        request.ar_request = &hints;
    }
    ~Lookup() {
        if (request.ar_result != nullptr) freeaddrinfo(request.ar_result);
    }
    Lookup(const Lookup&) = delete;
    Lookup& operator=(const Lookup&) = delete;

    const std::string host;
    const addrinfo hints = wanted();
    gaicb request{};
};

Addresses look_up(const std::string& host, Deadline deadline, const Cancellation& cancellation) {
    constexpr timespec a_moment{0, 20'000'000};  // nothing but time and its end can end the waiting
    auto lookup = std::make_unique<Lookup>(host);
    gaicb* request = &lookup->request;
    if (const int error = getaddrinfo_a(GAI_NOWAIT, &request, 1, nullptr); error != 0)
        throw not_found(host, error);
    while (gai_error(request) == EAI_INPROGRESS) {
        if (cancellation.is_cancelled() || std::chrono::steady_clock::now() >= deadline) {
            const int left = gai_cancel(request);
            if (left == EAI_NOTCANCELED) (void)lookup.release();
            throw StreamError("the address of " + host + " could not be found in time", false);
        }
        const gaicb* const requests[] = {request};
        (void)gai_suspend(requests, 1, &a_moment);
    }
    if (const int error = gai_error(request); error != 0) throw not_found(host, error);
    return Addresses(std::exchange(request->ar_result, nullptr));
}

#else

Addresses look_up(const std::string& host, Deadline, const Cancellation&) {
    const addrinfo hints = wanted();
    addrinfo* first = nullptr;
    if (const int error = getaddrinfo(host.c_str(), nullptr, &hints, &first); error != 0)
        throw not_found(host, error);
    return Addresses(first);
}

#endif

}  // namespace

std::vector<Poco::Net::IPAddress> addresses_of(const std::string& host, Deadline deadline,
                                               const Cancellation& cancellation) {
    Poco::Net::IPAddress address;
    if (Poco::Net::IPAddress::tryParse(host, address)) return {address};
    std::vector<Poco::Net::IPAddress> addresses;
    const Addresses found = look_up(host, deadline, cancellation);
    for (const addrinfo* one = found.get(); one != nullptr; one = one->ai_next) {
        if (one->ai_family == AF_INET || one->ai_family == AF_INET6)
            addresses.push_back(Poco::Net::SocketAddress(one->ai_addr, one->ai_addrlen).host());
    }
    return addresses;
}

}  // namespace send_text
