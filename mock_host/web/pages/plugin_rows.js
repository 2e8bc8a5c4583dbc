// The kind "rows" of a plug-in's view: people or things, each with a mark, its reason in words, and actions.
import { h, set_attribute, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { draw_mark } from './marks.js';
import { draw_row_actions } from './row_actions.js';

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

/** What changes in a row is changed in its place, so that the focus stays and an open menu keeps its button. */
function draw_row(element_id, first, plugin) {
    const mark = h('span');
    const title = h('span', { class: 'row-title' });
    const detail = h('span', { class: 'row-detail' });
    const note = h('span', { class: 'row-note' });
    const actions = draw_row_actions((action) => plugin.row_action(element_id, first.id, action));
    const node = h('li', null, mark, title, detail, actions.node, note);

    function update(row) {
        set_attribute(node, 'class', row.mark ?? '');
        draw_mark(mark, row.mark);
        set_text(title, row.title);
        set_text(detail, row.detail);
        set_text(note, row.note);
        for (const part of [detail, note]) part.hidden = part.textContent === '';
        actions.update(row.actions ?? [], row.title);
    }

    update(first);
    return { node, update };
}
