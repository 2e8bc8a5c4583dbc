// A menu at a point or under a button, by the ARIA menu pattern. Floating UI keeps it on the screen.
import { h, new_id } from './dom.js';
import { say_problem } from './say.js';

const { computePosition, flip, shift, size } = window.FloatingUIDOM;
const edge_pixels = 6;

let close_open_menu = null;

/**
 * Opens a menu and puts the focus on its first item.
 * @param {object} menu
 * @param {HTMLElement} [menu.anchor] what it belongs to; gets the focus back
 * @param {number} [menu.x] where the pointer was, with y; without them it stands under the anchor
 * @param {string} [menu.label] what a screen reader calls it
 * @param {number} [menu.columns] so many items stand beside each other
 * @param {{label?: string, items: {label: string, sign?: string, detail?: string, enabled?: boolean,
 *     reason?: string, tooltip?: string, is_checked?: boolean, choose: () => void}[]}[]} menu.groups empty groups are
 *     passed over; sign: what is seen in place of the label; detail: a line below it; is_checked: the item is one of
 *     several of which one is chosen
 */
export function open_menu({ anchor, x, y, label = 'Actions', columns = 1, groups }) {
    close_open_menu?.();
    const focus_before = document.activeElement;
    const items = [];
    const element = h('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: '-1' });
    for (const group of groups.filter((each) => each.items.length > 0)) element.append(draw_group(group));
    if (items.length === 0)
        element.append(h('div', { class: 'menu-empty', role: 'presentation' }, 'No actions available'));

    function draw_group(group) {
        const heading =
            group.label && h('div', { class: 'menu-heading', id: new_id('menu-group') }, group.label);
        return h(
            'div',
            { role: 'group', class: columns > 1 ? 'menu-grid' : null, 'aria-labelledby': heading?.id },
            heading,
            group.items.map(draw_item),
        );
    }

    function draw_item(item) {
        const is_enabled = item.enabled !== false;
        const node = h(
            'div',
            {
                class: 'menu-item',
                role: item.is_checked === undefined ? 'menuitem' : 'menuitemradio',
                'aria-checked': item.is_checked === undefined ? null : String(item.is_checked),
                tabindex: '-1',
                title: item.tooltip || (item.sign && item.label) || null,
                'aria-label': item.sign ? item.label : null,
                'aria-disabled': is_enabled ? null : 'true',
                on: { click: () => choose(item), pointermove: () => node.focus({ preventScroll: true }) },
            },
            h('span', null, item.sign ?? item.label),
            item.detail && h('span', { class: 'menu-detail' }, item.detail),
            !is_enabled && item.reason && h('span', { class: 'menu-reason' }, item.reason),
        );
        items.push({ node, item });
        return node;
    }

    function choose(item) {
        if (item.enabled === false) return;
        close(true);
        item.choose();
    }

    function close(gives_focus_back) {
        if (close_open_menu !== close_this) return;
        close_open_menu = null;
        element.remove();
        set_expanded(anchor, false);
        document.removeEventListener('pointerdown', close_when_outside, true);
        window.removeEventListener('blur', close_this);
        window.removeEventListener('hashchange', close_this);
        if (gives_focus_back)
            (focus_before?.isConnected ? focus_before : anchor)?.focus({ preventScroll: true });
    }

    function close_this() {
        close(false);
    }

    function close_when_outside(event) {
        if (!element.contains(event.target)) close(false);
    }

    element.addEventListener('keydown', (event) => {
        const here = items.findIndex(({ node }) => node === document.activeElement);
        const next = next_index(event.key, here, items, columns);
        if (next !== null) items[next]?.node.focus();
        else if (event.key === 'Escape') close(true);
        else if (event.key === 'Tab') close(true);
        else if (event.key === 'Enter' || event.key === ' ') here >= 0 && choose(items[here].item);
        else return;
        event.stopPropagation();
        if (event.key !== 'Tab') event.preventDefault();
    });
    element.addEventListener('contextmenu', (event) => event.preventDefault());

    (anchor?.closest('dialog, main, #banner') ?? document.body).append(element);
    set_expanded(anchor, true);
    close_open_menu = close_this;
    document.addEventListener('pointerdown', close_when_outside, true);
    window.addEventListener('blur', close_this);
    window.addEventListener('hashchange', close_this);
    place(element, x === undefined ? anchor : point(x, y));
    (items[0]?.node ?? element).focus({ preventScroll: true });
}

/**
 * A button that opens a menu under itself.
 * @param {string} look its class
 * @param {() => object | Promise<object>} menu what open_menu takes, asked for when it is pressed
 * @param {...(Node|string)} label
 */
export function menu_button(look, menu, ...label) {
    const open = async () => open_menu({ anchor: button, ...(await menu()) });
    const button = h(
        'button',
        {
            type: 'button',
            class: look,
            'aria-haspopup': 'menu',
            'aria-expanded': 'false',
            on: { click: () => open().catch(say_problem) },
        },
        ...label,
    );
    return button;
}

/** Only what says that it has a menu says whether that is open. */
function set_expanded(anchor, is_open) {
    if (anchor?.hasAttribute('aria-haspopup')) anchor.setAttribute('aria-expanded', String(is_open));
}

/** Arrows go round, Home and End to the ends, a letter to the next item that begins with it; else null. */
function next_index(key, here, items, columns) {
    const last = items.length - 1;
    const is_grid = columns > 1;
    if (is_grid && key === 'ArrowDown') return here + columns > last ? here % columns : here + columns;
    if (is_grid && key === 'ArrowUp') return here < columns ? last - ((last - here) % columns) : here - columns;
    if (key === 'ArrowDown' || (is_grid && key === 'ArrowRight')) return here >= last ? 0 : here + 1;
    if (key === 'ArrowUp' || (is_grid && key === 'ArrowLeft')) return here <= 0 ? last : here - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    if (key.length !== 1 || key === ' ') return null;
    const order = [...items.keys()].map((step) => (here + 1 + step) % items.length);
    return order.find((index) => items[index].item.label.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}

function point(x, y) {
    const rectangle = { x, y, left: x, right: x, top: y, bottom: y, width: 0, height: 0 };
    return { getBoundingClientRect: () => rectangle };
}

function place(element, reference) {
    const fit = size({
        padding: edge_pixels,
        apply: ({ availableHeight }) => (element.style.maxHeight = `${Math.max(80, availableHeight)}px`),
    });
    const middleware = [flip(), shift({ padding: edge_pixels }), fit];
    computePosition(reference, element, { placement: 'bottom-start', strategy: 'fixed', middleware }).then(
        ({ x, y }) => Object.assign(element.style, { left: `${x}px`, top: `${y}px`, opacity: '1' }),
    );
}
