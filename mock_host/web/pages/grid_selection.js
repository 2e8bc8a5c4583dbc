// Which rows of a grid are selected, as in any list of a desktop: one, some with Ctrl, a range with Shift.
// Rows are marked by their check boxes, with Space, Ctrl or Shift; the arrow keys select nothing else then.
// Kept as ids and drawn only on rows that are drawn, so that selecting 10,000 rows takes no visible time.
import { set_attribute } from './dom.js';

export class GridSelection {
    #table;
    #holder;
    #all_box;
    #changed;
    #ids = new Set();
    #current_id = null;
    #range_start_id = null;
    #is_marked = false;

    constructor(table, holder, all_box, changed) {
        this.#table = table;
        this.#holder = holder;
        this.#all_box = all_box;
        this.#changed = changed;
    }

    has = (id) => this.#ids.has(id);
    current_id = () => this.#current_id;

    /** The selected rows, in the order in which they are shown. */
    rows() {
        return this.#table.getData('active').filter(({ id }) => this.#ids.has(id));
    }

    clear() {
        this.#range_start_id = null;
        this.#set(new Set(), null);
    }

    only(id) {
        this.#range_start_id = id;
        this.#set(new Set([id]), id);
    }

    toggle(id) {
        const ids = new Set(this.#ids);
        if (!ids.delete(id)) ids.add(id);
        this.#range_start_id = id;
        this.#set(ids, id, true);
    }

    /** Space: the row that the arrows have come to is kept; one that was marked before is let go. */
    mark(id) {
        if (!this.#is_marked && this.#ids.has(id)) this.#is_marked = true;
        else this.toggle(id);
    }

    /** An arrow key has come here. Rows that a person has marked stay selected. */
    step_to(id) {
        if (this.#is_marked) this.move_to(id);
        else this.only(id);
    }

    /** All rows from the last one chosen without Shift to this one. */
    range_to(id) {
        const order = this.order();
        const ends = [order.indexOf(this.#range_start_id ?? id), order.indexOf(id)].sort(
            (one, other) => one - other,
        );
        this.#set(new Set(order.slice(Math.max(0, ends[0]), ends[1] + 1)), id, true);
    }

    /** The same, and what was selected before stays. */
    add_range_to(id) {
        const before = this.#ids;
        this.range_to(id);
        this.#set(new Set([...before, ...this.#ids]), id, true);
    }

    all() {
        this.#set(new Set(this.#table.getData('active').map(({ id }) => id)), this.#current_id, true);
    }

    is_all() {
        return this.#ids.size > 0 && this.#ids.size === this.#table.getDataCount('active');
    }

    /** Only where the next key begins; what is selected stays. */
    move_to(id) {
        this.#current_id = id;
        this.draw();
    }

    /** Ids as they are shown from top to bottom; rows of closed groups are not among them. */
    order() {
        return this.#table
            .getRows('display')
            .filter((row) => typeof row.getData === 'function')
            .map((row) => row.getData().id);
    }

    /** After the rows were loaded anew: those that are gone are no longer selected. */
    keep_only_present() {
        const present = new Set(this.#table.getData().map(({ id }) => id));
        const ids = new Set([...this.#ids].filter((id) => present.has(id)));
        if (ids.size !== this.#ids.size)
            this.#set(ids, present.has(this.#current_id) ? this.#current_id : null, this.#is_marked);
        this.draw();
    }

    /** Marks the rows that are in the page at this moment. */
    draw() {
        for (const element of this.#holder.querySelectorAll('.tabulator-row[data-id]')) this.#mark(element);
        const current = this.#current_id === null ? null : this.element_of(this.#current_id);
        set_attribute(this.#holder.querySelector('[role=grid]'), 'aria-activedescendant', current?.id);
        this.#all_box.checked = this.is_all();
        this.#all_box.indeterminate = this.#ids.size > 0 && !this.is_all();
    }

    /** For Tabulator's rowFormatter: a row was made. */
    draw_row(element, id) {
        element.dataset.id = id;
        element.id = `row-${id}`;
        this.#mark(element);
    }

    element_of(id) {
        return this.#holder.querySelector(`.tabulator-row[data-id="${CSS.escape(String(id))}"]`);
    }

    #mark(element) {
        const id = Number(element.dataset.id);
        const is_selected = this.#ids.has(id);
        element.classList.toggle('is-selected', is_selected);
        element.classList.toggle('is-current', id === this.#current_id);
        element.setAttribute('aria-selected', String(is_selected));
        const box = element.querySelector('.select input');
        if (box) box.checked = is_selected;
        // Tab goes from the grid to the name in the current row.
        const link = element.querySelector('a');
        if (link) link.tabIndex = id === this.#current_id ? 0 : -1;
    }

    #set(ids, current_id, is_marked = false) {
        this.#ids = ids;
        this.#current_id = current_id;
        this.#is_marked = is_marked && ids.size > 0;
        this.draw();
        this.#changed(ids.size);
    }
}
