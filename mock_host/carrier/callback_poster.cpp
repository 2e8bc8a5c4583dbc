#include "carrier/callback_poster.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/NullStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

#include <memory>

namespace mock_host {

namespace {

namespace net = Poco::Net;

std::unique_ptr<net::HTTPClientSession> connect(const Poco::URI& url) {
    if (url.getScheme() == "https") {
        net::Context::Params parameters;
        parameters.verificationMode = net::Context::VERIFY_NONE;
        net::Context::Ptr context = new net::Context(net::Context::TLS_CLIENT_USE, parameters);
        return std::make_unique<net::HTTPSClientSession>(url.getHost(), url.getPort(), context);
    }
    return std::make_unique<net::HTTPClientSession>(url.getHost(), url.getPort());
}

int post_now(const Callback& callback) {
    const Poco::URI url(callback.url);
    const auto session = connect(url);
    session->setTimeout(Poco::Timespan(callback.max_seconds, 0));
    const std::string target = url.getPathAndQuery().empty() ? "/" : url.getPathAndQuery();
    net::HTTPRequest request(callback.method, target, net::HTTPMessage::HTTP_1_1);
    if (callback.method != net::HTTPRequest::HTTP_GET) {
        request.setContentType(callback.content_type);
        request.setContentLength64(static_cast<Poco::Int64>(callback.body.size()));
    }
    for (const auto& [name, value] : callback.headers)
        request.set(name, value);
    session->sendRequest(request) << callback.body;
    net::HTTPResponse response;
    std::istream& body = session->receiveResponse(response);
    Poco::NullOutputStream nowhere;
    Poco::StreamCopier::copyStream(body, nowhere);
    return response.getStatus();
}

bool is_taken(int status) {
    return status >= 200 && status < 300;
}

}  // namespace

CallbackPoster::CallbackPoster(const SimulatorClock& clock) : clock_(clock), thread_([this] { work(); }) {}

CallbackPoster::~CallbackPoster() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void CallbackPoster::post(Callback callback) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(callback));
    }
    changed_.notify_all();
}

std::vector<PostedCallback> CallbackPoster::posted() const {
    const std::lock_guard lock(mutex_);
    return {posted_.begin(), posted_.end()};
}

std::uint64_t CallbackPoster::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

void CallbackPoster::clear() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    posted_.clear();
    ++changes_;
}

void CallbackPoster::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        Callback callback = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        PostedCallback result{callback.url, 0, {}, clock_.now()};
        try {
            result.status = post_now(callback);
        } catch (const Poco::Exception& e) {
            result.error = e.displayText();
        } catch (const std::exception& e) {
            result.error = e.what();
        }
        lock.lock();
        if (!is_taken(result.status) && !callback.otherwise.empty()) {
            Callback next = std::move(callback.otherwise.front());
            callback.otherwise.erase(callback.otherwise.begin());
            next.otherwise = std::move(callback.otherwise);
            waiting_.push_front(std::move(next));
        }
        posted_.push_back(std::move(result));
        ++changes_;
        while (posted_.size() > 10'000)
            posted_.pop_front();
    }
}

}  // namespace mock_host
