// Toasts of what the person was told while they were here. Several at once become one.
import { h } from './dom.js';
import { record_link } from './records.js';
import { reply_buttons } from './replies.js';
import { say } from './say.js';

/** What comes so soon after another is told together with it. */
const together_milliseconds = 2000;

const most_names = 3;

/**
 * `{show(notifications, user)}`; nothing is told of those that were there when the person came.
 * @param {{open_panel: () => void, read: (notification: object) => void}} actions
 */
export function make_notification_toasts({ open_panel, read }) {
    const gathered = new Map(); // by severity: {told, toast, at}
    let newest = null;
    let shown_to;

    function tell(severity, fresh) {
        const now = performance.now();
        const before = gathered.get(severity);
        const is_together = before?.toast.is_open() && now - before.at < together_milliseconds;
        const told = is_together ? [...before.told, ...fresh] : fresh;
        if (is_together) before.toast.close();
        gathered.set(severity, { told, toast: toast_of(severity, told), at: now });
    }

    function toast_of(severity, told) {
        if (told.length > 1) {
            const toast = say(summary_of(told), severity, [
                h('div', null, names_of(told)),
                h('button', { type: 'button', on: { click: () => show_all(toast) } }, 'Show'),
            ]);
            return toast;
        }
        const [notification] = told;
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
                if (of_severity.length > 0) tell(severity, of_severity);
            }
            shown_to = user;
            newest = Math.max(0, ...notifications.map(({ number }) => number));
        },
    };
}

/** "12 new replies", "3 × Not delivered", "9 new replies and 3 other notifications". */
export function summary_of(told) {
    const replies = told.filter(({ reply_action_id }) => reply_action_id).length;
    const others = told.length - replies;
    if (others === 0) return `${replies} new replies`;
    const is_one_kind = told.every(({ title }) => title === told[0].title);
    if (is_one_kind) return `${told.length} × ${told[0].title}`;
    if (replies === 0) return `${others} new notifications`;
    const more = `${others} other ${others === 1 ? 'notification' : 'notifications'}`;
    return `${replies} new ${replies === 1 ? 'reply' : 'replies'} and ${more}`;
}

/** "Dominic Proke, Fran Peterson, Lisa Smith and 9 others". */
export function names_of(told) {
    const names = [...new Set(told.flatMap(({ records }) => records.slice(0, 1).map(({ name }) => name)))];
    if (names.length <= most_names) return names.join(', ');
    const others = names.length - most_names;
    return `${names.slice(0, most_names).join(', ')} and ${others} ${others === 1 ? 'other' : 'others'}`;
}
