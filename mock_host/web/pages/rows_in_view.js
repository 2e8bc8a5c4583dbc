// A long list in a part of a window that scrolls: only what is in view stands in the page, however many rows there
// are. Rows may differ in height; what one measures is known once it has been drawn.
import { set_attribute } from './dom.js';
import { draw_list } from './keyed.js';

const rows_beside_view = 6;
const max_passes = 4;
const height_at_first_pixels = 29;

/**
 * @param {{scroller: HTMLElement, body: HTMLElement, head?: HTMLElement}} parts what scrolls, in it the parent of the
 *     rows, and a heading that stays above them
 * @param {(row: object) => {node: HTMLElement, update: (row: object) => void}} make called for a row that comes into
 *     view; rows have an id, and one that changes is another object
 * @param {(node: HTMLElement, index: number, count: number) => void} number says to a screen reader which one it is
 * @returns {{show: (rows: object[]) => void}}
 */
export function draw_rows_in_view({ scroller, body, head }, make, number) {
    const heights = new Map(); // by id, as drawn
    let rows = [];
    let tops = [0]; // of each row, and the end of the last
    let index_of = new Map();
    let held = null; // the id of the row that had the focus at last: it stays, so that the focus can come back
    const usual = { plain: height_at_first_pixels, noted: 2 * height_at_first_pixels };
    let width = 0;

    function lay_out() {
        tops = new Float64Array(rows.length + 1);
        for (let at = 0; at < rows.length; ++at)
            tops[at + 1] = tops[at] + (heights.get(rows[at].id) ?? usual[kind_of(rows[at])]);
    }

    /** The row that is at so many pixels below the first one's top. */
    function row_at(pixels) {
        let [from, to] = [0, rows.length - 1];
        while (from < to) {
            const middle = (from + to + 1) >> 1;
            if (tops[middle] <= pixels) from = middle;
            else to = middle - 1;
        }
        return Math.max(0, from);
    }

    function range() {
        const top = scroller.scrollTop;
        const first = Math.max(0, row_at(top) - rows_beside_view);
        const last = Math.min(rows.length - 1, row_at(top + scroller.clientHeight) + rows_beside_view);
        return [first, last];
    }

    function draw() {
        for (let pass = 0; pass < max_passes; ++pass) {
            const [first, last] = range();
            const shown = rows.slice(first, last + 1);
            const at_held = index_of.get(held) ?? -1;
            const held_height = at_held < 0 ? 0 : tops[at_held + 1] - tops[at_held];
            if (at_held >= 0 && at_held < first) shown.unshift(rows[at_held]);
            if (at_held > last) shown.push(rows[at_held]);
            draw_list(body, shown, ({ id }) => id, make, (row) => row);
            const end = tops[rows.length] - tops[last + 1] - (at_held > last ? held_height : 0);
            const before = tops[first] - (at_held >= 0 && at_held < first ? held_height : 0);
            body.style.paddingTop = `${Math.max(0, before)}px`;
            body.style.paddingBottom = `${Math.max(0, end)}px`;
            shown.forEach(({ id }, at) => number(body.children[at], index_of.get(id), rows.length));
            if (!measure(shown)) break;
        }
        draw_tab_stops();
    }

    /** Whether a row is of another height than thought. What one reads stays where it is, the end as well. */
    function measure(shown) {
        if (scroller.clientHeight === 0) return false;
        const is_at_end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
        const anchor = row_at(scroller.scrollTop);
        const offset = scroller.scrollTop - tops[anchor];
        let is_other = false;
        shown.forEach(({ id }, at) => {
            const height = body.children[at].offsetHeight;
            is_other ||= Math.abs(height - (tops[index_of.get(id) + 1] - tops[index_of.get(id)])) > 0.5;
            heights.set(id, height);
            usual[kind_of(rows[index_of.get(id)])] = height;
        });
        if (!is_other) return false;
        lay_out();
        if (scroller.scrollTop === 0) return true;
        if (is_at_end) body.style.paddingTop = `${tops[rows.length]}px`;
        scroller.scrollTop = is_at_end ? tops[rows.length] : tops[anchor] + offset;
        return true;
    }

    /** The list is one stop of Tab; within, the arrows go from row to row. */
    function draw_tab_stops() {
        const current = index_of.has(held) ? held : rows[0]?.id;
        for (const node of body.children) {
            const is_current = node.dataset.row === current;
            for (const control of controls_of(node)) set_attribute(control, 'tabindex', is_current ? '0' : '-1');
        }
    }

    /** The control that has the focus: the place of its row, and its own among that row's. */
    function focused() {
        const node = body.contains(document.activeElement) && document.activeElement.closest('[data-row]');
        if (!node) return null;
        const control = controls_of(node).indexOf(document.activeElement);
        return { id: node.dataset.row, index: index_of.get(node.dataset.row), control };
    }

    function show(now) {
        const anchor = rows[row_at(scroller.scrollTop)]?.id;
        const offset = scroller.scrollTop - tops[row_at(scroller.scrollTop)];
        const focus = focused();
        rows = now;
        index_of = new Map(rows.map(({ id }, at) => [id, at]));
        for (const id of heights.keys()) if (!index_of.has(id)) heights.delete(id);
        lay_out();
        draw();
        const at = index_of.get(anchor);
        if (scroller.scrollTop > 0 && at !== undefined && at > 0 && tops[at] + offset !== scroller.scrollTop) {
            scroller.scrollTop = tops[at] + offset;
            draw();
        }
        // Who took the place of one that is gone.
        if (focus && rows.length > 0 && !index_of.has(focus.id)) go_to(focus.index, focus.control);
    }

    function go_to(index, control) {
        const at = Math.min(rows.length - 1, Math.max(0, index));
        const hidden_top = tops[at] - scroller.scrollTop;
        const room = scroller.clientHeight - (head?.offsetHeight ?? 0);
        const hidden_bottom = tops[at + 1] - scroller.scrollTop - room;
        if (hidden_top < 0) scroller.scrollTop += hidden_top;
        else if (hidden_bottom > 0) scroller.scrollTop += hidden_bottom;
        draw();
        const controls = controls_of(body.querySelector(`[data-row="${CSS.escape(rows[at].id)}"]`));
        controls[Math.min(control, controls.length - 1)]?.focus({ preventScroll: true });
    }

    body.addEventListener('focusin', ({ target }) => {
        const node = target.closest('[data-row]');
        if (!node || node.dataset.row === held) return;
        held = node.dataset.row;
        draw_tab_stops();
    });
    body.addEventListener('keydown', (event) => {
        const node = event.target.closest('[data-row]');
        if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
        const here = index_of.get(node.dataset.row);
        const page = Math.max(1, row_at(scroller.scrollTop + scroller.clientHeight) - row_at(scroller.scrollTop) - 1);
        const targets = {
            ArrowDown: here + 1,
            ArrowUp: here - 1,
            PageDown: here + page,
            PageUp: here - page,
            Home: 0,
            End: rows.length - 1,
        };
        if (!(event.key in targets)) return;
        event.preventDefault();
        go_to(targets[event.key], controls_of(node).indexOf(event.target));
    });
    scroller.addEventListener('scroll', draw, { passive: true });
    const resized = () => {
        if (scroller.clientWidth !== width) heights.clear();
        width = scroller.clientWidth;
        lay_out();
        draw();
    };
    new ResizeObserver(() => requestAnimationFrame(resized)).observe(scroller);

    return { show };
}

const kind_of = (row) => (row.note ? 'noted' : 'plain');
const controls_of = (node) => [...(node?.querySelectorAll('a[href], button') ?? [])];
