// The sign before a person: fine, to be looked at, or the red !. The sign for the eye, words for a screen reader.
import { h, replace, set_attribute } from './dom.js';

const marks = {
    ok: { sign: '✓', words: 'OK' },
    warning: { sign: '!', words: 'Warning' },
    rejected: { sign: '!', words: 'Cannot be texted' },
};

/**
 * Draws a mark into a node. One that there is not is drawn as none.
 * @param {HTMLElement} node
 * @param {string} [mark] ok, warning, rejected
 * @param {string} [reason] shown when the pointer rests on it, where no note says it
 */
export function draw_mark(node, mark, reason) {
    const known = marks[mark];
    const words = known && reason ? `${known.words}: ${reason}` : known?.words;
    set_attribute(node, 'class', known ? `mark ${mark}` : 'mark');
    set_attribute(node, 'title', reason || known?.words);
    replace(
        node,
        known && h('span', { 'aria-hidden': 'true' }, known.sign),
        known && h('span', { class: 'visually-hidden' }, words),
    );
}
