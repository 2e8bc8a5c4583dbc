// The frame around the pages: where one can go, who is logged in, and what time the mock host thinks it is.
import { get, post, remove } from './api.js';
import { draw_clock } from './clock.js';
import { h, replace, set_attribute, set_text } from './dom.js';
import { listen } from './live.js';
import { say_problem } from './say.js';
import { set_time_zone } from './words.js';

const places = [
    [
        ['Employees', '/employees'],
        ['Contacts', '/contacts'],
        ['Hotlists', '/hotlists'],
        [
            'Administration',
            '/administration',
            [
                ['External services', '/administration/external-services'],
                ['Settings', '/administration/settings'],
                ['Store', '/administration/store'],
                ['Audit trail', '/administration/audit'],
            ],
        ],
    ],
    [
        ['Handsets', '/handsets'],
        ['Carrier', '/carrier'],
        ['Plug-in', '/plugin'],
    ],
];

export function draw_frame() {
    const navigation = document.getElementById('navigation');
    replace(
        navigation,
        places.map((group) => h('ul', null, group.map(draw_place))),
    );
    document.addEventListener('routed', ({ detail }) => mark_place(navigation, detail.path));
    draw_banner(document.getElementById('banner'));
}

function draw_place([label, path, parts]) {
    const link = h('a', { href: `#${parts ? parts[0][1] : path}`, data: { path } }, label);
    return h('li', null, link, parts && h('ul', { data: { parts: path } }, parts.map(draw_place)));
}

/** The link of the page and those above it; the parts of a place show only while one is there. */
function mark_place(navigation, path) {
    const is_at = (place) => path === place || path.startsWith(`${place}/`);
    for (const link of navigation.querySelectorAll('a')) {
        const has_parts = link.nextElementSibling !== null;
        set_attribute(link, 'aria-current', is_at(link.dataset.path) && !has_parts ? 'page' : null);
    }
    for (const parts of navigation.querySelectorAll('[data-parts]'))
        parts.hidden = !is_at(parts.dataset.parts);
}

function draw_banner(banner) {
    const company = h('span', { class: 'company' });
    const plugin = h('a', { class: 'muted', href: '#/plugin' });
    const user = h('select', { on: { change: () => log_in(user.value).catch(say_problem) } });
    const clock = draw_clock();
    replace(
        banner,
        company,
        plugin,
        h('label', null, 'Logged in as', user),
        clock.node,
        h('span', { id: 'notifications-place' }),
    );
    listen(['session', 'clock', 'plugin'], async () => {
        const frame = await get('/api/frame');
        set_text(company, frame.company);
        set_text(plugin, plugin_words(frame.plugin));
        set_attribute(plugin, 'class', frame.plugin.state === 'failed' ? 'error' : 'muted');
        draw_users(user, frame);
        set_time_zone(frame.user?.time_zone);
        clock.set(frame);
    });
}

function plugin_words({ state, name, version }) {
    if (state === 'active') return `${name} ${version}`;
    return state === 'failed' ? 'The plug-in could not be loaded' : 'No plug-in is loaded';
}

function log_in(login_name) {
    return login_name === '' ? remove('/api/session') : post('/api/session', { login_name });
}

function draw_users(select, { users, user }) {
    const options = [
        h('option', { value: '' }, 'nobody'),
        users.map((each) =>
            h('option', { value: each.login_name }, `${each.name}: ${each.branch}, ${each.role}`),
        ),
    ].flat();
    const words = options.map((option) => option.value + option.textContent).join('\n');
    if (select.dataset.words !== words) replace(select, options);
    select.dataset.words = words;
    select.value = user?.login_name ?? '';
}
