// The kind "rows" of a plug-in's view: people or things, each with a mark, its reason in words, and actions.
import { h, replace, set_text } from './dom.js';
import { draw_list } from './keyed.js';

const marks = {
    ok: { sign: '✓', words: 'OK' },
    warning: { sign: '!', words: 'Warning' },
    rejected: { sign: '!', words: 'Cannot be texted' },
};

export function draw_rows(element, plugin) {
    const label = h('h3');
    const list = h('ul', { class: 'view-rows' });
    const empty = h('p', { class: 'muted' });
    const node = h('div', { class: 'view-list' }, label, list, empty);

    function update({ label: text, rows, empty_text }) {
        set_text(label, text);
        list.setAttribute('aria-label', text);
        set_text(empty, empty_text);
        empty.hidden = rows.length > 0 || !empty_text;
        list.hidden = rows.length === 0;
        draw_list(
            list,
            rows,
            ({ id }) => id,
            (row) => draw_row(element.id, row, plugin),
        );
    }
    return { node, update };
}

function draw_row(element_id, first, plugin) {
    const node = h('li');

    function update(row) {
        const focused = node.contains(document.activeElement) ? document.activeElement.dataset.action : null;
        node.className = row.mark ?? '';
        replace(
            node,
            draw_mark(row.mark),
            h('span', { class: 'row-title' }, row.title),
            row.detail && h('span', { class: 'row-detail' }, row.detail),
            h(
                'span',
                { class: 'row-actions' },
                (row.actions ?? []).map((action) => draw_action(row, action)),
            ),
            row.note && h('span', { class: 'row-note' }, row.note),
        );
        if (focused)
            [...node.querySelectorAll('button')].find(({ dataset }) => dataset.action === focused)?.focus();
    }

    function draw_action(row, action) {
        const perform = () => plugin.row_action(element_id, row.id, action.id);
        const name = `${action.label} ${row.title}`;
        return h(
            'button',
            {
                type: 'button',
                class: 'quiet',
                'aria-label': name,
                data: { action: action.id },
                on: { click: perform },
            },
            action.label,
        );
    }

    update(first);
    return { node, update };
}

/** The sign for the eye, the words for a screen reader. */
function draw_mark(mark) {
    const known = marks[mark];
    if (!known) return h('span', { class: 'mark' });
    return h(
        'span',
        { class: `mark ${mark}`, title: known.words },
        h('span', { 'aria-hidden': 'true' }, known.sign),
        h('span', { class: 'visually-hidden' }, known.words),
    );
}
