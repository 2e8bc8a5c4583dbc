// The texts on a telephone, as bubbles.
import { make_change_check } from './change_check.js';
import { h, replace } from './dom.js';
import { phone_words, time_element } from './words.js';

function bubble(text) {
    return h(
        'li',
        { class: text.from_me ? 'bubble mine' : 'bubble' },
        h(
            'span',
            { class: 'visually-hidden' },
            text.from_me ? 'From this phone: ' : `From ${phone_words(text.other)}: `,
        ),
        text.body !== '' && h('span', { class: 'body' }, text.body),
        text.pictures > 0 &&
            h('span', { class: 'body' }, text.pictures === 1 ? '[picture]' : `[${text.pictures} pictures]`),
        h(
            'small',
            null,
            time_element(text.when),
            text.state === 'waiting' && ', waits until the phone is on',
        ),
    );
}

/** Draws the texts anew only when they differ, and keeps to the newest unless the person has scrolled up. */
export function make_texts() {
    const list = h('ol', null);
    const log = h('div', { class: 'texts', role: 'log', tabindex: '0' }, list);
    const is_changed = make_change_check();
    return {
        log,
        update(texts) {
            if (!is_changed(texts)) return;
            const at_newest = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
            // Texts that have waited come with another state and time; the rest is only added to.
            replace(list, ...texts.map(bubble));
            if (at_newest) log.scrollTop = log.scrollHeight;
        },
    };
}
