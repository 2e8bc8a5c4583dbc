// It compares as many characters of an id as it knows.
#include <string_view>

#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/text.hpp"

namespace {

const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) {
    constexpr std::string_view known = STAFFING_EXT_MENU;
    if (id == nullptr || id->data == nullptr || !std::string_view(id->data, id->size).starts_with(known))
        return sound::sound().plugin.get_extension(plugin, id);
    const staffing_string menu = staffing::abi(known);
    return sound::sound().plugin.get_extension(plugin, &menu);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.get_extension = &get_extension;
}
