// One dialog of the plug-in: its view drawn in a window, and what a person does there told to the plug-in.
import { post } from './api.js';
import { h } from './dom.js';
import { draw_list } from './keyed.js';
import { refreshed } from './live.js';
import { element_kinds } from './plugin_elements.js';
import { is_one_line } from './plugin_text_area.js';
import { say_problem } from './say.js';
import { open_window } from './window.js';

/**
 * @param {{id: number, view: object, values: object}} dialog as /api/dialogs gives it
 * @returns {{update: (dialog: object) => void, close: () => void}}
 */
export function open_plugin_window(dialog) {
    const body = h('div', { class: 'plugin-view' });
    const typed = new Map();
    const post_event = event_poster(`/api/dialogs/${dialog.id}`);
    let is_pressed = false;

    const plugin = {
        type: (element, value) => post_event('type', { element, value }),
        choose: (element, value) => post_after_typing('choose', { element, value }),
        row_action: (element, row, action) => post_after_typing('row_action', { element, row, action }),
        press,
        /**
         * send_now(): what was typed and waits for a pause in the typing.
         * read(): what stands there now; forgets a sending that waits, since a press carries it.
         * is_new(): the plug-in may not have seen it yet. is_too_long(): it cannot be told. focus()
         */
        add_typed: (element, field) => typed.set(element, field),
    };

    /** The plug-in may do something else when it knows the last letters, such as ask before it discards them. */
    function post_after_typing(what, body) {
        for (const field of typed.values()) field.send_now();
        return post_event(what, body);
    }

    /** What was typed last goes along. Leaving and the buttons of a list take no account of what is wrong in a field. */
    function press({ id, role, beside }, condition = {}) {
        if (is_pressed) return;
        const wrong = [...typed.values()].find((field) => field.is_too_long());
        if (wrong && role !== 'cancel' && !beside) {
            wrong.focus();
            return;
        }
        is_pressed = true;
        const posted_fields = [...typed].filter(([, field]) => !field.is_too_long());
        const values = Object.fromEntries(posted_fields.map(([element, field]) => [element, field.read()]));
        post_event('press', { button: id, values, ...condition })
            .then(() => refreshed('dialogs')) // the window may be closed by now
            .finally(() => (is_pressed = false));
    }

    /** A button that is disabled for what the plug-in has seen; the last letters may enable it. */
    function press_early(button) {
        if ([...typed.values()].some((field) => field.is_new())) press(button, { if_enabled: true });
    }

    function draw({ view, values }) {
        const known = view.elements.filter(({ kind }) => kind in element_kinds);
        const items = known.map((element) => ({
            element,
            value: values?.[element.id],
            buttons: view.buttons.filter(({ beside }) => beside === element.id),
        }));
        const ids = new Set(known.map(({ id }) => id));
        for (const id of typed.keys()) if (!ids.has(id)) typed.delete(id);
        const was_typing = body.contains(document.activeElement) && document.activeElement.matches('textarea');
        draw_list(body, items, ({ element }) => key_of(element), draw_element, content_of);
        // Where the plug-in has written itself there is another field.
        if (was_typing && !body.contains(document.activeElement)) body.querySelector('textarea')?.focus();
    }

    function draw_element(item) {
        const drawn = element_kinds[item.element.kind](item.element, plugin);
        drawn.update(item.element, item.value, item.buttons);
        return {
            node: drawn.node,
            update: ({ element, value, buttons }) => drawn.update(element, value, buttons),
        };
    }

    function buttons_of({ view }) {
        const errors = new Set(view.elements.map(({ error }) => error));
        const lists = view.elements.filter(({ kind }) => kind === 'rows').map(({ id }) => id);
        return view.buttons
            .filter(({ beside }) => !lists.includes(beside))
            .map((button) => ({
                ...button,
                reason: errors.has(button.reason) ? '' : button.reason, // it stands beside its field
                press: () => press(button),
                press_early: () => press_early(button),
            }));
    }

    draw(dialog);
    const window = open_window({
        title: dialog.view.title,
        content: body,
        buttons: buttons_of(dialog),
        is_wide: dialog.view.elements.some(({ kind }) => kind === 'rows'),
        is_widest: dialog.view.elements.some(({ columns }) => columns),
        on_close: () => post_after_typing('close', {}),
    });
    return {
        update(changed) {
            draw(changed);
            window.update({ title: changed.view.title, buttons: buttons_of(changed) });
        },
        close: window.close,
    };
}

/** What stays one control as long as it is the same. */
function key_of(element) {
    return `${is_one_line(element) ? 'one line' : element.kind} ${element.id}`;
}

/** An element that has changed is another object, so none is written as JSON to find that out. */
const content_of = ({ element, value, buttons }) =>
    `${number_of(element)} ${value} ${JSON.stringify(buttons)}`;

const numbers = new WeakMap();
let last_number = 0;

function number_of(element) {
    if (!numbers.has(element)) numbers.set(element, ++last_number);
    return numbers.get(element);
}

/** Tells the plug-in one thing after the other, in the order in which a person did them. */
function event_poster(path) {
    let last = Promise.resolve();
    return (what, body) => {
        last = last.then(() => post(`${path}/${what}`, body)).catch(say_problem);
        return last;
    };
}
