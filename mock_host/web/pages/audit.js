// Administration > Audit trail: the newest entries, and all of them as a file.
import { h, replace, set_text } from './dom.js';
import { administration_page } from './administration.js';
import { get } from './api.js';
import { listen } from './live.js';
import { make_table, row } from './table.js';
import { phone_words, second_element } from './words.js';

const headings = ['Entry', 'When', 'Who', 'What', 'Subject', 'Whose number', 'Text', 'Outcome', 'Detail'];
const bad = new Set(['refused', 'rejected', 'failed', 'unknown']);

/** An entry in words; a plug-in from before 1.2 gives none, and its numbers are put as people write them. */
function in_words(entry) {
    return { ...entry, line: phone_words(entry.line), to: phone_words(entry.to), ...entry.words };
}

/** An account or a setting, or which line texted which number. */
function subject_of({ subject, line, to }) {
    const phone = (number) => h('span', { class: 'phone' }, number);
    if (line && to) return [phone(line), ' to ', phone(to)];
    if (to) return phone(to);
    if (line) return [subject, ' from ', phone(line)];
    return subject;
}

function row_of(entry) {
    const words = in_words(entry);
    return row(
        { text: entry.id, class: 'number' },
        { text: second_element(entry.at), class: 'when' },
        words.rep,
        words.action,
        subject_of(words),
        words.records,
        { text: entry.text || '', class: 'number' },
        { text: words.outcome, class: bad.has(entry.outcome) ? 'error' : null },
        words.detail,
    );
}

function download(format, label) {
    return h('a', { class: 'button', href: `/api/audit?format=${format}`, download: '' }, label);
}

function open(main) {
    let entries = [];
    let refusal = '';
    const filter = h('input', { type: 'search', id: 'audit-filter', placeholder: 'Who, what, to whom …' });
    const counted = h('p', { class: 'muted', role: 'status' });
    const table = make_table('Entries of the audit trail', headings);
    table.element.classList.add('audit');

    function show() {
        const words = filter.value.trim().toLowerCase();
        const rows = entries
            .map((entry) => ({ entry, element: row_of(entry) }))
            .filter(({ element }) => element.textContent.toLowerCase().includes(words));
        set_text(
            counted,
            refusal ||
                (entries.length === 0
                    ? 'Nothing has happened yet.'
                    : `${rows.length === entries.length ? 'The newest' : `${rows.length} of the newest`} ${entries.length} entries, newest first.`),
        );
        table.show(rows.map(({ element }) => element));
    }

    async function refresh() {
        ({ entries, refusal } = await get('/api/audit/entries'));
        // Newest first, in whatever order they come.
        entries.sort((one, other) => other.id - one.id);
        table.element.hidden = entries.length === 0;
        show();
    }

    filter.addEventListener('input', show);
    replace(
        main,
        h('h1', null, 'Audit trail'),
        h(
            'section',
            { 'aria-label': 'Audit trail' },
            h(
                'div',
                { class: 'filters' },
                h('div', { class: 'field' }, h('label', { for: filter.id }, 'Filter'), filter),
                download('csv', 'Download for a spreadsheet (CSV)'),
                download('jsonl', 'Download for programs (JSON Lines)'),
                counted,
            ),
            table.element,
        ),
    );
    return listen(['audit', 'plugin'], refresh);
}

administration_page('/administration/audit', 'Audit trail', open);
