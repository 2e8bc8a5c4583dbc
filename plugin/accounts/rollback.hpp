#pragma once

#include <exception>
#include <functional>
#include <utility>
#include <vector>

namespace send_text {

/// What is to be taken back, last first, unless all goes well.
class Rollback {
  public:
    Rollback() = default;
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;

    ~Rollback() {
        for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
            try {
                (*step)();
            } catch (const std::exception&) {
                // What made this necessary is what people are told.
            }
        }
    }

    void add(std::function<void()> step) { steps_.push_back(std::move(step)); }

    void dismiss() { steps_.clear(); }

  private:
    std::vector<std::function<void()>> steps_;
};

}  // namespace send_text
