// Which rows of a long list are shown: those with certain words, or only the rejected.
import { h, set_text } from './dom.js';

const fewest_rows = 10; // of fewer nobody needs to search

/**
 * @param {() => void} changed a person looks for something else
 * @returns {{node: HTMLElement, status: HTMLElement, update: (element: object) => void,
 *     shown_of: (rows: object[]) => object[]}}
 */
export function draw_rows_filter(changed) {
    const words = h('input', {
        type: 'search',
        autocomplete: 'off',
        placeholder: 'Filter',
        on: { input: changed },
    });
    const only_rejected = h('input', { type: 'checkbox', on: { change: changed } });
    const rejected_label = h('label', null, only_rejected, 'Rejected only');
    const node = h('span', { class: 'rows-filter' }, words, rejected_label);
    const status = h('p', { class: 'muted rows-status', role: 'status' });
    const found_in = new WeakMap();
    let element = { rows: [] };

    const is_used = () => words.value.trim() !== '' || only_rejected.checked;

    function update(now) {
        element = now;
        words.setAttribute('aria-label', `Filter ${now.label}`);
        const count = now.rows.length;
        const rejected = now.rows.filter(is_rejected).length;
        if (rejected === 0) only_rejected.checked = false;
        node.hidden = !now.filter || (count < fewest_rows && !is_used());
        rejected_label.hidden = rejected === 0 || (rejected === count && !only_rejected.checked);
    }

    function shown_of(rows) {
        const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
        const ordered = element.rejected_first
            ? [...rows.filter(is_rejected), ...rows.filter((row) => !is_rejected(row))]
            : rows;
        const shown = is_used()
            ? ordered.filter(
                  (row) =>
                      (!only_rejected.checked || is_rejected(row)) &&
                      wanted.every((word) => text_of(row).includes(word)),
              )
            : ordered;
        set_text(status, is_used() ? `${plain(shown.length)} of ${plain(rows.length)} shown` : '');
        status.hidden = !is_used();
        return shown;
    }

    /** All that stands in a row; a changed one is another object. */
    function text_of(row) {
        if (!found_in.has(row)) {
            const all = [row.title, row.detail, row.note, ...Object.values(row.cells ?? {})];
            found_in.set(row, all.join('\n').toLowerCase());
        }
        return found_in.get(row);
    }

    return { node, status, update, shown_of };
}

const is_rejected = ({ mark }) => mark === 'rejected';
const plain = (count) => count.toLocaleString('en-US');
