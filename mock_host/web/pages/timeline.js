// What became of each text: a band along time with a piece for each state, and the same as a table.
import { make_change_check } from './change_check.js';
import { h, replace, set_text } from './dom.js';
import { record_link } from './records.js';
import { make_show_more } from './show_more.js';
import { make_table, row } from './table.js';
import { duration_words, phone_words, second_element, second_words, time_element } from './words.js';

const at_first = 30;
const settled = new Set(['delivered', 'rejected', 'failed', 'cancelled']);

/** The states with how long each lasted; the last has no end, and none is expected when it is settled. */
function spans_of(text) {
    return text.states.map((state, index) => {
        const next = text.states[index + 1];
        const lasted = next ? Math.max(0, Date.parse(next.at) - Date.parse(state.at)) : null;
        return { ...state, lasted, is_last: !next, is_settled: settled.has(state.state) };
    });
}

/** The records, with commas in between. */
function links_of(text) {
    return text.records.flatMap((record, index) =>
        index > 0 ? [', ', record_link(record)] : [record_link(record)],
    );
}

/** Milliseconds and days stand in one band: a piece grows with the logarithm of its time. */
function width_of(span) {
    return span.lasted === null ? 1 : 1 + Math.log10(1 + span.lasted);
}

function span_words(span) {
    if (span.lasted === 0) return span.state;
    if (span.lasted !== null) return `${span.state} ${duration_words(span.lasted)}`;
    return span.is_settled ? span.state : `${span.state} …`;
}

function draw_span(span) {
    const about = [`${span.state}, ${second_words(span.at)}`, span.detail].filter(Boolean).join(': ');
    const piece = h(
        'span',
        { class: `span ${span.state}${span.is_last ? ' last' : ''}`, title: about },
        span_words(span),
    );
    piece.style.flexGrow = String(width_of(span));
    return piece;
}

function spoken(text, spans) {
    const states = spans.map((span) => {
        const lasted = !span.lasted ? '' : ` for ${duration_words(span.lasted)}`;
        return `${span.state} at ${second_words(span.at)}${lasted}${span.detail ? ` (${span.detail})` : ''}`;
    });
    const names = text.records.map(({ name }) => name).join(', ');
    return `Text ${text.text} to ${names || phone_words(text.to)}: ${states.join(', ')}.`;
}

function draw_text(text) {
    const spans = spans_of(text);
    const begun = text.states[0]?.at;
    return h(
        'li',
        { class: 'timeline-row' },
        h(
            'div',
            { class: 'timeline-whom' },
            h('span', null, `Text ${text.text} to ${phone_words(text.to)}`),
            h('small', null, links_of(text), text.rep && ` by ${text.rep}`),
        ),
        begun ? time_element(begun) : h('span'),
        h('div', { class: 'band', role: 'img', 'aria-label': spoken(text, spans) }, spans.map(draw_span)),
    );
}

function rows_of(text) {
    return spans_of(text).map((span) =>
        row(
            { text: text.text, class: 'number' },
            phone_words(text.to),
            { text: links_of(text), class: 'records' },
            span.state,
            { text: second_element(span.at), class: 'when' },
            { text: span.lasted ? duration_words(span.lasted) : '', class: 'number' },
            span.detail ?? '',
        ),
    );
}

/** `{element, show({texts, refusal}), draw()}`; texts newest first. draw: the time zone is another one. */
export function make_timeline() {
    let texts = [];
    let refusal = '';
    const is_changed = make_change_check();
    const list = h('ol', { class: 'timeline' });
    const empty = h('p', { class: 'empty' });
    const more = make_show_more(at_first, draw);
    const table = make_table('States of each text', [
        'Text',
        'To',
        'Records',
        'State',
        'When',
        'Lasted',
        'Detail',
    ]);
    const as_table = h('details', null, h('summary', null, 'As a table'), table.element);
    as_table.hidden = true; // until the texts are known

    function draw() {
        const newest = more.begin_of(texts);
        replace(list, newest.map(draw_text));
        if (as_table.open) table.show(newest.flatMap(rows_of));
        set_text(
            empty,
            refusal || 'No texts yet. Each text that is sent gets a row here, with its states.',
        );
        empty.hidden = texts.length > 0;
        as_table.hidden = texts.length === 0;
    }

    as_table.addEventListener('toggle', draw);
    function show(fresh) {
        if (!is_changed(fresh)) return;
        ({ texts, refusal } = fresh);
        draw();
    }
    const element = h(
        'section',
        { 'aria-labelledby': 'timeline-heading' },
        h('h2', { id: 'timeline-heading' }, 'Texts and their states'),
        h(
            'p',
            { class: 'muted' },
            'Newest first. Each block is a state; its width shows how long the state lasted, on a logarithmic scale.',
        ),
        empty,
        list,
        more.element,
        as_table,
    );
    return { element, show, draw };
}
