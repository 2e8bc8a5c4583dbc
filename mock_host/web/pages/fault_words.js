// The carrier's faults (mock_host/carrier/fault_rules.hpp) in words, and the ready-made ones.

/** Kinds in the order of the form. fields: what belongs to the kind besides where and how often. */
export const fault_kinds = {
    latency: { label: 'Answers take time', fields: ['milliseconds'] },
    status: { label: 'Fails with an HTTP status', fields: ['status', 'retry_after_seconds'] },
    status_after: {
        label: 'Is carried out, but answered with an HTTP status',
        fields: ['status', 'retry_after_seconds'],
    },
    error_with_200: { label: "Fails with an error of the carrier's own", fields: ['code', 'message'] },
    error_with_200_after: {
        label: "Is carried out, but answered with an error of the carrier's own",
        fields: ['code', 'message'],
    },
    cut_before: { label: 'Connection is cut before anything is done', fields: [] },
    cut_after: { label: 'Connection is cut after it was carried out', fields: [] },
    garbage: { label: 'Gets an unreadable answer', fields: [] },
    garbage_after: { label: 'Is carried out, but gets an unreadable answer', fields: [] },
    hang: { label: 'Is never answered', fields: [] },
    hang_after: { label: 'Is carried out, but never answered', fields: [] },
    list_lag: { label: 'The list of messages is late', fields: ['seconds'] },
    list_short: { label: 'The list of messages has short pages', fields: ['entries'] },
    list_shift: { label: 'Messages arrive between two pages of the list', fields: ['entries'] },
    list_nonsense: { label: 'The list of messages has an invalid entry', fields: [] },
    list_altered: { label: 'The list of messages shows other text than was sent', fields: ['appended'] },
    list_equal_ids: { label: 'The list of messages has the same id for all texts', fields: [] },
};

/** What Zipwhip's and Telnyx's texts are sent to; Twilio's path has the account in it. */
const zipwhip_sending = '/message/send';
const telnyx_sending = '/v2/messages';

function sending_paths(accounts) {
    const sids = accounts.map(({ values }) => values.account_sid).filter(Boolean);
    const has_telnyx = accounts.some(({ values }) => values.carrier === 'telnyx');
    return [
        zipwhip_sending,
        ...new Set(sids.map((sid) => `/2010-04-01/Accounts/${sid}/Messages.json`)),
        ...(has_telnyx ? [telnyx_sending] : []),
    ];
}

/** A fault for texts only, at each carrier that has an account. */
const for_texts = (rule) => (accounts) =>
    sending_paths(accounts).map((path) => ({ ...rule, method: 'POST', path }));
const for_all = (rule) => () => [rule];

/**
 * A fault for log-ins only: Zipwhip's has an address of its own; at Twilio and Telnyx each request logs in. An account
 * of Telnyx is tried by its messaging profiles.
 */
const for_log_ins = (rule, at_twilio = rule, at_telnyx = rule) => (accounts) =>
    sending_paths(accounts).flatMap((path) => {
        if (path === zipwhip_sending) return [{ ...rule, path: '/user/login' }];
        if (path !== telnyx_sending) return [{ ...at_twilio, path }];
        return [path, '/v2/messaging_profiles'].map((each) => ({ ...at_telnyx, path: each }));
    });

/** Each rule is asked only about the requests that those before it let pass. */
const every_second_text = (accounts) =>
    Array.from({ length: 10 }, (_, index) => index + 1).flatMap((skip) =>
        for_texts({ fault: 'status', status: 429, skip, times: 1 })(accounts),
    );

/** The ready-made ones; rules(accounts) makes the rules. */
export const presets = [
    { label: 'Answers take 5 s', rules: for_all({ fault: 'latency', milliseconds: 5000 }) },
    { label: 'Answers take 1 min', rules: for_all({ fault: 'latency', milliseconds: 60_000 }) },
    { label: 'Every request fails with 503', rules: for_all({ fault: 'status', status: 503 }) },
    { label: 'Every other text of the next 20 exceeds the rate limit (429)', rules: every_second_text },
    { label: 'The next 3 texts fail with 503', rules: for_texts({ fault: 'status', status: 503, times: 3 }) },
    {
        label: 'The next 3 texts are accepted, but answered with 503',
        rules: for_texts({ fault: 'status_after', status: 503, times: 3 }),
    },
    {
        label: 'The next text is accepted, but answered with a failure without a reason',
        rules: for_texts({ fault: 'error_with_200_after', times: 1 }),
    },
    {
        label: 'The next text exceeds the rate limit (429); retry after 30 s',
        rules: for_texts({ fault: 'status', status: 429, retry_after_seconds: 30, times: 1 }),
    },
    {
        label: 'Connection is cut after the next text is accepted',
        rules: for_texts({ fault: 'cut_after', times: 1 }),
    },
    {
        label: 'Connection is cut before the next text is accepted',
        rules: for_texts({ fault: 'cut_before', times: 1 }),
    },
    {
        label: 'The next text is accepted and never answered',
        rules: for_texts({ fault: 'hang_after', times: 1 }),
    },
    {
        label: 'Every login is refused',
        rules: for_log_ins(
            { fault: 'error_with_200', message: 'The user name or the password is wrong.' },
            { fault: 'error_with_200', code: 20003, message: 'Authenticate' },
            { fault: 'error_with_200', code: 10009, message: 'Authentication failed' },
        ),
    },
    { label: 'Every login takes 30 s', rules: for_log_ins({ fault: 'latency', milliseconds: 30_000 }) },
    { label: 'Every login fails with 503', rules: for_log_ins({ fault: 'status', status: 503 }) },
    { label: 'The list of messages is 2 min late', rules: for_all({ fault: 'list_lag', seconds: 120 }) },
    { label: 'All answers are unreadable', rules: for_all({ fault: 'garbage' }) },
];

function error_words({ code, message }) {
    const words = message ? `: ${message}` : '';
    return code === undefined ? `a failure without a code${words}` : `error ${code}${words}`;
}

/** What a rule does, as a sentence's beginning. */
export function fault_words(rule) {
    const retry =
        rule.retry_after_seconds === undefined
            ? ''
            : `, retry after ${rule.retry_after_seconds} s`;
    switch (rule.fault) {
        case 'latency':
            return `Answers take ${rule.milliseconds >= 1000 ? `${rule.milliseconds / 1000} s` : `${rule.milliseconds} ms`}`;
        case 'status':
            return `Fails with ${rule.status}${retry}`;
        case 'status_after':
            return `Is carried out, but answered with ${rule.status}${retry}`;
        case 'error_with_200':
            return `Fails with ${error_words(rule)}`;
        case 'error_with_200_after':
            return `Is carried out, but answered with ${error_words(rule)}`;
        case 'list_lag':
            return `The list of messages is ${rule.seconds} s late`;
        case 'list_short':
            return `A page of the list of messages has ${rule.entries} at most`;
        case 'list_shift':
            return rule.entries < 0
                ? `The newest ${-rule.entries} are deleted after a page of the list of messages`
                : `${rule.entries} arrive after a page of the list of messages`;
        default:
            return fault_kinds[rule.fault]?.label ?? rule.fault;
    }
}

/** To which requests: "POST /messages", "every request". */
export function where_words(rule) {
    return [rule.method, rule.path].filter(Boolean).join(' ') || 'every request';
}

/** How often still: "forever", "3 times, after 2 without the fault". */
export function times_words(rule) {
    const { skip, times } = remaining(rule);
    if (times === 0) return 'done';
    const often = times === undefined ? 'forever' : times === 1 ? 'once' : `${times} times`;
    if (skip === 0) return often;
    return `${often}, after ${skip} without the fault`;
}

function remaining(rule) {
    return {
        skip: Math.max(0, (rule.skip ?? 0) - rule.matched),
        times: rule.times === undefined ? undefined : Math.max(0, rule.times - rule.applied),
    };
}

/**
 * The rules that are left of those in force, as they are put anew. Putting rules begins their counts again, so what
 * they have done already is taken off; those that are done fall away.
 */
export function still_in_force(rules) {
    return rules
        .map((rule) => {
            const { matched, applied, ...rest } = rule;
            const left = remaining(rule);
            const kept = { ...rest, skip: left.skip };
            if (left.times !== undefined) kept.times = left.times;
            return kept;
        })
        .filter((rule) => rule.times !== 0);
}
