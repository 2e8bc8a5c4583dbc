// The columns of a grid by kind: text, name (a link to the record), number, check, and verdict, whose marks come
// after the rows; and before them a check box for each row.
import { h } from './dom.js';
import { draw_mark } from './marks.js';

const verdict_width_pixels = 46;
const select_width_pixels = 40;
const least_width_pixels = 52;

/**
 * A column as Tabulator takes it.
 * @param {object} column
 * @param {string} column.field
 * @param {string} column.title
 * @param {string} [column.kind]
 * @param {number} [column.width] the least, in pixels, at which its usual content is whole
 * @param {number} [column.grow] its share of the width that is left
 * @param {number} [column.rank] where not all fit, the highest goes first; 0: it always stays
 * @param {{verdict_of: (id: number) => object|undefined, address_of: (row: object) => string}} rows
 */
export function draw_column({ field, title, width, grow = 1, kind = 'text', rank = 1 }, rows) {
    const common = { field, title, responsive: rank, headerWordWrap: true, cssClass: kind };
    if (kind === 'verdict') return { ...common, ...verdict_column(rows.verdict_of) };
    return {
        ...common,
        widthGrow: grow,
        minWidth: width ?? least_width_pixels,
        sorter: kind === 'number' ? 'number' : kind === 'check' ? 'boolean' : compare_texts,
        formatter: kind === 'check' ? check_cell : kind === 'name' ? name_cell(rows.address_of) : text_cell,
    };
}

/** A check box for each row; what a click on one does is for grid_hands.js, how it looks for grid_selection.js. */
export function select_column(all_box) {
    return {
        field: 'select',
        title: '',
        width: select_width_pixels,
        minWidth: select_width_pixels,
        responsive: 0,
        headerSort: false,
        resizable: false,
        cssClass: 'select',
        titleFormatter: () => all_box,
        formatter: (cell) =>
            h('input', { type: 'checkbox', tabindex: '-1', 'aria-label': `Select ${person_name(cell.getData())}` }),
    };
}

/** Whose row it is. */
export const person_name = ({ first_name, last_name, id }) => `${first_name} ${last_name}`.trim() || String(id);

/** Not there until somebody gives verdicts. */
function verdict_column(verdict_of) {
    const verdict_in = (row) => verdict_of(row.getData().id);
    return {
        width: verdict_width_pixels,
        minWidth: verdict_width_pixels,
        visible: false,
        headerTooltip: 'Whether a text can be sent',
        sorter: (one, other, one_row, other_row) =>
            gravity(verdict_in(one_row)) - gravity(verdict_in(other_row)),
        formatter: (cell) => verdict_cell(verdict_in(cell.getRow())),
    };
}

/** Draws the verdicts of the rows that are in the page at this moment. */
export function draw_verdicts(holder, verdict_of) {
    for (const row of holder.querySelectorAll('.tabulator-row[data-id]')) {
        const drawn = row.querySelector('.tabulator-cell.verdict > span');
        const verdict = verdict_of(Number(row.dataset.id));
        if (drawn && (drawn.verdict ?? null) !== (verdict ?? null)) drawn.replaceWith(verdict_cell(verdict));
    }
}

function verdict_cell(verdict) {
    const node = h('span');
    node.verdict = verdict;
    if (verdict) draw_mark(node, verdict.can_text ? 'warning' : 'rejected', verdict.reason);
    return node;
}

const gravity = (verdict) => (!verdict ? 0 : verdict.can_text ? 1 : 2);

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Letters before digits and punctuation, and nothing at the end, in both directions. */
function compare_texts(one, other, _one_row, _other_row, _column, direction) {
    const order = place_of(one) - place_of(other);
    if (order !== 0) return direction === 'desc' ? -order : order;
    return collator.compare(one ?? '', other ?? '');
}

const place_of = (text) => (!text ? 2 : /^[^\p{L}]/u.test(text) ? 1 : 0);

/** Text nodes: whatever a name says, it is never read as HTML. */
function text_cell(cell) {
    const text = cell.getValue() ?? '';
    cell.getElement().title = text; // where the column is too narrow for it
    return document.createTextNode(text);
}

/** One stop for the keyboard in a row: see grid_selection.js. */
const name_cell = (address_of) => (cell) => {
    const text = cell.getValue();
    if (!text) return document.createTextNode('');
    const attributes = { href: address_of(cell.getData()), tabindex: '-1', title: text };
    return h('a', { ...attributes, 'aria-label': person_name(cell.getData()) }, text);
};

function check_cell(cell) {
    const is_so = Boolean(cell.getValue());
    return h('span', { role: 'img', 'aria-label': is_so ? 'Yes' : 'No' }, is_so ? '✓' : '–');
}
