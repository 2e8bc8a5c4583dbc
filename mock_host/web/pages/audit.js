// Administration > Audit trail: the newest entries, and all of them as a file.
import { h, replace, set_text } from './dom.js';
import { get } from './api.js';
import { listen } from './live.js';
import { page } from './router.js';
import { make_table, row } from './table.js';
import { phone_words, second_element } from './words.js';

const headings = ['Entry', 'When', 'Who', 'What', 'Subject', 'Records', 'Text', 'Outcome', 'Detail'];
const bad = new Set(['refused', 'rejected', 'failed', 'unknown']);

/** An account or a setting, or which line texted which number. */
function subject_of(entry) {
    const phone = (number) => h('span', { class: 'phone' }, phone_words(number));
    if (entry.to) return [phone(entry.line), ' to ', phone(entry.to)];
    if (entry.line) return [entry.subject, ' from ', phone(entry.line)];
    return entry.subject;
}

function row_of(entry) {
    return row(
        { text: entry.id, class: 'number' },
        { text: second_element(entry.at), class: 'when' },
        entry.rep,
        entry.action,
        subject_of(entry),
        entry.records,
        { text: entry.text || '', class: 'number' },
        { text: entry.outcome, class: bad.has(entry.outcome) ? 'error' : null },
        entry.detail,
    );
}

function download(format, label) {
    return h('a', { class: 'button', href: `/api/audit?format=${format}`, download: '' }, label);
}

function open(main) {
    let entries = [];
    let why_not = '';
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
            why_not ||
                (entries.length === 0
                    ? 'Nothing has happened yet.'
                    : `${rows.length === entries.length ? 'The newest' : `${rows.length} of the newest`} ${entries.length} entries, newest first.`),
        );
        table.show(rows.map(({ element }) => element));
    }

    async function refresh() {
        ({ entries, why_not } = await get('/api/audit/entries'));
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
                download('csv', 'Download as CSV'),
                download('jsonl', 'Download as JSON Lines'),
                counted,
            ),
            table.element,
        ),
    );
    return listen(['audit', 'plugin'], refresh);
}

page('/administration/audit', open);
