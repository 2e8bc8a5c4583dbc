#include "entry/plugin.hpp"

namespace send_text {
namespace {

constexpr staffing_string literal(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

constexpr staffing_plugin_descriptor descriptor{
    sizeof(staffing_plugin_descriptor),
    0,
    literal("com.send-text.send_text"),
    literal("Send Text"),
    literal("Send Text"),
    literal(SEND_TEXT_VERSION),
    literal("Texts employees and contacts from their records, and logs each conversation on the record."),
    literal(""),
};

}  // namespace send_text

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1(void) {
    return send_text::Export::entry();
}
