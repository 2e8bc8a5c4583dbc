// The plug-in that create makes says another id than the library.
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/text.hpp"

namespace {

staffing_plugin_descriptor other;

}  // namespace

void break_it(sound::Tables& tables) {
    other = tables.descriptor;
    other.id = staffing::abi("com.example.somebody_else");
    tables.plugin.descriptor = &other;
}
