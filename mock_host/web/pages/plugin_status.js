// What a plug-in says of itself, what it offers and wants, and what it did wrong.
import { h } from './dom.js';

const state_words = { active: 'Active', none: 'No plug-in is loaded', failed: 'Failed to load' };

function fact(name, value) {
    return value ? [h('dt', null, name), h('dd', null, value)] : [];
}

function extension_list(id, title, hint, entries) {
    if (entries.length === 0) return null;
    return h(
        'div',
        { class: 'extensions' },
        h('h3', { id }, title),
        h('p', { class: 'muted' }, hint),
        h(
            'ul',
            { 'aria-labelledby': id },
            entries.map(({ name, is_lacking }) =>
                h(
                    'li',
                    { class: is_lacking ? 'lacking' : null },
                    h('code', null, name),
                    is_lacking && h('span', { class: 'mark' }, 'not offered by this host'),
                ),
            ),
        ),
    );
}

/** What is loaded, from the answer of /api/plugin. */
export function draw_status(plugin) {
    const offers = (plugin.offers ?? []).map((name) => ({ name }));
    const asked = (plugin.asked ?? []).map(({ id, is_given }) => ({ name: id, is_lacking: !is_given }));
    return [
        h('p', { class: `state ${plugin.state}` }, state_words[plugin.state] ?? plugin.state),
        plugin.error && h('p', { class: 'failure', role: 'alert' }, plugin.error),
        h(
            'dl',
            { class: 'plugin-facts' },
            fact('Name', plugin.name),
            fact('Version', plugin.version),
            fact('Vendor', plugin.vendor),
            fact('Identifier', plugin.id && h('code', null, plugin.id)),
            fact('Contract', plugin.contract),
            fact('Description', plugin.description),
            fact('File', plugin.path && h('code', null, plugin.path)),
        ),
        h(
            'div',
            { class: 'extension-lists' },
            extension_list(
                'offers-heading',
                'Offers',
                'Extensions of the plug-in that the host may call.',
                offers,
            ),
            extension_list(
                'asked-heading',
                'Asked for',
                'Extensions of the host that the plug-in asked for.',
                asked,
            ),
        ),
    ];
}

/** Nothing when it kept to the contract. */
export function draw_misbehaviour(words) {
    if (!words?.length) return [];
    return [
        h('h3', { id: 'misbehaviour-heading' }, 'Broke the contract'),
        h(
            'ul',
            { class: 'misbehaviour', 'aria-labelledby': 'misbehaviour-heading' },
            words.map((each) => h('li', null, each)),
        ),
    ];
}
