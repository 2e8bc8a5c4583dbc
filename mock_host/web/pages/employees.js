// Employees > search.
import { get } from './api.js';
import { h } from './dom.js';
import { page } from './router.js';
import { say_problem } from './say.js';
import { open_search_page, select_field, text_field } from './search_page.js';

const columns = [
    { field: 'id', title: 'ID', kind: 'number', width: 96, grow: 0.75, rank: 3 },
    { field: 'last_name', title: 'Last Name', kind: 'name', width: 86, grow: 1.1, rank: 0 },
    { field: 'first_name', title: 'First Name', kind: 'name', width: 80, grow: 1.05, rank: 0 },
    { field: 'branch', title: 'Branch', width: 78, grow: 1.1, rank: 2 },
    { field: 'phone', title: 'Phone', width: 118, grow: 1.35, rank: 1 },
    { field: 'text', title: 'Text', kind: 'verdict', rank: 1 },
    { field: 'is_active', title: 'Is Active', kind: 'check', width: 58, grow: 0.6, rank: 6 },
    { field: 'is_assigned', title: 'Is Assigned', kind: 'check', width: 78, grow: 0.7, rank: 8 },
    { field: 'last_message', title: 'Last Message', width: 94, grow: 1.2, rank: 5 },
    { field: 'postal_code', title: 'Zip Code', width: 58, grow: 0.7, rank: 9 },
    { field: 'has_resume', title: 'HasResume', kind: 'check', width: 98, grow: 0.5, rank: 10 },
    { field: 'cell_phone', title: 'Cell Phone', width: 118, grow: 1.35, rank: 4 },
    { field: 'rep', title: 'RepName', width: 104, grow: 1.1, rank: 7 },
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
