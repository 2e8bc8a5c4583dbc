// What the plug-in tells people: a toast when it is new and for the person logged in, and a panel with all.
import { get } from './api.js';
import { h, replace, set_attribute, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { listen } from './live.js';
import { record_link } from './records.js';
import { say } from './say.js';
import { time_words } from './words.js';

export function show_notifications() {
    const list = h('ul', { 'aria-label': 'Notifications' });
    const nothing = h('p', { class: 'nothing' }, 'Nothing yet. Replies, and what goes wrong, are told here.');
    const panel = h(
        'section',
        { class: 'notifications', id: 'notifications', 'aria-label': 'Notifications', hidden: true },
        h('header', null, h('h2', null, 'Notifications'), close_button()),
        nothing,
        list,
    );
    const button = h('button', {
        type: 'button',
        'aria-controls': panel.id,
        on: { click: () => open(panel.hidden) },
    });
    replace(document.getElementById('notifications-place'), button);
    document.getElementById('banner').after(panel);

    let newest_toasted = null;
    let newest_seen = 0;
    let notifications = [];

    function close_button() {
        return h(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': 'Close', on: { click: () => open(false) } },
            '×',
        );
    }

    function open(is_open) {
        panel.hidden = !is_open;
        draw_button();
        if (!is_open) button.focus();
    }

    function draw_button() {
        if (!panel.hidden) newest_seen = newest_number(notifications);
        const unseen = notifications.filter(({ number, for_me }) => for_me && number > newest_seen).length;
        set_text(button, `Notifications (${unseen})`);
        set_attribute(button, 'aria-expanded', String(!panel.hidden));
    }

    function close_by_key(event) {
        if (event.key === 'Escape' && !panel.hidden) open(false);
    }
    panel.addEventListener('keydown', close_by_key);
    button.addEventListener('keydown', close_by_key);

    /** Whoever goes on elsewhere is done with the panel. */
    function close_quietly() {
        panel.hidden = true;
        draw_button();
    }
    window.addEventListener('hashchange', close_quietly);
    document.addEventListener('pointerdown', (event) => {
        if (!panel.hidden && !panel.contains(event.target) && event.target !== button) close_quietly();
    });

    listen(['notifications', 'session'], async () => {
        notifications = (await get('/api/notifications')).notifications;
        draw_list(list, [...notifications].reverse(), ({ number }) => number, draw_notification);
        nothing.hidden = notifications.length > 0;
        if (newest_toasted !== null) {
            notifications.filter(({ number, for_me }) => for_me && number > newest_toasted).forEach(toast);
        }
        newest_toasted = newest_number(notifications);
        draw_button();
    });
}

const newest_number = (notifications) => Math.max(0, ...notifications.map(({ number }) => number));

function toast({ severity, title, text, records }) {
    say(title, severity, [h('div', { class: 'as-typed' }, text), ...(records ?? []).map(record_link)]);
}

function draw_notification(notification) {
    const { time, severity, title, text, records } = notification;
    const node = h(
        'li',
        { class: severity },
        h('strong', null, title),
        h('p', { class: 'as-typed' }, text),
        h(
            'div',
            { class: 'notification-about' },
            h('span', null, time_words(time)),
            h('span', null, `for ${notification.for}`),
            (records ?? []).map(record_link),
        ),
    );
    return { node };
}
