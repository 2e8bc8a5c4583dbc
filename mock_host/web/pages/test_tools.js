// What no staffing application has, in one place: the clock, and the ways to the simulated phones and their carrier.
import { draw_clock } from './clock.js';
import { make_disclosure } from './disclosure.js';
import { h, set_attribute, set_text } from './dom.js';
import { icon } from './icons.js';

const pages = [
    ['Handsets', '/handsets', 'Phones: the texts that they got, and replies'],
    ['Carrier', '/carrier', 'Its requests, accounts and faults'],
    ['Plug-in', '/plugin', 'What is loaded, its log and its texts'],
];

/** `{node, set(frame)}` */
export function make_test_tools() {
    const clock = draw_clock();
    const plugin = h('p', { class: 'muted' });
    const links = pages.map(([label, path]) => h('a', { href: `#${path}` }, label));
    const button = h('button', { type: 'button', class: 'quiet' }, icon('tools'), 'Test tools');
    const panel = h(
        'section',
        { class: 'banner-panel test-tools', id: 'test-tools', 'aria-labelledby': 'test-tools-heading' },
        h('h2', { id: 'test-tools-heading' }, 'Test tools'),
        clock.node,
        h(
            'ul',
            null,
            links.map((link, index) => h('li', null, link, h('small', null, pages[index][2]))),
        ),
        plugin,
    );
    const disclosure = make_disclosure(button, panel);
    document.addEventListener('routed', ({ detail }) => {
        for (const [index, [, path]] of pages.entries())
            set_attribute(links[index], 'aria-current', detail.path === path ? 'page' : null);
    });
    // The page that one is on already.
    for (const link of links)
        link.addEventListener('click', () => link.hasAttribute('aria-current') && disclosure.close());
    return {
        node: h('div', { class: 'banner-part' }, button, panel),
        set(frame) {
            clock.set(frame);
            set_text(plugin, plugin_words(frame.plugin));
            set_attribute(plugin, 'class', frame.plugin.state === 'failed' ? 'error' : 'muted');
        },
    };
}

function plugin_words({ state, name, version }) {
    if (state === 'active') return `Plug-in: ${name} ${version}`;
    return state === 'failed' ? 'The plug-in could not be loaded.' : 'No plug-in is loaded.';
}
