// The grid of the search pages: Tabulator, with rows that arrive page after page, grouping and selecting.
import {
    FormatModule,
    GroupRowsModule,
    InteractionModule,
    ResizeColumnsModule,
    SortModule,
    Tabulator,
} from '/libraries/tabulator-tables/tabulator_esm.min.mjs';
import { h } from './dom.js';
import { draw_group_strip } from './grid_groups.js';
import { listen_to_hands } from './grid_hands.js';
import { GridSelection } from './grid_selection.js';

Tabulator.registerModule([FormatModule, GroupRowsModule, InteractionModule, ResizeColumnsModule, SortModule]);

const rows_per_page = 1000;
const row_height_pixels = 24;

/**
 * Makes a grid.
 * @param {object} options
 * @param {string} options.label what a screen reader calls it
 * @param {{field: string, title: string, grow?: number, kind?: 'text'|'number'|'check'}[]} options.columns
 * @param {(row: object) => void} options.open
 * @param {(rows: object[], at: object) => void} options.menu at: the anchor and, of a pointer, x and y
 * @param {(rows: object[]) => void} options.selected called when another set of rows is selected
 */
export function make_grid({ label, columns, open, menu, selected }) {
    const holder = h('div', { class: 'grid' });
    const strip = draw_group_strip(columns, group);
    const node = h('div', { class: 'grid-frame' }, strip.node, holder);
    let sorted_by = [];
    let loading = 0;
    let table = null;
    let selection = null;

    /** Tabulator measures its element, so it is made when that stands in the page. */
    function build() {
        const made = new Tabulator(holder, {
            columns: columns.map(draw_column),
            height: '100%',
            layout: 'fitColumns',
            rowHeight: row_height_pixels,
            index: 'id',
            placeholder: '',
            groupToggleElement: 'header',
            groupHeader: (value, count, rows, group_row) => group_heading(columns, value, count, group_row),
            rowFormatter: (row) => selection.draw_row(row.getElement(), row.getData().id),
        });
        selection = new GridSelection(made, holder, selected);
        made.on('dataSorting', (sorters) => keep_groups_in_order(made, sorters));
        return new Promise((resolve) => {
            made.on('tableBuilt', () => {
                strip.let_headers_be_dragged(holder);
                listen_to_hands({ table: made, holder, label, selection, open, menu });
                resolve(made);
            });
        });
    }

    function group(fields) {
        if (!table) return;
        table.blockRedraw();
        table.setGroupBy(fields.length > 0 ? fields : false);
        table.setSort(in_order_of_groups([...sorted_by]));
        table.restoreRedraw();
    }

    /** Groups stand in the order of their names: their columns sort before the one a person chose. */
    function in_order_of_groups(sorters) {
        const fields = strip.fields();
        sorted_by = sorters.filter(({ column }) => !fields.includes(column));
        return [...sorted_by, ...[...fields].reverse().map((column) => of_column(sorters, column))];
    }

    /** A click on a header sorts by that column alone. */
    function keep_groups_in_order(made, sorters) {
        const now = sorters.map(({ field, dir }) => ({ column: field, dir }));
        const wanted = in_order_of_groups(now);
        if (wanted.length > now.length) queueMicrotask(() => made.setSort(wanted));
    }

    const of_column = (sorters, column) =>
        sorters.find((each) => each.column === column) ?? { column, dir: 'asc' };

    /**
     * Shows what fetch_page gives: the first page at once, all others together when they are there.
     * @param {(offset: number, limit: number) => Promise<{total: number, rows: object[]}>} fetch_page
     * @param {(total: number) => void} counted called with the first page
     * @param {boolean} keeps_place the same rows again: what is selected and where one has scrolled to stay
     */
    async function load(fetch_page, counted, keeps_place = false) {
        const this_loading = ++loading;
        table ??= await build();
        const first = await fetch_page(0, rows_per_page);
        if (this_loading !== loading) return;
        counted(first.total);
        let rows = first.rows;
        if (!keeps_place) {
            selection.clear();
            await table.setData(rows);
        }
        while (rows.length < first.total) {
            const more = await fetch_page(rows.length, rows_per_page);
            if (this_loading !== loading) return;
            if (more.rows.length === 0) break;
            rows = rows.concat(more.rows);
        }
        if (keeps_place || rows !== first.rows) await table.replaceData(rows);
        selection.keep_only_present();
    }

    function close() {
        loading += 1;
        table?.destroy();
    }

    return { node, load, close, selected: () => selection?.rows() ?? [] };
}

function draw_column({ field, title, grow = 1, kind = 'text' }) {
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

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const compare_words = (left, right) => collator.compare(left ?? '', right ?? '');

/** Text nodes: whatever a name says, it is never read as HTML. */
const text_cell = (cell) => document.createTextNode(cell.getValue() ?? '');

function check_cell(cell) {
    const is_so = Boolean(cell.getValue());
    return h('span', { role: 'img', 'aria-label': is_so ? 'Yes' : 'No' }, is_so ? '✓' : '–');
}

function group_heading(columns, value, count, group_row) {
    const column = columns.find(({ field }) => field === group_row.getField());
    const words = value === true ? 'Yes' : value === false ? 'No' : String(value ?? '') || '(none)';
    return h(
        'button',
        { type: 'button', class: 'quiet group-heading' },
        `${column?.title ?? ''}: ${words} (${count})`,
    );
}
