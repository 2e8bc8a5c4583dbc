#pragma once

namespace send_text {

/// Whether a 4xx, whoever gave it, says by its definition (RFC 9110, 6585, 7725) that the request was not
/// processed. Not so 408, 409, 424 and what is not in there.
constexpr bool says_nothing_was_done(int status) {
    switch (status) {
        case 400:
        case 401:
        case 402:
        case 403:
        case 404:
        case 405:
        case 406:
        case 407:
        case 410:
        case 411:
        case 412:
        case 413:
        case 414:
        case 415:
        case 416:
        case 417:
        case 418:
        case 421:
        case 422:
        case 423:
        case 426:
        case 428:
        case 431:
        case 451:
            return true;
        default:
            return false;
    }
}

}  // namespace send_text
