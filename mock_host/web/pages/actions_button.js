// The button "Actions" beside a heading: asks for the items when it is pressed, then opens them as a menu.
import { h } from './dom.js';
import { open_menu } from './menu.js';
import { say_problem } from './say.js';

/** @param {() => Promise<object[]>} groups as open_menu takes them */
export function actions_button(groups) {
    async function open() {
        open_menu({ anchor: button, groups: await groups() });
    }
    const attributes = { type: 'button', class: 'primary', 'aria-haspopup': 'menu', 'aria-expanded': 'false' };
    const button = h(
        'button',
        { ...attributes, on: { click: () => open().catch(say_problem) } },
        'Actions',
        h('span', { class: 'caret', 'aria-hidden': 'true' }, '▾'),
    );
    return button;
}
