// Contacts > search.
import { page } from './router.js';
import { open_search_page, select_field, text_field } from './search_page.js';

const columns = [
    { field: 'id', title: 'Contact ID', kind: 'number', grow: 0.7 },
    { field: 'last_name', title: 'Last Name', grow: 1.3 },
    { field: 'first_name', title: 'First Name', grow: 1.2 },
    { field: 'customer_name', title: 'Customer Name', grow: 1.6 },
    { field: 'department', title: 'Department', grow: 1.2 },
    { field: 'title', title: 'Title', grow: 1.2 },
    { field: 'is_active', title: 'Active', kind: 'check', grow: 0.5 },
    { field: 'status', title: 'Status', grow: 0.6 },
    { field: 'office_phone', title: 'Office Phone', grow: 1.2 },
    { field: 'text', title: 'Text', kind: 'verdict' },
];

const remembered = new Map([['status', 'active']]);

page('/contacts', (main) =>
    open_search_page(main, {
        title: 'Contacts',
        label: 'Contact search',
        kind: 'contact',
        path: '/api/contacts',
        place: 'contact_search',
        columns,
        fields: [
            text_field('Last Name', 'last_name'),
            text_field('First Name', 'first_name'),
            text_field('Contact ID', 'id'),
            text_field('Customer', 'customer_name'),
            select_field('Status', 'status', [
                ['active', 'Active'],
                ['all', 'All'],
            ]),
        ],
        remembered,
    }),
);
