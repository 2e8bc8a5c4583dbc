// The host's log as it grows, filtered by severity and words.
import { h } from './dom.js';
import { second_element } from './words.js';

/** From the least severe to the most; the server writes them in these or in capital letters. */
const severities = ['debug', 'info', 'warning', 'error', 'fatal'];

function rank(severity) {
    const at = severities.indexOf(String(severity).toLowerCase());
    return at < 0 ? severities.length : at;
}

function draw_line(line) {
    const severity = String(line.severity).toLowerCase();
    return h(
        'li',
        { class: `log-line ${severity}` },
        second_element(line.time),
        h('span', { class: 'severity' }, severity),
        h('span', { class: 'source' }, line.source),
        h('span', { class: 'words' }, line.text),
    );
}

/** How many of the first old lines are gone: the log is the newest thousand, so its beginning moves. */
function gone_from(old, fresh) {
    for (let gone = 0; gone < old.length; gone += 1) {
        if (old.slice(gone).every((line, index) => line === fresh[index])) return gone;
    }
    return old.length;
}

/** `{element, show(lines)}`; lines oldest first. Lines that stay are kept, so that what is selected stays selected. */
export function make_log() {
    let drawn = [];
    const list = h('ol', { class: 'log-lines' });
    const scroller = h('div', { class: 'log', role: 'log', 'aria-label': 'Log', tabindex: '0' }, list);
    const least = h(
        'select',
        { id: 'log-severity' },
        h('option', { value: '0' }, 'Everything'),
        h('option', { value: String(rank('info')), selected: true }, 'Information and above'),
        h('option', { value: String(rank('warning')) }, 'Warnings and above'),
        h('option', { value: String(rank('error')) }, 'Errors'),
    );
    const words = h('input', { type: 'search', id: 'log-words', placeholder: 'Message or source' });
    const none = h('p', { class: 'empty' });

    function filter(entries) {
        const wanted = words.value.trim().toLowerCase();
        for (const { line, element } of entries) {
            const is_severe = rank(line.severity) >= Number(least.value);
            element.hidden = !is_severe || !`${line.source} ${line.text}`.toLowerCase().includes(wanted);
        }
        none.hidden = drawn.some(({ element }) => !element.hidden);
        none.textContent = drawn.length ? 'No lines match the filter.' : 'The log is empty.';
        scroller.hidden = !none.hidden;
    }

    function filter_all() {
        filter(drawn);
        scroller.scrollTop = scroller.scrollHeight;
    }

    function show(lines) {
        const was_at_newest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 24;
        const keys = lines.map((line) => JSON.stringify(line));
        const gone = gone_from(
            drawn.map(({ key }) => key),
            keys,
        );
        for (const { element } of drawn.slice(0, gone)) element.remove();
        drawn = drawn.slice(gone);
        const added = lines.slice(drawn.length).map((line, index) => ({
            line,
            key: keys[drawn.length + index],
            element: draw_line(line),
        }));
        drawn.push(...added);
        filter(added);
        list.append(...added.map(({ element }) => element));
        if (was_at_newest) scroller.scrollTop = scroller.scrollHeight;
    }

    least.addEventListener('change', filter_all);
    words.addEventListener('input', filter_all);
    const element = h(
        'section',
        { 'aria-labelledby': 'log-heading' },
        h('h2', { id: 'log-heading' }, 'Log'),
        h(
            'div',
            { class: 'filters' },
            h('div', { class: 'field' }, h('label', { for: least.id }, 'Severity'), least),
            h('div', { class: 'field' }, h('label', { for: words.id }, 'Filter'), words),
        ),
        none,
        scroller,
    );
    return { element, show };
}
