// A search page: a form, what it found in a grid, and the menu of the rows that are selected.
import { get, query } from './api.js';
import { h, replace, set_text } from './dom.js';
import { make_grid } from './grid.js';
import { listen } from './live.js';
import { open_menu } from './menu.js';
import { plugin_items } from './records.js';
import { go, record_address } from './router.js';
import { say_problem } from './say.js';
import { make_verdicts, verdict_topics } from './verdicts.js';

/**
 * Draws a search page into main and searches at once. What was searched for last stays for the next visit.
 * @param {HTMLElement} main
 * @param {object} search
 * @param {string} search.title of the page
 * @param {string} search.label of the form
 * @param {string} search.kind of the records
 * @param {string} search.path where they are fetched from
 * @param {string} search.place of the plug-in's menu
 * @param {object[]} search.columns
 * @param {Node[]} search.fields controls with names that are the query's
 * @param {Map<string, string>} search.remembered values by name, kept by the page's module
 */
export function open_search_page(main, search) {
    const found = h('p', { role: 'status' });
    const picked = h('span', { class: 'muted', 'aria-live': 'polite' });
    const form = h(
        'form',
        {
            class: 'panel search-form',
            'aria-label': search.label,
            autocomplete: 'off',
            on: { submit: search_anew },
        },
        search.fields,
        h('button', { type: 'submit', class: 'primary' }, 'Search'),
    );
    const grid = make_grid({
        label: search.title,
        columns: search.columns,
        open: (row) => go(record_address({ kind: search.kind, id: row.id })),
        menu: show_menu,
        selected: (count) => set_text(picked, count > 0 ? `${count.toLocaleString('en-US')} selected` : ''),
        verdict_of: (id) => verdicts.of(id),
    });
    const verdicts = make_verdicts(search.kind, (is_offered) => grid.verdicts_changed(is_offered));
    fill(form, search.remembered);
    replace(
        main,
        h('h1', null, search.title),
        form,
        h('div', { class: 'bar results-bar' }, found, picked),
        grid.node,
    );

    function search_anew(event) {
        event.preventDefault();
        search.remembered.clear();
        for (const [name, value] of new FormData(form)) search.remembered.set(name, value);
        load(false).catch(say_problem);
    }

    /** The verdicts are nothing that the rows wait for. */
    async function load(keeps_place) {
        const asked = Object.fromEntries(search.remembered);
        const fetch_page = (offset, limit) => get(search.path + query({ ...asked, offset, limit }));
        if (await grid.load(fetch_page, tell_count, keeps_place)) verdicts.ask(grid.ids()).catch(say_problem);
    }

    function tell_count(total) {
        set_text(found, `Your search returned ${total} result${total === 1 ? '' : 's'}.`);
    }

    async function show_menu(rows, at) {
        const records = rows.map(({ id }) => ({ kind: search.kind, id }));
        const own = {
            label: 'Open record',
            enabled: rows.length === 1,
            reason: 'One record at a time can be opened.',
            choose: () => go(record_address(records[0])),
        };
        try {
            open_menu({
                ...at,
                groups: [{ items: [own] }, { items: await plugin_items(search.place, records) }],
            });
        } catch (problem) {
            say_problem(problem);
        }
    }

    let is_first = true;
    const stop = listen(['records'], () => {
        const keeps_place = !is_first;
        is_first = false;
        return load(keeps_place);
    });
    let is_opening = true;
    const stop_verdicts = listen(verdict_topics, async () => {
        if (!is_opening) await verdicts.ask(grid.ids());
        is_opening = false; // until the rows are there, who ask by themselves
    });
    return () => {
        stop();
        stop_verdicts();
        verdicts.close();
        grid.close();
    };
}

/** <label>Last Name<input></label> */
export function text_field(label, name) {
    return h(
        'label',
        { class: 'field' },
        h('span', null, label),
        h('input', { type: 'text', name, size: '14' }),
    );
}

export function select_field(label, name, options) {
    const draw = ([value, words]) => h('option', { value }, words);
    return h('label', { class: 'field' }, h('span', null, label), h('select', { name }, options.map(draw)));
}

function fill(form, values) {
    for (const [name, value] of values) {
        const control = form.elements[name];
        if (control) control.value = value;
    }
}
