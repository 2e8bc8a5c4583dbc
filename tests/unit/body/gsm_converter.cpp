#include "unit/body/gsm_converter.hpp"

#include <stdexcept>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace send_text::testing {

GsmConverter::GsmConverter() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("gsm-03.38-2009", &status));
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    ucnv_setFallback(converter_.get(), 0);
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::optional<std::string> GsmConverter::septets(const std::u16string& text) {
    std::string septets(2 * text.size() + 1, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size =
        ucnv_fromUChars(converter_.get(), septets.data(), static_cast<int32_t>(septets.size()), text.data(),
                        static_cast<int32_t>(text.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    septets.resize(static_cast<std::size_t>(size));
    return septets;
}

void GsmConverter::Close::operator()(UConverter* converter) const {
    ucnv_close(converter);
}

std::u16string to_utf16(const std::string& utf8) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

std::string to_utf8(const std::u16string& text) {
    std::string utf8;
    icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())).toUTF8String(utf8);
    return utf8;
}

}  // namespace send_text::testing
