// The button "Actions" beside a heading: asks for the items when it is pressed, then opens them as a menu.
import { h } from './dom.js';
import { menu_button } from './menu.js';

/** @param {() => Promise<object[]>} groups as open_menu takes them */
export function actions_button(groups) {
    const caret = h('span', { class: 'caret', 'aria-hidden': 'true' }, '▾');
    return menu_button('primary', async () => ({ groups: await groups() }), 'Actions', caret);
}
