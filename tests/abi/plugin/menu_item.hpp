#pragma once

#include <string>

#include "abi/plugin/send_text.hpp"

namespace abi {

/// The item on an employee's menu.
struct Item {
    int count = 0;
    bool is_enabled = false;
    std::string reason;
};

Item item_of(const SendText& text);

/// Chooses it.
Answer perform(const SendText& text);

}  // namespace abi
