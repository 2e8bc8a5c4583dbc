#pragma once

#include <memory>
#include <optional>
#include <string>

struct UConverter;

namespace send_text::testing {

/// ICU's own GSM 03.38, made from the table that Unicode publishes: shares nothing with the plug-in's.
class GsmConverter {
  public:
    GsmConverter();

    /// A septet in each byte, escapes included; nothing when the alphabet lacks one of the characters.
    std::optional<std::string> septets(const std::u16string& text);

  private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    std::unique_ptr<UConverter, Close> converter_;
};

/// With ICU's UTF-8 decoder.
std::u16string to_utf16(const std::string& utf8);
std::string to_utf8(const std::u16string& text);

}  // namespace send_text::testing
