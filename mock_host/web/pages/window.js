// Windows: modal ones on the platform's own <dialog>, which keeps the focus inside and gives it back.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { place_toasts } from './say.js';

/**
 * A button of a window.
 * @typedef {{id?: string, label: string, role?: 'default'|'cancel'|'normal', enabled?: boolean,
 *     reason?: string, press: (button: object) => void, press_early?: () => void}} WindowButton
 *     role default: Enter; cancel: Esc. Pressing closes nothing by itself. press_early: pressed while it is
 *     disabled, for what was done last may enable it.
 */

/**
 * Opens a window.
 * @param {{title: string, content: Node|Node[], buttons: WindowButton[], on_close?: () => void,
 *     is_wide?: boolean, is_widest?: boolean}} view
 *     on_close: Esc or × without a button of the role cancel to press; the window is closed by then.
 * @returns {{element: HTMLDialogElement, close: () => void,
 *     update: (view: {title?: string, buttons?: WindowButton[]}) => void}}
 *     update changes the title and the buttons, and keeps the focus
 */
export function open_window({ title, content, buttons, on_close, is_wide = false, is_widest = false }) {
    const heading = h('h2', { id: new_id('window-title') }, title);
    const body = h('div', { class: 'window-body' }, content);
    const bar = h('div', { class: 'window-buttons' });
    const cross = h(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': 'Close', on: { click: dismiss } },
        '×',
    );
    const element = h(
        'dialog',
        { class: is_widest ? 'widest' : is_wide ? 'wide' : null, 'aria-labelledby': heading.id },
        h('div', { class: 'window-title' }, heading, cross),
        body,
        bar,
    );
    let shown = [];

    function press(button) {
        if (!button) return;
        if (button.enabled !== false) button.press(button);
        else button.press_early?.();
    }

    function dismiss() {
        const cancel = shown.find((button) => button.role === 'cancel');
        if (cancel) {
            press(cancel);
            return;
        }
        close();
        on_close?.();
    }

    function close() {
        if (!element.isConnected) return;
        element.close();
        element.remove();
        place_toasts();
    }

    function update(view) {
        if (view.title !== undefined) set_text(heading, view.title);
        if (view.buttons === undefined) return;
        shown = in_order_of_role(view.buttons);
        draw_buttons(bar, shown, press);
    }

    element.addEventListener('keydown', (event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') dismiss();
        else if (event.key === 'Enter' && enter_is_for_window(event))
            press(shown.find((each) => each.role === 'default'));
        else return;
        event.preventDefault();
        event.stopPropagation();
    });
    element.addEventListener('cancel', (event) => {
        event.preventDefault();
        dismiss();
    });

    update({ buttons });
    document.body.append(element);
    element.showModal();
    place_toasts();
    focus_first(body, bar);
    return { element, close, update };
}

/**
 * Asks before something that cannot be taken back.
 * @param {string} words the question, with what will happen
 * @param {string} label of the button that does it
 * @returns {Promise<boolean>}
 */
export function confirm(words, label) {
    return new Promise((resolve) => {
        const answer = (is_yes) => {
            asked.close();
            resolve(is_yes);
        };
        const asked = open_window({
            title: label,
            content: h('p', null, words),
            buttons: [
                { label, role: 'default', press: () => answer(true) },
                { label: 'Cancel', role: 'cancel', press: () => answer(false) },
            ],
            on_close: () => resolve(false),
        });
    });
}

/** The default button stands last, at the right, and the one that goes back before it, whoever made the window. */
function in_order_of_role(buttons) {
    if (!buttons.some(({ role }) => role === 'default')) return buttons;
    const places = { cancel: 1, default: 2 };
    return [...buttons].sort((one, other) => (places[one.role] ?? 0) - (places[other.role] ?? 0));
}

/** In a text area Enter is a new line, Ctrl+Enter the default button; buttons and lists keep their Enter. */
function enter_is_for_window(event) {
    if (event.isComposing) return false;
    if (event.target.matches('textarea')) return event.ctrlKey || event.metaKey;
    return !event.target.matches('button, a, select, summary');
}

/** Buttons that stay are kept as they are, so that the focus does. */
function draw_buttons(bar, buttons, press) {
    const old = new Map([...bar.querySelectorAll('button')].map((node) => [node.dataset.button, node]));
    const nodes = buttons.map((button, index) => {
        const key = button.id ?? String(index);
        const node = old.get(key) ?? h('button', { type: 'button', data: { button: key } });
        const reason = button.enabled === false ? button.reason : '';
        node.onclick = () => press(button);
        set_text(node, button.label);
        set_attribute(node, 'class', button.role === 'default' ? 'primary' : null);
        set_attribute(node, 'aria-disabled', button.enabled === false ? 'true' : null);
        if (!reason) {
            set_attribute(node, 'aria-describedby', null);
            return [node];
        }
        const described = h('span', { class: 'button-reason', id: new_id('reason') }, reason);
        set_attribute(node, 'aria-describedby', described.id);
        return [described, node];
    });
    const children = nodes.flat();
    const is_same =
        children.length === bar.children.length && children.every((each, at) => each === bar.children[at]);
    if (is_same) return;
    const focused = bar.contains(document.activeElement) ? document.activeElement : null;
    replace(bar, children);
    if (focused?.isConnected) focused.focus();
}

/** What one came for: typing, or else the first field, or else the default button. */
function focus_first(body, bar) {
    const field =
        body.querySelector('textarea') ?? body.querySelector('input:not([type=hidden], [disabled]), select');
    (field ?? bar.querySelector('button.primary') ?? bar.querySelector('button'))?.focus();
}
