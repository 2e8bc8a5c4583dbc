#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gateway/http_client.hpp"

/// A carrier without a network: gives the answers that a test has laid down, in order, and keeps what was
/// asked. Outlives the client that it hands out.
class FakeCarrier {
  public:
    struct Request {
        std::string path;
        send_text::Form form;

        std::string value(const std::string& name) const {
            for (const auto& [key, text] : form) {
                if (key == name) return text;
            }
            return "(none)";
        }
    };

    void answer(const std::string& body, int status = 200, std::optional<std::int64_t> retry_after = {}) {
        steps_.emplace_back(send_text::HttpAnswer{status, body, retry_after});
    }
    void fail(send_text::HttpError::Kind kind) {
        steps_.emplace_back(send_text::HttpError(kind, "the network failed"));
    }
    void let_in(const std::string& key = "guid-1:2065551204") {
        answer(R"({"success":true,"response":")" + key + "\"}");
    }

    const std::vector<Request>& requests() const { return requests_; }
    bool has_answers_left() const { return !steps_.empty(); }

    std::unique_ptr<send_text::HttpClient> client() { return std::make_unique<Client>(*this); }

  private:
    class Client final : public send_text::HttpClient {
      public:
        explicit Client(FakeCarrier& carrier) : carrier_(carrier) {}
        send_text::HttpAnswer post(const std::string& path, const send_text::Form& form) override {
            return carrier_.take(path, form);
        }
        send_text::HttpAnswer get(const std::string& path, const send_text::Form&) override {
            throw std::logic_error("a GET would put the session key into the URL " + path);
        }

      private:
        FakeCarrier& carrier_;
    };

    send_text::HttpAnswer take(const std::string& path, const send_text::Form& form) {
        requests_.push_back({path, form});
        if (steps_.empty()) throw std::logic_error("no answer was laid down for " + path);
        const auto step = std::move(steps_.front());
        steps_.pop_front();
        if (const auto* error = std::get_if<send_text::HttpError>(&step)) throw *error;
        return std::get<send_text::HttpAnswer>(step);
    }

    std::deque<std::variant<send_text::HttpAnswer, send_text::HttpError>> steps_;
    std::vector<Request> requests_;
};
