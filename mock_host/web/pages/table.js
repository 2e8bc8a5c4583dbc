// A plain table that scrolls by itself and keeps its place when its rows are drawn anew.
import { h, replace } from './dom.js';

/**
 * @param {string} caption what a screen reader calls it
 * @param {string[]} headings one for each column; '' for a column of buttons
 * @returns {{element: HTMLElement, show: (rows: HTMLTableRowElement[]) => void}}
 */
export function make_table(caption, headings) {
    const body = h('tbody');
    const head = headings.map((words) =>
        words ? h('th', { scope: 'col' }, words) : h('td', { class: 'no-heading' }),
    );
    const element = h(
        'div',
        { class: 'table-scroll', role: 'group', 'aria-label': caption, tabindex: '0' },
        h('table', { 'aria-label': caption }, h('thead', null, h('tr', null, head)), body),
    );
    return { element, show: (rows) => replace(body, rows) };
}

/** A row of cells: strings, nodes, or {text, class} for a cell with a look of its own. */
export function row(...cells) {
    return h(
        'tr',
        null,
        cells.map((cell) => {
            if (cell !== null && typeof cell === 'object' && !(cell instanceof Node) && 'text' in cell)
                return h('td', { class: cell.class }, cell.text);
            return h('td', null, cell);
        }),
    );
}
