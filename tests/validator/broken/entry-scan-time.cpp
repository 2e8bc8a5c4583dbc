// It does its work while it is looked at.
// Expected: a warning
// Others are not run: each would take as long.
#include <chrono>
#include <thread>

#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
}
