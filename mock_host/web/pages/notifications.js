// What the plug-in tells the person who is logged in: the bell with how many are unread, and a panel with all.
import { get, post } from './api.js';
import { make_disclosure } from './disclosure.js';
import { h, replace, set_text } from './dom.js';
import { icon } from './icons.js';
import { draw_list } from './keyed.js';
import { listen } from './live.js';
import { make_notification_toasts } from './notification_toasts.js';
import { record_link } from './records.js';
import { reply_buttons } from './replies.js';
import { record_address, go } from './router.js';
import { say_problem } from './say.js';
import { time_element } from './words.js';

export function show_notifications() {
    const list = h('ul', { 'aria-label': 'Notifications' });
    const nothing = h('p', { class: 'nothing' });
    const mark_all = h('button', { type: 'button', on: { click: mark_all_read } }, 'Mark all read');
    const panel = h(
        'section',
        { class: 'banner-panel notifications', id: 'notifications', 'aria-label': 'Notifications' },
        h('header', null, h('h2', null, 'Notifications'), mark_all),
        nothing,
        list,
    );
    const count = h('span', { class: 'count' });
    const spoken = h('span', { class: 'visually-hidden' });
    const button = h(
        'button',
        { type: 'button', class: 'quiet bell', title: 'Notifications' },
        icon('bell'),
        h('span', { 'aria-hidden': 'true' }, count),
        spoken,
    );
    replace(document.getElementById('notifications-place'), button, panel);
    const disclosure = make_disclosure(button, panel);
    const toasts = make_notification_toasts({ open_panel: disclosure.open, read });
    let newest = 0;

    function read({ number, is_read }) {
        if (!is_read) post(`/api/notifications/${number}/read`).catch(say_problem);
    }

    function mark_all_read() {
        post('/api/notifications/read', { up_to: newest }).catch(say_problem);
        button.focus(); // the button of the hand is about to go
    }

    function open_record(notification) {
        read(notification);
        const [record] = notification.records;
        if (record) go(record_address(record));
    }

    const draw = (notification) => draw_notification(notification, { read, open_record, disclosure });

    listen(['notifications', 'session'], async () => {
        const { notifications, unread, user } = await get('/api/notifications');
        newest = Math.max(0, ...notifications.map(({ number }) => number));
        draw_list(list, [...notifications].reverse(), ({ number }) => number, draw);
        set_text(
            nothing,
            user === null
                ? 'Log in to see your notifications.'
                : 'No notifications yet. Replies and problems appear here.',
        );
        nothing.hidden = notifications.length > 0;
        mark_all.hidden = unread === 0;
        set_text(count, unread > 99 ? '99+' : unread);
        count.hidden = unread === 0;
        set_text(spoken, unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`);
        toasts.show(notifications, user);
    });
}

function draw_notification(notification, { read, open_record, disclosure }) {
    const { time, severity, title, text, records, is_read } = notification;
    const mark = h(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': `Mark read: ${title}`, on: { click: () => read(notification) } },
        'Mark read',
    );
    const done = () => {
        read(notification);
        disclosure.close();
    };
    const links = records.map(record_link);
    for (const link of links) link.addEventListener('click', () => read(notification));
    const node = h(
        'li',
        { class: `${severity}${is_read ? '' : ' unread'}${records.length > 0 ? ' opens' : ''}` },
        h(
            'strong',
            null,
            !is_read && h('span', { class: 'visually-hidden' }, 'Unread: '),
            title,
        ),
        h('p', { class: 'as-typed' }, text),
        h(
            'div',
            { class: 'notification-about' },
            time_element(time),
            notification.for === 'administrators' && h('span', null, 'for administrators'),
            links,
        ),
        h('div', { class: 'notification-actions' }, reply_buttons(notification, done), !is_read && mark),
    );
    // The whole of it opens the record; by keyboard its link does.
    node.addEventListener('click', ({ target }) => {
        const is_selecting = String(getSelection()) !== '';
        if (!is_selecting && !target.closest('a, button')) open_record(notification);
    });
    return { node };
}
