// What mouse and keyboard do in a grid.
//
// The part that scrolls is the grid for a screen reader and has the focus as a whole; aria-activedescendant
// names the current row. Arrows, Page Up and Down, Home, End move (with Shift: select up to there), Space
// selects, Ctrl+A selects all, Enter opens, the Menu key or Shift+F10 opens the menu of what is selected, or else of
// the current row. Headers, group headings and the name in the current row are reached with Tab: Enter sorts, opens
// or closes.
import { h, new_id } from './dom.js';

export function listen_to_hands({ table, holder, label, all_box, selection, open, menu }) {
    const body = holder.querySelector('.tabulator-tableholder');
    give_roles(holder, body, label);

    const row_of = (event) => event.target.closest?.('.tabulator-row[data-id]') ?? null;
    const id_of = (element) => Number(element.dataset.id);
    const open_menu_at = (at) =>
        selection.rows().length > 0 && menu(selection.rows(), { anchor: body, ...at });

    /** A finger has no Ctrl: all of the row but its links is its check box. */
    let is_finger = false;
    body.addEventListener('pointerdown', ({ pointerType }) => (is_finger = pointerType === 'touch'));
    const is_in_box = (event) =>
        !event.target.closest('a') && (is_finger || event.target.closest('.tabulator-cell.select') !== null);

    body.addEventListener('mousedown', (event) => {
        const row = row_of(event);
        if (!row || event.button !== 0 || event.target.closest('a')) return;
        const is_box = is_in_box(event);
        if (event.shiftKey || is_box) event.preventDefault();
        body.focus({ preventScroll: true });
        if (is_box) return; // its click follows
        if (event.shiftKey) selection.range_to(id_of(row));
        else if (event.ctrlKey || event.metaKey) selection.toggle(id_of(row));
        else selection.only(id_of(row));
    });
    body.addEventListener('click', (event) => {
        if (!row_of(event) || !is_in_box(event)) return;
        if (event.shiftKey) selection.add_range_to(id_of(row_of(event)));
        else selection.toggle(id_of(row_of(event)));
    });
    all_box.addEventListener('change', () => (all_box.checked ? selection.all() : selection.clear()));
    body.addEventListener('focus', () => {
        const first = selection.order()[0];
        if (selection.current_id() === null && first !== undefined) selection.move_to(first);
    });
    body.addEventListener('dblclick', (event) => {
        const row = row_of(event);
        if (row && !is_in_box(event)) open(table.getRow(id_of(row)).getData());
    });
    body.addEventListener('contextmenu', (event) => {
        const row = row_of(event);
        if (!row) return;
        event.preventDefault();
        body.focus({ preventScroll: true });
        if (selection.has(id_of(row))) selection.move_to(id_of(row));
        else selection.only(id_of(row));
        open_menu_at({ x: event.clientX, y: event.clientY });
    });
    body.addEventListener('scroll', () => selection.draw());
    table.on('renderComplete', () => draw_roles(holder, selection));

    holder.addEventListener('keydown', (event) => {
        const header = event.target.closest('.tabulator-col');
        if (header && event.target !== all_box && (event.key === 'Enter' || event.key === ' ')) {
            event.preventDefault();
            sort_by(table, header.getAttribute('tabulator-field'));
        }
        if (event.target !== body) return;
        if (act_on_key(event)) event.preventDefault();
    });

    function act_on_key(event) {
        const current = selection.current_id();
        const is_menu_key = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
        if (is_menu_key) {
            if (selection.rows().length === 0 && current !== null) selection.only(current);
            open_menu_at(below(selection.element_of(current) ?? body));
        } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
            selection.all();
        } else if (event.key === 'Escape') {
            selection.clear();
        } else if (event.key === 'Enter' && current !== null) {
            open(table.getRow(current).getData());
        } else if (event.key === ' ' && current !== null) {
            selection.mark(current);
        } else {
            return move(event);
        }
        return true;
    }

    function move(event) {
        const order = selection.order();
        const last = order.length - 1;
        const here = order.indexOf(selection.current_id());
        const page = Math.max(1, Math.floor(body.clientHeight / table.options.rowHeight) - 1);
        const targets = {
            ArrowDown: here + 1,
            ArrowUp: here < 0 ? 0 : here - 1,
            PageDown: here + page,
            PageUp: here - page,
            Home: 0,
            End: last,
        };
        if (!(event.key in targets) || last < 0) return false;
        const id = order[Math.min(last, Math.max(0, targets[event.key]))];
        const edge = order.indexOf(id) > here ? 'bottom' : 'top';
        table.scrollToRow(id, edge, false).then(
            () => selection.draw(),
            () => {},
        );
        if (event.shiftKey) selection.range_to(id);
        else if (event.ctrlKey || event.metaKey) selection.move_to(id);
        else selection.step_to(id);
        return true;
    }

    for (const header of holder.querySelectorAll('.tabulator-col.tabulator-sortable')) header.tabIndex = 0;
}

/** The other direction when the grid is already sorted by this column. */
function sort_by(table, field) {
    const now = table.getSorters().find((sorter) => sorter.field === field);
    table.setSort(field, now?.dir === 'asc' ? 'desc' : 'asc');
}

function give_roles(holder, body, label) {
    const header = holder.querySelector('.tabulator-header');
    header.id = new_id('grid-header');
    holder.removeAttribute('role');
    holder.removeAttribute('aria-owns');
    body.setAttribute('role', 'grid');
    body.setAttribute('aria-label', label);
    body.setAttribute('aria-multiselectable', 'true');
    body.setAttribute('aria-owns', header.id);
    body.tabIndex = 0;
}

/** Where the menu of a row opens by the keyboard. */
function below(element) {
    const { left, bottom } = element.getBoundingClientRect();
    return { x: left + 24, y: bottom };
}

/** Rows, and headings of groups, in words that a screen reader knows. */
function draw_roles(holder, selection) {
    for (const heading of holder.querySelectorAll('.tabulator-group')) {
        heading.setAttribute('role', 'row');
        const button = heading.querySelector('button');
        button?.setAttribute('aria-expanded', String(heading.classList.contains('tabulator-group-visible')));
        if (button && button.parentElement === heading) wrap_in_cell(button);
    }
    selection.draw();
}

function wrap_in_cell(button) {
    const cell = h('span', { role: 'gridcell' });
    button.replaceWith(cell);
    cell.append(button);
}
