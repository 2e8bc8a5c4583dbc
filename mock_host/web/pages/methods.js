// The contact methods of a record, which can be changed, added and taken away.
import { post, put, remove } from './api.js';
import { h, new_id, set_attribute, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { say_problem } from './say.js';

const types = ['SMS', 'Cell Phone', 'Phone', 'Office Phone', 'Home Phone', 'Email'];

/** @param {string} address of the record */
export function draw_methods(address) {
    const heading = h('h2', { id: new_id('methods') }, 'Contact methods');
    const list = h('ul', { class: 'methods' });
    const nothing = h('p', { class: 'muted' }, 'No contact methods yet.');
    const node = h(
        'section',
        { class: 'panel', 'aria-labelledby': heading.id },
        heading,
        list,
        nothing,
        draw_new_method(address),
    );
    let methods = [];
    let verdict;

    function draw() {
        draw_list(
            list,
            methods.map((method) => ({ ...method, refusal: texting_refusal(method, verdict) })),
            ({ id }) => id,
            (method) => draw_method(address, method),
        );
        nothing.hidden = methods.length > 0;
    }
    return {
        node,
        update(changed) {
            methods = changed;
            draw();
        },
        /** What the plug-in says of the record, or undefined. */
        judge(changed) {
            verdict = changed;
            draw();
        },
    };
}

/** Why this method, which would be texted, cannot be; empty: it can, or another one would be. */
function texting_refusal({ id }, verdict) {
    return verdict && !verdict.can_text && verdict.method === id ? verdict.reason : '';
}

function draw_method(address, first) {
    let method = first;
    const here = `${address}/methods/${first.id}`;
    const field = h('input', { type: 'text', value: first.value, on: { change: save } });
    const label = h('span', null, first.type);
    const cross = h(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': `Remove ${first.type}`, on: { click: take_away } },
        '×',
    );

    const refusal = h('p', { class: 'error', id: new_id('why-not'), hidden: true });

    function save() {
        put(here, { value: field.value }).catch((problem) => {
            field.value = method.value;
            say_problem(problem);
        });
    }
    function take_away() {
        remove(here).catch(say_problem);
    }
    function update(changed) {
        method = changed;
        label.textContent = changed.type;
        if (document.activeElement !== field) field.value = changed.value;
        set_text(refusal, changed.refusal);
        refusal.hidden = changed.refusal === '';
        set_attribute(field, 'aria-describedby', changed.refusal ? refusal.id : null);
    }
    field.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') field.blur();
        if (event.key === 'Escape') field.value = method.value;
    });
    return { node: h('li', null, h('label', null, label, field), cross, refusal), update };
}

function draw_new_method(address) {
    const type = h(
        'select',
        { 'aria-label': 'Type of the new contact method' },
        types.map((each) => h('option', null, each)),
    );
    const value = h('input', {
        type: 'text',
        id: 'new-method-value',
        'aria-label': 'New contact method',
        required: true,
    });
    function add(event) {
        event.preventDefault();
        post(`${address}/methods`, { type: type.value, value: value.value })
            .then(() => (value.value = ''))
            .catch(say_problem);
    }
    return h(
        'form',
        { class: 'bar new-method', on: { submit: add } },
        type,
        value,
        h('button', { type: 'submit' }, 'Add'),
    );
}
