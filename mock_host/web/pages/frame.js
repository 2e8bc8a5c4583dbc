// The frame around the pages: where one can go, who is logged in, and the tools of whoever tests.
import { get } from './api.js';
import { h, replace, set_attribute, set_text } from './dom.js';
import { listen } from './live.js';
import { make_person } from './person.js';
import { make_test_tools } from './test_tools.js';
import { set_time_zone } from './words.js';

const places = [
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
];

/** Draws it and waits until it is known at which place times are shown, so that no page shows another one first. */
export async function draw_frame() {
    const navigation = document.getElementById('navigation');
    replace(navigation, h('ul', null, places.map(draw_place)));
    document.addEventListener('routed', ({ detail }) => mark_place(navigation, detail.path));
    await draw_banner(document.getElementById('banner'));
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

/** Whoever may not administer need not see where others do. */
function show_administration(user) {
    const link = document.querySelector('#navigation [data-path="/administration"]');
    link.parentElement.hidden = !user?.may_administer;
}

function draw_banner(banner) {
    const company = h('span', { class: 'company' });
    const tools = make_test_tools();
    const person = make_person();
    replace(
        banner,
        company,
        tools.node,
        h('div', { class: 'banner-part', id: 'notifications-place' }),
        person.node,
    );
    return new Promise((resolve) => {
        listen(['session', 'clock', 'plugin'], async () => {
            try {
                const frame = await get('/api/frame');
                set_text(company, frame.company);
                set_time_zone(frame.time_zone);
                show_administration(frame.user);
                person.set(frame);
                tools.set(frame);
            } finally {
                resolve();
            }
        });
    });
}
