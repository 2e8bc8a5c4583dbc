#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "core/secret.hpp"
#include "net/http_client.hpp"

namespace send_text::zipwhip {

/// Parameters of which some are secret: all values are wiped at the end, whichever way that comes.
class SecretForm {
  public:
    explicit SecretForm(std::size_t size) {
        form_.reserve(size);
    }  // moved about, a short text leaves itself behind
    ~SecretForm() {
        for (auto& [name, value] : form_)
            wipe(value);
    }
    SecretForm(const SecretForm&) = delete;
    SecretForm& operator=(const SecretForm&) = delete;

    void add(std::string name, const std::string& value) { form_.emplace_back(std::move(name), value); }
    const Form& form() const { return form_; }

  private:
    Form form_;
};

}  // namespace send_text::zipwhip
