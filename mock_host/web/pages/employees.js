// Employees > search.
import { get } from './api.js';
import { h } from './dom.js';
import { page } from './router.js';
import { say_problem } from './say.js';
import { open_search_page, select_field, text_field } from './search_page.js';

const columns = [
    { field: 'id', title: 'ID', kind: 'number', grow: 0.75 },
    { field: 'last_name', title: 'Last Name', grow: 1.1 },
    { field: 'first_name', title: 'First Name', grow: 1.05 },
    { field: 'branch', title: 'Branch', grow: 1.1 },
    { field: 'phone', title: 'Phone', grow: 1.35 },
    { field: 'text', title: 'Text', kind: 'verdict' },
    { field: 'is_active', title: 'Is Active', kind: 'check', grow: 0.85 },
    { field: 'is_assigned', title: 'Is Assigned', kind: 'check', grow: 1.02 },
    { field: 'last_message', title: 'Last Message', grow: 1.2 },
    { field: 'postal_code', title: 'Zip Code', grow: 0.85 },
    { field: 'has_resume', title: 'HasResume', kind: 'check', grow: 1 },
    { field: 'cell_phone', title: 'Cell Phone', grow: 1.35 },
    { field: 'rep', title: 'RepName', grow: 1.1 },
];

const remembered = new Map();

page('/employees', (main) => {
    const rep = select_field('RepName', 'rep_id', [['', 'All Reps']]);
    const branch = select_field('Branch', 'branch_id', [['', 'All Branches']]);
    const close = open_search_page(main, {
        title: 'Employees',
        label: 'Employee search',
        kind: 'employee',
        path: '/api/employees',
        place: 'employee_search',
        columns,
        fields: [
            text_field('Last Name', 'last_name'),
            text_field('First Name', 'first_name'),
            text_field('ID', 'id'),
            rep,
            branch,
            h(
                'fieldset',
                { class: 'choices' },
                active_choice('All Records', 'all'),
                active_choice('Active', 'active'),
            ),
        ],
        remembered,
    });
    get('/api/frame')
        .then(({ reps, branches }) => {
            add_options(rep, reps);
            add_options(branch, branches);
        })
        .catch(say_problem);
    return close;
});

function active_choice(label, value) {
    const checked = (remembered.get('active') ?? 'all') === value;
    return h('label', null, h('input', { type: 'radio', name: 'active', value, checked }), label);
}

/** The branches and reps come a moment after the form; what was chosen at the last visit is chosen again. */
function add_options(field, all) {
    const select = field.querySelector('select');
    select.append(...all.map(({ id, name }) => h('option', { value: id }, name)));
    select.value = remembered.get(select.name) ?? '';
}
