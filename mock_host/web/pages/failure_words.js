// Why a text is lost, by the carriers' codes, in words; a phone is set to lose texts by Twilio's.

const words = {
    20003: 'the login is wrong',
    21211: 'there is no such number',
    21408: 'the region is not enabled',
    21610: 'the person has sent STOP',
    21611: "the line's queue is full",
    21612: 'the number cannot be reached from this line',
    21614: 'the number is a landline',
    30003: 'the phone is unreachable',
    30004: 'the phone blocks it',
    30005: 'the number is unknown or not in service',
    30006: 'the number is a landline, or its carrier is unreachable',
    30007: 'the carrier filtered it as spam',
    30008: 'the carrier gave no reason',
    10002: 'there is no such number',
    10009: 'the login is wrong',
    10016: 'the number is not in international format',
    40001: 'the number is a landline, or cannot be reached',
    40002: 'the carrier blocked it as spam',
    40004: "the phone's carrier rejected it",
    40005: 'it expired before it could be delivered',
    40008: 'it could not be delivered',
    40300: 'the person has sent STOP',
    '-124': "the number's phone company cannot be determined: it may be a landline",
    '-394': 'a parameter is empty or too long',
    '-703': 'a parameter is wrong',
    '-1234': 'the person has sent STOP',
};

/** The codes with which a simulated phone can lose what is sent to it. */
export const phone_failures = [30003, 30004, 30005, 30006, 30007, 30008];

/** "30003, the phone is unreachable". */
export function failure_words(code) {
    return words[code] ? `${code}, ${words[code]}` : String(code);
}
