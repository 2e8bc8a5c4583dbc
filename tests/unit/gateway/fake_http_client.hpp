#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/time.hpp"
#include "net/http_client.hpp"

/// A carrier without a network: gives the answers that a test has laid down, in order, and keeps what was
/// asked. Outlives the client that it hands out.
class FakeCarrier {
  public:
    struct Request {
        std::string path;
        send_text::Form form;
        std::string method;
        std::string body = {};  ///< of JSON

        std::string value(const std::string& name) const {
            for (const auto& [key, text] : form) {
                if (key == name) return text;
            }
            return "(none)";
        }
    };

    void answer(const std::string& body, int status = 200,
                std::optional<send_text::Seconds> retry_after = {}) {
        steps_.emplace_back(send_text::HttpAnswer{status, body, retry_after});
    }
    void fail(send_text::HttpError::Kind kind) {
        steps_.emplace_back(send_text::HttpError(kind, "the network failed"));
    }
    void cancel(send_text::HttpError::Kind kind) {
        steps_.emplace_back(send_text::HttpError(kind, "Send Text was ended.", true));
    }
    void let_in(const std::string& key = "guid-1:2065551204") {
        answer(R"({"success":true,"response":")" + key + "\"}");
    }

    const std::vector<Request>& requests() const { return requests_; }
    bool has_answers_left() const { return !steps_.empty(); }

    /// Of a carrier whose secrets stand in the form, so that a GET would put them into the URL.
    std::unique_ptr<send_text::HttpClient> client() { return std::make_unique<Client>(*this, false); }
    /// Of a carrier that is asked by GET too.
    std::unique_ptr<send_text::HttpClient> client_with_get() { return std::make_unique<Client>(*this, true); }

  private:
    class Client final : public send_text::HttpClient {
      public:
        Client(FakeCarrier& carrier, bool may_get) : carrier_(carrier), may_get_(may_get) {}
        send_text::HttpAnswer post(const std::string& path, const send_text::Form& form) override {
            return carrier_.take({path, form, "POST"});
        }
        send_text::HttpAnswer post_json(const std::string& path, const std::string& body) override {
            return carrier_.take({path, {}, "POST", body});
        }
        send_text::HttpAnswer get(const std::string& path, const send_text::Form& form) override {
            if (!may_get_) throw std::logic_error("a GET would put the session key into the URL " + path);
            return carrier_.take({path, form, "GET"});
        }

      private:
        FakeCarrier& carrier_;
        bool may_get_;
    };

    send_text::HttpAnswer take(const Request& request) {
        requests_.push_back(request);
        if (steps_.empty()) throw std::logic_error("no answer was laid down for " + request.path);
        const auto step = std::move(steps_.front());
        steps_.pop_front();
        if (const auto* error = std::get_if<send_text::HttpError>(&step)) throw *error;
        return std::get<send_text::HttpAnswer>(step);
    }

    std::deque<std::variant<send_text::HttpAnswer, send_text::HttpError>> steps_;
    std::vector<Request> requests_;
};
