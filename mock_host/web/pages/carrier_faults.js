// The faults in force, the ready-made ones and the form of one's own.
import { h, replace, set_text } from './dom.js';
import { get, put } from './api.js';
import { say, say_problem } from './say.js';
import { make_table, row } from './table.js';
import { make_fault_form } from './fault_form.js';
import { fault_words, presets, still_in_force, times_words, where_words } from './fault_words.js';

function make_preset_bar(add) {
    const options = presets.map(({ label }, index) => h('option', { value: String(index) }, label));
    const select = h('select', { id: 'fault-preset' }, options);
    const submit = (event) => {
        event.preventDefault();
        add(presets[select.value]);
    };
    return h(
        'form',
        { class: 'preset-bar', 'aria-label': 'Ready-made faults', on: { submit } },
        h('div', { class: 'field' }, h('label', { for: 'fault-preset' }, 'Ready-made'), select),
        h('button', { type: 'submit', class: 'primary' }, 'Switch on'),
    );
}

/** The rules without their counts: when these are the same, only the counts are written anew. */
function definitions_of(rules) {
    return JSON.stringify(rules.map((rule) => ({ ...rule, matched: 0, applied: 0 })));
}

/** `{element, show(rules)}` */
export function make_faults(changed) {
    let rules = [];
    let counts = [];
    const table = make_table('Faults in force', ['What happens', 'Requests', 'How often', 'So far', '']);
    const nothing = h('p', { class: 'empty' }, 'No faults: the carrier answers right away.');
    const remove_all = h('button', { type: 'button', hidden: true, on: { click: () => put_rules([]) } }, 'Remove all');

    async function put_rules(wanted) {
        try {
            await put('/api/carrier/faults', { rules: wanted });
            await changed();
            return true;
        } catch (problem) {
            say_problem(problem);
            return false;
        }
    }

    async function add(fresh, words) {
        if (await put_rules([...still_in_force(rules), ...fresh])) say(`In force: ${words}.`);
    }

    async function add_preset({ label, rules: rules_for }) {
        try {
            const { accounts } = await get('/api/carrier/accounts');
            await add(rules_for(accounts), label);
        } catch (problem) {
            say_problem(problem);
        }
    }

    function draw_rule(rule, index) {
        const often = h('span');
        const so_far = h('span');
        counts.push({ often, so_far });
        const without = () => put_rules(still_in_force(rules.filter((_, other) => other !== index)));
        const label = `Remove the fault "${fault_words(rule)}"`;
        const button = h('button', { type: 'button', 'aria-label': label, on: { click: without } }, 'Remove');
        return row(
            fault_words(rule),
            { text: where_words(rule), class: 'code' },
            often,
            { text: so_far, class: 'number' },
            { text: button, class: 'tools' },
        );
    }

    function show(fresh) {
        const is_same = definitions_of(fresh) === definitions_of(rules) && counts.length === fresh.length;
        rules = fresh;
        if (!is_same) {
            counts = [];
            table.show(rules.map(draw_rule));
        }
        rules.forEach((rule, index) => {
            set_text(counts[index].often, times_words(rule));
            set_text(counts[index].so_far, rule.applied);
        });
        for (const part of [table.element, remove_all]) part.hidden = rules.length === 0;
        nothing.hidden = rules.length > 0;
    }

    const element = h(
        'section',
        { 'aria-labelledby': 'faults-heading' },
        h('h2', { id: 'faults-heading' }, 'Latency and faults'),
        make_preset_bar(add_preset),
        h(
            'details',
            null,
            h('summary', null, 'Custom fault'),
            make_fault_form((rule) => add([rule], fault_words(rule))),
        ),
        nothing,
        table.element,
        remove_all,
    );
    return { element, show };
}
