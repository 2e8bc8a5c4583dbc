// The page of the telephones: what was texted to each, and what it answers.
import { h, replace } from './dom.js';
import { get } from './api.js';
import { listen } from './live.js';
import { page } from './router.js';
import { make_handset } from './handset.js';

/** From so many on a search field helps. */
const many = 7;

function last_activity(handset) {
    return handset.texts.length ? handset.texts[handset.texts.length - 1].when : '';
}

function matches(handset, words) {
    const digits = words.replace(/\D/g, '');
    return (
        handset.name.toLowerCase().includes(words.trim().toLowerCase()) ||
        (digits !== '' && handset.number.replace(/\D/g, '').includes(digits))
    );
}

function open(main) {
    const phones = new Map();
    const grid = h('div', { class: 'handsets' });
    const empty = h('p', { class: 'empty', hidden: true });
    const search = h('input', { type: 'search', id: 'handset-search', placeholder: 'Name or number' });
    const search_field = h(
        'div',
        { class: 'field', role: 'search', hidden: true },
        h('label', { for: 'handset-search' }, 'Find a phone'),
        search,
    );

    function show_matching() {
        let shown = 0;
        for (const phone of phones.values()) {
            phone.element.hidden = !matches(phone.handset(), search_field.hidden ? '' : search.value);
            if (!phone.element.hidden) shown += 1;
        }
        empty.hidden = shown > 0;
        empty.textContent = phones.size
            ? 'No phones match the name or number.'
            : "A phone appears here when it gets a text. Send one from an employee's record.";
    }

    async function refresh() {
        const { handsets, lines } = await get('/api/handsets');
        const numbers = new Set(handsets.map((handset) => handset.number));
        for (const [number, phone] of phones) {
            if (numbers.has(number)) continue;
            phone.element.remove();
            phones.delete(number);
        }
        // Newest first; those that are there stay where they are, so that nothing moves under the hand.
        const by_activity = [...handsets].sort((a, b) => (last_activity(a) < last_activity(b) ? -1 : 1));
        for (const handset of by_activity) {
            const known = phones.get(handset.number);
            const phone = known ?? make_handset(handset.number);
            if (!known) {
                phones.set(handset.number, phone);
                grid.prepend(phone.element);
            }
            phone.update(handset, lines);
        }
        search_field.hidden = phones.size < many;
        show_matching();
    }

    search.addEventListener('input', show_matching);
    replace(main, h('div', { class: 'page-head' }, h('h1', null, 'Handsets'), search_field), empty, grid);
    return listen(['handsets', 'records', 'accounts'], refresh);
}

page('/handsets', open);
