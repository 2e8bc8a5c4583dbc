// What can be done with a row: one or two buttons; of more than two the first, and a menu with the others.
import { h, set_attribute, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { menu_button } from './menu.js';

const max_buttons = 2;
const buttons_beside_menu = 1;

/**
 * @param {(action_id: string) => void} perform
 * @returns {{node: HTMLElement, update: (actions: {id: string, label: string}[], whose: string) => void}}
 *     whose: the row's title; a screen reader says it with each button, since all rows have the same ones
 */
export function draw_row_actions(perform) {
    const node = h('span', { class: 'row-actions' });
    let in_menu = [];

    function update(actions, whose) {
        const beside = actions.length > max_buttons ? buttons_beside_menu : actions.length;
        in_menu = actions.slice(beside);
        const shown = actions.slice(0, beside).map((action) => ({ ...action, whose }));
        if (in_menu.length > 0) shown.push({ id: '', label: 'More', whose, is_menu: true });
        draw_list(
            node,
            shown,
            ({ id, is_menu }) => `${is_menu ? 'menu' : 'action'} ${id}`,
            (button) => (button.is_menu ? draw_more(button) : draw_button(button)),
        );
    }

    function draw_button(first) {
        const button = h('button', {
            type: 'button',
            class: 'quiet',
            on: { click: () => perform(first.id) },
        });
        function name({ label, whose }) {
            set_text(button, label);
            set_attribute(button, 'aria-label', `${label} ${whose}`);
        }
        name(first);
        return { node: button, update: name };
    }

    function draw_more(first) {
        const items = () => in_menu.map(({ id, label }) => ({ label, choose: () => perform(id) }));
        const menu = () => ({ label: button.getAttribute('aria-label'), groups: [{ items: items() }] });
        const button = menu_button('quiet', menu, first.label);
        function name({ whose }) {
            set_attribute(button, 'aria-label', `More actions for ${whose}`);
        }
        name(first);
        return { node: button, update: name };
    }

    return { node, update };
}
