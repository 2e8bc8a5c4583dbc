// A backup is written over whatever is there.
#include <filesystem>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL back_up(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_string_sink* written_path,
                                      const staffing_error_sink* error) {
    const std::string place =
        path == nullptr || path->data == nullptr ? "" : std::string(path->data, path->size);
    std::error_code none;
    if (place.starts_with('/')) std::filesystem::remove(place, none);
    return sound::sound().backup.back_up(plugin, path, written_path, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.backup.back_up = &back_up;
}
