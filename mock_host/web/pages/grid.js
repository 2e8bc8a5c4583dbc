// The grid of the search pages: Tabulator, with rows that arrive page after page, grouping and selecting.
import {
    FormatModule,
    GroupRowsModule,
    InteractionModule,
    ResizeColumnsModule,
    ResponsiveLayoutModule,
    SortModule,
    Tabulator,
} from '/libraries/tabulator-tables/tabulator_esm.min.mjs';
import { h } from './dom.js';
import { draw_column, draw_verdicts, select_column } from './grid_columns.js';
import { draw_group_strip } from './grid_groups.js';
import { listen_to_hands } from './grid_hands.js';
import { scroll_with_page } from './grid_page_scroll.js';
import { GridSelection } from './grid_selection.js';
import { narrow } from './narrow.js';
import { number_words } from './words.js';

Tabulator.registerModule([
    FormatModule,
    GroupRowsModule,
    InteractionModule,
    ResizeColumnsModule,
    ResponsiveLayoutModule,
    SortModule,
]);

const rows_per_page = 1000;

/** As in the styles: on a narrow page a finger has to find its row. */
const row_height_pixels = () => (narrow.matches ? 44 : 28);

/**
 * Makes a grid.
 * @param {object} options
 * @param {string} options.label what a screen reader calls it
 * @param {Node} options.bar stands above the rows
 * @param {object[]} options.columns see draw_column; one of the kind verdict is shown once there are verdicts
 * @param {(row: object) => string} options.address_of where the page of a row is
 * @param {(row: object) => void} options.open
 * @param {(rows: object[], at: object) => void} options.menu at: the anchor and, of a pointer, x and y
 * @param {(rows: object[]) => void} options.selected called when another set of rows is selected
 * @param {(id: number) => object|undefined} options.verdict_of {can_text, reason}; nothing: all is well
 */
export function make_grid({ label, bar, columns, address_of, open, menu, selected, verdict_of }) {
    const holder = h('div', { class: 'grid' });
    const all_box = h('input', { type: 'checkbox', 'aria-label': 'Select all of the search result' });
    const [verdict_column, other_columns] = [of_kind(columns, true)[0], of_kind(columns, false)];
    const strip = draw_group_strip(other_columns, group);
    const frame = h('div', { class: 'grid-frame' }, bar, strip.node, holder);
    const node = h('div', { class: 'grid-run' }, frame);
    let sorted_by = [];
    let shown_order = '';
    let page_scroll = null;
    let loading = 0;
    let building = null;
    let table = null;
    let selection = null;

    /** Tabulator measures its element, so it is made when that stands in the page. */
    function build() {
        const made = new Tabulator(holder, {
            columns: [
                select_column(all_box),
                ...columns.map((column) => draw_column(column, { verdict_of, address_of })),
            ],
            height: '100%',
            layout: 'fitColumns',
            responsiveLayout: 'hide',
            rowHeight: row_height_pixels(),
            index: 'id',
            placeholder: '',
            groupToggleElement: 'header',
            groupHeader: (value, count, rows, group_row) => group_heading(columns, value, count, group_row),
            rowFormatter: (row) => selection.draw_row(row.getElement(), row.getData().id),
        });
        selection = new GridSelection(made, holder, all_box, selected);
        made.on('dataSorting', (sorters) => keep_groups_in_order(made, sorters));
        made.on('dataSorted', show_top_of_new_order);
        return new Promise((resolve) => {
            made.on('tableBuilt', () => {
                strip.let_headers_be_dragged(holder);
                listen_to_hands({ table: made, holder, label, all_box, selection, open, menu });
                const body = holder.querySelector('.tabulator-tableholder');
                body.addEventListener('scroll', () => draw_verdicts(holder, verdict_of));
                page_scroll = scroll_with_page(node, frame, body);
                made.on('renderComplete', page_scroll.fit);
                resolve(made);
            });
        });
    }

    /** Another order begins at its top; the same order again, with fresh rows, keeps its place. */
    function show_top_of_new_order(sorters) {
        const order = JSON.stringify(sorters.map(({ field, dir }) => [field, dir]));
        if (order === shown_order) return;
        shown_order = order;
        queueMicrotask(() => page_scroll?.to_top());
    }

    function suit_width() {
        if (!table) return;
        table.options.rowHeight = row_height_pixels();
        table.redraw(true);
        page_scroll.fit();
    }
    narrow.addEventListener('change', suit_width);

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
     * @returns {Promise<boolean>} whether they are all there: not when another load() or close() came
     */
    async function load(fetch_page, counted, keeps_place = false) {
        const this_loading = ++loading;
        building ??= build();
        const built = await building;
        if (this_loading !== loading) return false;
        table = built;
        const first = await fetch_page(0, rows_per_page);
        if (this_loading !== loading) return false;
        counted(first.total);
        let rows = first.rows;
        if (!keeps_place) {
            selection.clear(); // first: whoever sees the rows may select them
            await table.setData(rows);
        }
        while (rows.length < first.total) {
            const more = await fetch_page(rows.length, rows_per_page);
            if (this_loading !== loading) return false;
            if (more.rows.length === 0) break;
            rows = rows.concat(more.rows);
        }
        const all_are_wanted = !keeps_place && selection.is_all();
        if (keeps_place || rows !== first.rows) await table.replaceData(rows);
        if (all_are_wanted) selection.all();
        selection.keep_only_present();
        return true;
    }

    /** There are more verdicts; is_offered: whether there is somebody who gives any. */
    function verdicts_changed(is_offered) {
        if (!table || !verdict_column) return;
        const column = table.getColumn(verdict_column.field);
        if (column.isVisible() !== is_offered) {
            if (is_offered) column.show();
            else column.hide();
            table.redraw();
        }
        draw_verdicts(holder, verdict_of);
    }

    function close() {
        loading += 1;
        narrow.removeEventListener('change', suit_width);
        page_scroll?.stop();
        building?.then((built) => built.destroy());
        building = null;
        table = null;
    }

    return {
        node,
        load,
        close,
        verdicts_changed,
        ids: () => table?.getData().map(({ id }) => id) ?? [],
        clear: () => selection?.clear(),
        focus: () => holder.querySelector('[role=grid]')?.focus({ preventScroll: true }),
        selected: () => selection?.rows() ?? [],
        first_row: () => table?.getData()[0],
    };
}

/** The column of verdicts has nothing to group by: they come after the rows. */
const of_kind = (columns, is_verdict) =>
    columns.filter(({ kind }) => (kind === 'verdict') === is_verdict);

function group_heading(columns, value, count, group_row) {
    const column = columns.find(({ field }) => field === group_row.getField());
    const words = value === true ? 'Yes' : value === false ? 'No' : String(value ?? '') || '(none)';
    return h(
        'button',
        { type: 'button', class: 'quiet group-heading' },
        `${column?.title ?? ''}: ${words} (${number_words(count)})`,
    );
}
