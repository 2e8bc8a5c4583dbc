// Who is logged in, and the menu to log in as somebody else.
import { post, remove } from './api.js';
import { make_change_check } from './change_check.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { menu_button } from './menu.js';
import { say_problem } from './say.js';

/** `{node, set(frame)}` */
export function make_person() {
    let frame = { user: null, users: [] };
    const is_changed = make_change_check();
    const button = menu_button('quiet person', menu);

    function menu() {
        const logged_in = frame.user?.login_name;
        const people = frame.users.map((user) => ({
            label: user.name,
            detail: `${user.role}, ${user.branch}`,
            is_checked: user.login_name === logged_in,
            choose: () => log_in(user.login_name),
        }));
        const log_out = { label: 'Log out', choose: () => remove('/api/session').catch(say_problem) };
        return {
            label: 'Log in and out',
            groups: [{ label: 'Log in as', items: people }, { items: logged_in ? [log_out] : [] }],
        };
    }

    return {
        node: button,
        set(fresh) {
            frame = fresh;
            if (!is_changed(fresh.user)) return;
            replace(button, fresh.user ? draw_user(fresh.user) : draw_nobody());
        },
    };
}

function draw_user({ name, branch, role }) {
    return [
        h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials_of(name)),
        h('span', { class: 'visually-hidden' }, 'Logged in as '),
        h(
            'span',
            { class: 'person-words' },
            h('span', null, name),
            ' ',
            h('small', null, `${role}, ${branch}`),
        ),
        icon('down'),
    ];
}

function draw_nobody() {
    return [h('span', { class: 'visually-hidden' }, 'Nobody is logged in. '), 'Log in', icon('down')];
}

/** "Alexander Swanson" as "AS". */
function initials_of(name) {
    const words = name.split(/\s+/).filter(Boolean);
    return [words[0], words.length > 1 ? words[words.length - 1] : '']
        .map((word) => [...(word ?? '')][0] ?? '')
        .join('')
        .toUpperCase();
}

function log_in(login_name) {
    post('/api/session', { login_name }).catch(say_problem);
}
