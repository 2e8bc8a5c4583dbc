// The messages on a record, newest first, and how conversations get there.
import { get, post } from './api.js';
import { h, new_id } from './dom.js';
import { draw_list } from './keyed.js';
import { listen } from './live.js';
import { record_link } from './records.js';
import { say_problem } from './say.js';
import { time_element, time_words } from './words.js';

const how_they_get_here =
    'A text conversation is logged here as one message 24 hours after its first text, or after the ' +
    'conversation window in the settings. To see it now, log conversations now or move the clock ' +
    'forward by a day.';

/** @param {string} address of the record's messages */
export function draw_messages(address) {
    const heading = h('h2', { id: new_id('messages') }, 'Messages');
    const nothing = h('p', { hidden: true }, 'No messages on this record yet.');
    const list = h('div', { class: 'messages' });
    const node = h(
        'section',
        { class: 'panel', 'aria-labelledby': heading.id },
        h(
            'div',
            { class: 'bar' },
            heading,
            h('span', { class: 'grow' }),
            h('button', { type: 'button', on: { click: log_now } }, 'Log conversations now'),
            h('button', { type: 'button', on: { click: move_clock } }, '+1 day'),
        ),
        nothing,
        list,
        h('p', { class: 'muted' }, how_they_get_here),
    );
    const close = listen(['messages'], async () => {
        const { messages } = await get(address);
        draw_list(list, messages, ({ id }) => id, draw_message);
        nothing.hidden = messages.length > 0;
    });
    return { node, close };
}

const log_now = () => post('/api/plugin/log_now').catch(say_problem);
const move_clock = () => post('/api/clock', { advance: '1d' }).catch(say_problem);

function draw_message({ action_code, text, author, created, links }) {
    const node = h(
        'article',
        { 'aria-label': `${action_code}, ${time_words(created)}` },
        h(
            'div',
            { class: 'message-about' },
            h('strong', null, action_code),
            h('span', null, author),
            time_element(created),
            links?.length > 1 &&
                h(
                    'span',
                    null,
                    'on ',
                    links.map((link, at) => [at > 0 && ', ', record_link(link)]),
                ),
        ),
        h('p', { class: 'as-typed' }, text),
    );
    return { node };
}
