// What became of each text at the simulated carrier, step by step, and which fault did it.
import { make_change_check } from './change_check.js';
import { h, replace, set_text } from './dom.js';
import { failure_words } from './failure_words.js';
import { fault_kinds } from './fault_words.js';
import { make_show_more } from './show_more.js';
import { second_element, phone_words } from './words.js';

const at_first = 20;

const status_words = (status) => (status === 0 ? 'no answer' : `HTTP ${status}`);
const fault_name = (fault) => `“${fault_kinds[fault]?.label ?? fault}”`;

/** What a step means, in a sentence. */
export function step_words({ step, code, words, fault, status }, is_from_handset) {
    switch (step) {
        case 'requested':
            return `Requested: ${words}`;
        case 'accepted':
            return 'Accepted by the carrier';
        case 'scheduled':
            return 'Accepted, to be sent later';
        case 'refused':
            if (fault) return `Not accepted. Fault ${fault_name(fault)}: the plug-in got ${status_words(status)}`;
            return `Refused: ${[code && failure_words(code), words].filter(Boolean).join('. ') || status_words(status)}`;
        case 'answered':
            return `Fault ${fault_name(fault)}: the plug-in got ${status_words(status)}`;
        case 'sent':
            return 'Sent to the phone';
        case 'waiting':
            return 'Waiting: the phone is off';
        case 'delivered':
            return 'Delivered to the phone';
        case 'failed':
            return `Failed: ${code ? failure_words(code) : 'no reason was given'}`;
        case 'canceled':
            return 'Canceled by the plug-in';
        case 'received':
            return is_from_handset ? 'Received from the phone; the plug-in gets it by webhook or polling' : 'Received';
        default:
            return step;
    }
}

const bad_steps = new Set(['refused', 'failed', 'canceled']);

/** The state that the last step left it in: spoiled answers come after it. */
function state_of(text) {
    const steps = text.steps.filter(({ step }) => step !== 'answered');
    return steps[steps.length - 1]?.step ?? '';
}

function draw_step(step, is_from_handset) {
    const look = bad_steps.has(step.step) ? 'error' : step.fault ? 'warning' : null;
    return h(
        'li',
        null,
        second_element(step.when),
        h('span', { class: look }, step_words(step, is_from_handset)),
    );
}

function draw_text(text) {
    const whom = [phone_words(text.handset), text.name].filter(Boolean).join(', ');
    const line = text.line ? phone_words(text.line) : 'a line';
    const state = state_of(text);
    return h(
        'li',
        { class: 'carrier-text' },
        h(
            'div',
            { class: 'carrier-text-about' },
            h('strong', null, text.from_handset ? `From ${whom}` : `To ${whom}`),
            h('span', { class: `state ${bad_steps.has(state) ? 'error' : 'muted'}` }, state),
            h('small', { class: 'muted' }, text.from_handset ? `to ${line}` : `from ${line}`),
        ),
        h('p', { class: 'as-typed' }, text.body),
        h('ol', { class: 'steps' }, text.steps.map((step) => draw_step(step, text.from_handset))),
        text.message_id && h('small', { class: 'muted code' }, `id ${text.message_id}`),
    );
}

/** `{element, show(texts)}`; texts oldest first. */
export function make_carrier_texts() {
    let texts = [];
    const is_changed = make_change_check();
    const list = h('ol', { class: 'carrier-texts', 'aria-label': 'Texts at the carrier' });
    const none = h('p', { class: 'empty' });
    const more = make_show_more(at_first, draw);
    const filter = h('input', {
        type: 'search',
        id: 'carrier-text-filter',
        placeholder: 'Name, number, message, state …',
        on: { input: draw },
    });

    function matches(text) {
        const words = filter.value.trim().toLowerCase();
        if (words === '') return true;
        const digits = words.replace(/\D/g, '');
        const steps = text.steps.map((step) => step_words(step, text.from_handset)).join(' ');
        return (
            `${text.name} ${text.body} ${steps} ${phone_words(text.handset)}`.toLowerCase().includes(words) ||
            (digits.length > 2 && `${text.handset} ${text.message_id}`.includes(digits))
        );
    }

    function draw() {
        const matching = [...texts].reverse().filter(matches);
        replace(list, more.begin_of(matching).map(draw_text));
        none.hidden = matching.length > 0;
        set_text(none, texts.length > 0 ? 'No texts match the filter.' : 'No texts yet.');
    }

    function show(fresh) {
        if (!is_changed(fresh)) return;
        texts = fresh;
        draw();
    }

    const element = h(
        'section',
        { 'aria-labelledby': 'carrier-texts-heading' },
        h('h2', { id: 'carrier-texts-heading' }, 'Texts'),
        h(
            'p',
            { class: 'muted' },
            'The history of each text since the carrier was started, newest first.',
        ),
        h('div', { class: 'field' }, h('label', { for: filter.id }, 'Find a text'), filter),
        none,
        list,
        more.element,
    );
    return { element, show };
}
