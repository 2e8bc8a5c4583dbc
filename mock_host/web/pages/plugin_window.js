// One dialog of the plug-in: its view drawn in a window, and what a person does there told to the plug-in.
import { post } from './api.js';
import { h } from './dom.js';
import { draw_list } from './keyed.js';
import { element_kinds, is_one_line } from './plugin_elements.js';
import { say_problem } from './say.js';
import { open_window } from './window.js';

/**
 * @param {{id: number, view: object, values: object}} dialog as /api/dialogs gives it
 * @returns {{update: (dialog: object) => void, close: () => void}}
 */
export function open_plugin_window(dialog) {
    const body = h('div', { class: 'plugin-view' });
    const typed = new Map();
    const told = teller(`/api/dialogs/${dialog.id}`);
    let is_pressed = false;

    const plugin = {
        type: (element, value) => told('type', { element, value }),
        choose: (element, value) => told('choose', { element, value }),
        row_action: (element, row, action) => told('row_action', { element, row, action }),
        /** read(): what stands there now; forgets a sending that waits, since a press carries it. */
        add_typed: (element, read) => typed.set(element, read),
    };

    function press(button) {
        if (is_pressed) return;
        is_pressed = true;
        const values = Object.fromEntries([...typed].map(([element, read]) => [element, read()]));
        told('press', { button, values }).finally(() => (is_pressed = false));
    }

    function draw({ view, values }) {
        const known = view.elements.filter(({ kind }) => kind in element_kinds);
        const items = known.map((element) => ({ element, value: values?.[element.id] }));
        const ids = new Set(known.map(({ id }) => id));
        for (const id of typed.keys()) if (!ids.has(id)) typed.delete(id);
        draw_list(body, items, ({ element }) => key_of(element), draw_element);
    }

    function draw_element(item) {
        const drawn = element_kinds[item.element.kind](item.element, plugin);
        drawn.update(item.element, item.value);
        return { node: drawn.node, update: ({ element, value }) => drawn.update(element, value) };
    }

    const buttons_of = ({ view }) =>
        view.buttons.map((button) => ({ ...button, press: () => press(button.id) }));

    draw(dialog);
    const window = open_window({
        title: dialog.view.title,
        content: body,
        buttons: buttons_of(dialog),
        is_wide: dialog.view.elements.some(({ kind }) => kind === 'rows'),
        on_close: () => told('close', {}),
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

/** Tells the plug-in one thing after the other, in the order in which a person did them. */
function teller(path) {
    let last = Promise.resolve();
    return (what, body) => {
        last = last.then(() => post(`${path}/${what}`, body)).catch(say_problem);
        return last;
    };
}
