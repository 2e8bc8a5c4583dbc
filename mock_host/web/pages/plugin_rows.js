// The kind "rows" of a plug-in's view: people or things, each with a mark, its reason in words, and actions; as a list,
// or with columns as a table. However many there are, those in view are drawn.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { draw_mark } from './marks.js';
import { record_address, record_beside_windows } from './router.js';
import { draw_row_actions } from './row_actions.js';
import { draw_rows_filter } from './rows_filter.js';
import { draw_rows_in_view } from './rows_in_view.js';

export function draw_rows(element, plugin) {
    const { columns } = element;
    const heading = h('h3');
    const filter = draw_rows_filter(show);
    const buttons = h('span', { class: 'rows-buttons' });
    const empty = h('p', { class: 'muted' });
    const parts = columns ? table_parts(columns) : list_parts();
    const node = h(
        'div',
        { class: 'view-list' },
        h('div', { class: 'rows-head' }, heading, filter.node, buttons),
        filter.status,
        parts.scroller,
        empty,
    );
    const list = draw_rows_in_view(
        parts,
        (row) => draw_row(element.id, row, columns, plugin),
        columns ? number_of_table : number_of_list,
    );
    let now = element;
    let shown = null;

    function show() {
        const rows = filter.shown_of(now.rows);
        if (columns) set_attribute(parts.scroller, 'aria-rowcount', rows.length + 1);
        parts.scroller.hidden = rows.length === 0;
        set_text(empty, now.rows.length === 0 ? now.empty_text : 'Nothing matches the filter.');
        empty.hidden = rows.length > 0 || empty.textContent === '';
        list.show(rows);
    }

    function update(changed, _, of_list = []) {
        now = changed;
        set_text(heading, changed.label);
        set_attribute(parts.list, 'aria-label', changed.label);
        draw_buttons(buttons, of_list, plugin);
        if (shown === changed) return;
        shown = changed;
        filter.update(changed);
        show();
    }
    return { node, update };
}

function list_parts() {
    const list = h('ul');
    return { scroller: h('div', { class: 'view-rows' }, list), body: list, list };
}

function table_parts(columns) {
    const headings = ['', ...columns.map(({ label }) => label), ''];
    const hidden = (words) => h('span', { class: 'visually-hidden' }, words);
    const head = h(
        'div',
        { role: 'rowgroup', class: 'rows-heading' },
        h(
            'div',
            { role: 'row', class: 'view-row', 'aria-rowindex': '1' },
            headings.map((words, at) =>
                h('span', { role: 'columnheader' }, words || hidden(at === 0 ? 'Mark' : 'Actions')),
            ),
        ),
    );
    const body = h('div', { role: 'rowgroup' });
    const scroller = h('div', { class: 'view-rows as-table', role: 'table' }, head, body);
    const widths = columns.map(({ weight }) => `minmax(0, ${weight ?? 1}fr)`).join(' ');
    scroller.style.setProperty('--row-columns', `18px ${widths} 180px`);
    return { scroller, body, head, list: scroller };
}

function number_of_table(node, index) {
    set_attribute(node, 'aria-rowindex', index + 2);
}

function number_of_list(node, index, count) {
    set_attribute(node, 'aria-posinset', index + 1);
    set_attribute(node, 'aria-setsize', count);
}

/** What changes in a row is changed in its place, so that the focus stays and an open menu keeps its button. */
function draw_row(element_id, first, columns, plugin) {
    const mark = h('span');
    const title = h('span', { class: 'row-title', role: columns && 'rowheader' });
    const cells = (columns ?? [{ id: 'detail' }])
        .filter(({ id }) => id !== 'title')
        .map(({ id }) => ({
            id,
            words: h('span', { class: columns ? 'row-cell' : 'row-detail', role: columns && 'cell' }),
        }));
    const note = h('span', { class: 'row-note' });
    const actions = draw_row_actions((action) => plugin.row_action(element_id, first.id, action));
    const node = columns
        ? h('div', { role: 'row' }, h('span', { role: 'cell' }, mark), title)
        : h('li', null, mark, title);
    node.dataset.row = first.id;
    if (columns) {
        // The reason belongs to what the last column says.
        const last = cells.at(-1);
        last.node = h('span', { role: 'cell', class: 'row-last' }, last.words, note);
        last.words.removeAttribute('role');
        set_attribute(actions.node, 'role', 'cell');
        node.append(...cells.map((cell) => cell.node ?? cell.words), actions.node);
    } else {
        node.append(cells[0].words, actions.node, note);
    }

    function update(row) {
        set_attribute(node, 'class', `${columns ? 'view-row ' : ''}${row.mark ?? ''}`);
        draw_mark(mark, row.mark);
        draw_title(title, row);
        for (const { id, words } of cells) set_text(words, columns ? row.cells?.[id] : row.detail);
        set_text(note, row.note);
        note.hidden = note.textContent === '';
        if (!columns) cells[0].words.hidden = cells[0].words.textContent === '';
        actions.update(row.actions ?? [], whose(row));
    }

    update(first);
    return { node, update };
}

/** Two people of one name have buttons of different names. */
const whose = ({ title, record }) => (record ? `${title}, ${record.id}` : title);

function draw_title(node, { title, record }) {
    const link = node.querySelector('a');
    if (!record) return set_text(node, title);
    const address = `${record_beside_windows}${record_address(record)}`;
    if (link?.getAttribute('href') === address) return set_text(link, title);
    return replace(node, h('a', { href: address, target: '_blank' }, title));
}

/** Those of the window that are about this list. */
function draw_buttons(node, buttons, plugin) {
    const words = JSON.stringify(buttons);
    if (node.dataset.drawn === words) return;
    node.dataset.drawn = words;
    const had_focus = node.contains(document.activeElement);
    replace(
        node,
        buttons.map((button) =>
            h(
                'button',
                {
                    type: 'button',
                    title: button.enabled === false && button.reason,
                    'aria-disabled': button.enabled === false ? 'true' : null,
                    on: { click: () => button.enabled !== false && plugin.press(button) },
                },
                button.label,
            ),
        ),
    );
    if (had_focus) (node.querySelector('button') ?? focus_beside(node))?.focus();
}

/** A button that has done its work is gone: the list goes on. */
function focus_beside(node) {
    const list = node.closest('.view-list');
    return list.querySelector('[data-row] [tabindex="0"]') ?? list.querySelector('input');
}
