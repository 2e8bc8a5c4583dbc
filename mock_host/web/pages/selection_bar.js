// The bar above a grid: how many rows are selected, and what the plug-in offers for them as buttons.
import { h, new_id, replace, set_text } from './dom.js';
import { icon } from './icons.js';
import { say, say_problem } from './say.js';
import { number_words } from './words.js';

const select_first = 'Check people in the list first.';

/**
 * @param {(rows: object[]) => Promise<object[]>} offer the plug-in's items for these rows, see plugin_items
 * @param {() => void} clear selects nothing
 * @param {Node} found stands at its end: how many rows there are
 * @returns {{node: HTMLElement, update: (rows: object[], example: object|undefined) => Promise<void>}}
 *     update: these rows are selected; example: a row that is there, to know what is offered when none is selected
 */
export function make_selection_bar(offer, clear, found) {
    const count = h('span', { class: 'selected-count', 'aria-live': 'polite' });
    const buttons = h('span', { class: 'bar' });
    const clear_button = h(
        'button',
        { type: 'button', class: 'quiet', on: { click: clear }, hidden: true },
        'Clear',
    );
    const node = h(
        'div',
        { class: 'selection-bar', role: 'group', 'aria-label': 'Selected' },
        count,
        buttons,
        clear_button,
        found,
    );
    let selected = [];
    let asked = null;
    let is_asking = false;

    async function update(rows, example) {
        selected = rows;
        set_text(count, rows.length > 0 ? `${number_words(rows.length)} selected` : '');
        node.classList.toggle('has-selection', rows.length > 0);
        clear_button.hidden = rows.length === 0;
        asked = rows.length > 0 ? rows : [example].filter(Boolean);
        if (!is_asking) await ask();
    }

    /** One question at a time; what was selected meanwhile is asked about next. */
    async function ask() {
        is_asking = true;
        try {
            while (asked) {
                const rows = asked;
                asked = null;
                const items = rows.length > 0 ? await offer(rows) : [];
                if (!asked) draw(items);
            }
        } finally {
            is_asking = false;
        }
    }

    function draw(items) {
        const focused = document.activeElement?.dataset.action;
        replace(
            buttons,
            items.map((item, at) => draw_button(item, at === 0)),
        );
        if (focused && !node.contains(document.activeElement))
            [...buttons.querySelectorAll('button')].find(({ dataset }) => dataset.action === focused)?.focus();
    }

    function draw_button(item, is_first) {
        const is_enabled = selected.length > 0 && item.enabled;
        const reason = selected.length === 0 ? select_first : item.enabled ? '' : item.reason;
        const described = reason ? h('span', { class: 'button-reason', id: new_id('reason') }, reason) : null;
        const button = h(
            'button',
            {
                type: 'button',
                class: is_first ? 'primary' : null,
                title: item.tooltip || null,
                'aria-disabled': is_enabled ? null : 'true',
                'aria-describedby': described?.id,
                data: { action: item.id },
                on: { click: () => is_enabled && perform(item.id).catch(say_problem) },
            },
            item.icon && icon('cell_phone'),
            item.label,
        );
        return [button, described];
    }

    /** With what is selected at this moment, which may be more than the button was drawn for. */
    async function perform(id) {
        if (selected.length === 0) return;
        const item = (await offer(selected)).find((each) => each.id === id);
        if (item?.enabled) item.choose();
        else say(item?.reason || 'This action is no longer available.', 'warning');
    }

    return { node, update };
}
