// A search page: a form, what it found in a grid, and the menu of the rows that are selected.
import { get, query } from './api.js';
import { h, replace, set_text } from './dom.js';
import { make_grid } from './grid.js';
import { listen } from './live.js';
import { open_menu } from './menu.js';
import { plugin_items } from './records.js';
import { go, record_address } from './router.js';
import { say_problem } from './say.js';
import { make_selection_bar } from './selection_bar.js';
import { make_verdicts, verdict_topics } from './verdicts.js';
import { number_words } from './words.js';

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
    const bar = make_selection_bar(
        (rows) => plugin_items(search.place, named(rows)),
        () => {
            grid.clear();
            grid.focus(); // the button that was pressed is gone
        },
        found,
    );
    const form = h(
        'form',
        {
            class: 'panel search-form',
            'aria-label': search.label,
            autocomplete: 'off',
            on: { submit: search_anew },
        },
        search.fields,
        draw_more_button(() => form.classList.toggle('is-whole')),
        h('button', { type: 'submit' }, 'Search'),
    );
    const grid = make_grid({
        label: search.title,
        bar: bar.node,
        columns: search.columns,
        address_of: ({ id }) => record_address({ kind: search.kind, id }),
        open: (row) => go(record_address({ kind: search.kind, id: row.id })),
        menu: show_menu,
        selected: show_offers,
        verdict_of: (id) => verdicts.of(id),
    });
    const verdicts = make_verdicts(search.kind, (is_offered) => grid.verdicts_changed(is_offered));
    fill(form, search.remembered);
    replace(
        main,
        h('h1', null, search.title),
        form,
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
        if (!(await grid.load(fetch_page, announce_count, keeps_place))) return;
        show_offers();
        verdicts.ask(grid.ids()).catch(say_problem);
    }

    function announce_count(total) {
        set_text(found, `Your search returned ${number_words(total)} result${total === 1 ? '' : 's'}.`);
    }

    function show_offers() {
        bar.update(grid.selected(), grid.first_row()).catch(say_problem);
    }

    const named = (rows) => rows.map(({ id }) => ({ kind: search.kind, id }));

    async function show_menu(rows, at) {
        const records = named(rows);
        const own = {
            label: 'Open record',
            enabled: rows.length === 1,
            reason: 'Only one record can be opened at a time.',
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
    const stop_offers = listen(['plugin', 'session', 'accounts', 'settings'], show_offers);
    return () => {
        stop();
        stop_offers();
        stop_verdicts();
        verdicts.close();
        grid.close();
    };
}

/** On a narrow page the fields that are wanted less often are folded away. */
function draw_more_button(toggle) {
    const button = h(
        'button',
        { type: 'button', class: 'quiet more-fields', 'aria-expanded': 'false', on: { click: press } },
        'More fields',
    );
    function press() {
        button.setAttribute('aria-expanded', String(toggle()));
    }
    return button;
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
