#include "net/openssl_error_queue_guard.hpp"

#include <openssl/err.h>

namespace send_text {

OpenSslErrorQueueGuard::OpenSslErrorQueueGuard() {
    const char* file = nullptr;
    const char* function = nullptr;
    const char* data = nullptr;
    int line = 0;
    int flags = 0;
    while (const unsigned long code = ERR_get_error_all(&file, &line, &function, &data, &flags)) {
        const bool has_data = (flags & ERR_TXT_STRING) != 0 && data != nullptr;
        errors_.push_back({code, file != nullptr ? file : "", line, function != nullptr ? function : "",
                           has_data ? data : ""});
    }
}

OpenSslErrorQueueGuard::~OpenSslErrorQueueGuard() {
    ERR_clear_error();
    for (const Error& error : errors_) {
        ERR_new();
        ERR_set_debug(error.file.c_str(), error.line, error.function.c_str());
        const int reason = ERR_GET_REASON(error.code);
        if (error.data.empty()) {
            ERR_set_error(ERR_GET_LIB(error.code), reason, nullptr);
        } else {
            ERR_set_error(ERR_GET_LIB(error.code), reason, "%s", error.data.c_str());
        }
    }
}

}  // namespace send_text
