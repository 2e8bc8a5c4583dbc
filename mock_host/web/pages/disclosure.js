// A panel that a button opens under the banner. It closes by the button, Esc, a click elsewhere, or on another page.
import { set_attribute } from './dom.js';

/**
 * Binds the button to the panel, which begins closed.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} panel has an id
 * @param {() => void} [changed] called after it opened or closed
 * @returns {{open: () => void, close: () => void}} close gives the focus back to the button
 */
export function make_disclosure(button, panel, changed = () => {}) {
    button.setAttribute('aria-controls', panel.id);
    show(false);

    function show(is_open) {
        panel.hidden = !is_open;
        set_attribute(button, 'aria-expanded', String(is_open));
        changed();
    }

    function close() {
        if (panel.hidden) return;
        show(false);
        button.focus();
    }

    function close_by_key(event) {
        if (event.key !== 'Escape' || panel.hidden) return;
        event.stopPropagation();
        close();
    }

    const close_quietly = () => panel.hidden || show(false);
    button.addEventListener('click', () => show(panel.hidden));
    button.addEventListener('keydown', close_by_key);
    panel.addEventListener('keydown', close_by_key);
    window.addEventListener('hashchange', close_quietly);
    document.addEventListener('pointerdown', (event) => {
        if (!panel.contains(event.target) && !button.contains(event.target)) close_quietly();
    });
    return { open: () => show(true), close };
}
