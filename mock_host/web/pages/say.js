// Toasts: a line of words in the corner that goes away by itself, errors later than the others.
import { h } from './dom.js';

const shown_milliseconds = { error: 15000, warning: 10000 };
const shown_otherwise_milliseconds = 7000;
const max_at_once = 4;

const stack = h('div', { class: 'toasts' });

/**
 * Says something to the person.
 * @param {string} words
 * @param {'info'|'success'|'warning'|'error'} severity
 * @param {Node[]} more links and buttons below the words
 * @returns {{is_open: () => boolean, close: () => void}}
 */
export function say(words, severity = 'info', more = []) {
    place_toasts();
    const toast = h(
        'div',
        { class: `toast ${severity}`, role: severity === 'error' ? 'alert' : 'status' },
        h('div', { class: 'toast-words' }, words, ...more),
        h(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', on: { click: () => toast.remove() } },
            '×',
        ),
    );
    stack.append(toast);
    while (stack.children.length > max_at_once) stack.firstChild.remove();
    setTimeout(() => toast.remove(), shown_milliseconds[severity] ?? shown_otherwise_milliseconds);
    return { is_open: () => toast.isConnected, close: () => toast.remove() };
}

/** Says what went wrong; for the catch of a promise. */
export function say_problem(problem) {
    if (problem?.name === 'AbortError') return;
    if (problem?.name !== 'ApiProblem') console.error(problem);
    say(problem.message, 'error');
}

/** Toasts stand in the uppermost open window, since all beneath it cannot be reached. */
export function place_toasts() {
    const windows = document.querySelectorAll('dialog[open]');
    const place = windows.length > 0 ? windows[windows.length - 1] : document.body;
    if (stack.parentElement !== place) place.append(stack);
}
