// Toasts of what the person was told while they were here. Several at once become one.
import { h } from './dom.js';
import { record_link } from './records.js';
import { reply_buttons } from './replies.js';
import { say } from './say.js';

/** What comes so soon after another is told together with it. */
const together_milliseconds = 2000;

const max_names = 3;

/**
 * `{show(notifications, user)}`; nothing is told of those that were there when the person came.
 * @param {{open_panel: () => void, read: (notification: object) => void}} actions
 */
export function make_notification_toasts({ open_panel, read }) {
    const gathered = new Map(); // by severity: {shown, toast, at}
    let newest = null;
    let shown_to;

    function notify(severity, fresh) {
        const now = performance.now();
        const before = gathered.get(severity);
        const is_together = before?.toast.is_open() && now - before.at < together_milliseconds;
        const shown = is_together ? [...before.shown, ...fresh] : fresh;
        if (is_together) before.toast.close();
        gathered.set(severity, { shown, toast: toast_of(severity, shown), at: now });
    }

    function toast_of(severity, shown) {
        if (shown.length > 1) {
            const toast = say(summary_of(shown), severity, [
                h('div', null, names_of(shown)),
                h('button', { type: 'button', on: { click: () => show_all(toast) } }, 'Show'),
            ]);
            return toast;
        }
        const [notification] = shown;
        const toast = say(notification.title, severity, [
            h('div', { class: 'as-typed' }, notification.text),
            ...notification.records.map(record_link),
            ...reply_buttons(notification, () => {
                read(notification);
                toast.close();
            }),
        ]);
        return toast;
    }

    function show_all(toast) {
        toast.close();
        open_panel();
    }

    return {
        show(notifications, user) {
            const is_new = ({ number }) => newest !== null && shown_to === user && number > newest;
            const fresh = notifications.filter((each) => is_new(each) && !each.is_read);
            for (const severity of ['info', 'warning', 'error']) {
                const of_severity = fresh.filter((each) => each.severity === severity);
                if (of_severity.length > 0) notify(severity, of_severity);
            }
            shown_to = user;
            newest = Math.max(0, ...notifications.map(({ number }) => number));
        },
    };
}

/** "12 new replies", "3 × Not delivered", "9 new replies and 3 other notifications". */
export function summary_of(shown) {
    const replies = shown.filter(({ reply_action_id }) => reply_action_id).length;
    const others = shown.length - replies;
    if (others === 0) return `${replies} new replies`;
    const is_one_kind = shown.every(({ title }) => title === shown[0].title);
    if (is_one_kind) return `${shown.length} × ${shown[0].title}`;
    if (replies === 0) return `${others} new notifications`;
    const more = `${others} other ${others === 1 ? 'notification' : 'notifications'}`;
    return `${replies} new ${replies === 1 ? 'reply' : 'replies'} and ${more}`;
}

/** "Dominic Proke, Fran Peterson, Lisa Smith and 9 others". */
export function names_of(shown) {
    const names = [...new Set(shown.flatMap(({ records }) => records.slice(0, 1).map(({ name }) => name)))];
    if (names.length <= max_names) return names.join(', ');
    const others = names.length - max_names;
    return `${names.slice(0, max_names).join(', ')} and ${others} ${others === 1 ? 'other' : 'others'}`;
}
