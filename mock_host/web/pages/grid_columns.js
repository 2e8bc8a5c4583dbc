// The columns of a grid by kind: text, number, check, and verdict, whose marks come after the rows.
import { h } from './dom.js';
import { draw_mark } from './marks.js';

const verdict_width_pixels = 46;

/**
 * A column as Tabulator takes it.
 * @param {{field: string, title: string, grow?: number, kind?: string}} column
 * @param {(id: number) => object|undefined} verdict_of
 */
export function draw_column({ field, title, grow = 1, kind = 'text' }, verdict_of) {
    if (kind === 'verdict') return draw_verdict_column({ field, title }, verdict_of);
    return {
        field,
        title,
        widthGrow: grow,
        minWidth: 52,
        sorter: kind === 'number' ? 'number' : kind === 'check' ? 'boolean' : compare_words,
        formatter: kind === 'check' ? check_cell : text_cell,
        cssClass: kind,
    };
}

/** Not there until somebody gives verdicts. */
function draw_verdict_column({ field, title }, verdict_of) {
    const verdict_in = (row) => verdict_of(row.getData().id);
    return {
        field,
        title,
        width: verdict_width_pixels,
        minWidth: verdict_width_pixels,
        visible: false,
        headerTooltip: 'Whether a text can be sent',
        sorter: (one, other, one_row, other_row) =>
            gravity(verdict_in(one_row)) - gravity(verdict_in(other_row)),
        formatter: (cell) => verdict_cell(verdict_in(cell.getRow())),
        cssClass: 'verdict',
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
const compare_words = (left, right) => collator.compare(left ?? '', right ?? '');

/** Text nodes: whatever a name says, it is never read as HTML. */
const text_cell = (cell) => document.createTextNode(cell.getValue() ?? '');

function check_cell(cell) {
    const is_so = Boolean(cell.getValue());
    return h('span', { role: 'img', 'aria-label': is_so ? 'Yes' : 'No' }, is_so ? '✓' : '–');
}
