#pragma once

namespace send_text {

/// What the status of an answer says of the text that was to be sent.
enum class Proof {
    none,             ///< it may have been taken
    come_again,       ///< not taken, but for the moment only: it may be sent again as it is
    not_carried_out,  ///< not taken
};

constexpr bool is_success(int status) {
    return status >= 200 && status < 300;
}

/// What a status proves by its definition alone, whoever gave it: the carrier or something on the way to it.
/// This is where it is decided, for every carrier, after which answers a text may be sent a second time.
///
/// 4xx is the client's error, found before anything is carried out (RFC 9110, 6585, 7725, 8470), but for
/// those that are not in here: 408, 409 and 424 may come in the middle of the work, and 499 and other numbers
/// of nobody's have no definition. 5xx is an error in carrying it out; of 503 too nobody says that it comes
/// before. 3xx says where to go on, which is also how the web answers what it has taken (303, in practice 301
/// and 302).
constexpr Proof proof_of(int status) {
    switch (status) {
        case 425:
        case 429:
            return Proof::come_again;
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
            return Proof::not_carried_out;
        default:
            return Proof::none;
    }
}

}  // namespace send_text
