// Contacts > search.
import { page } from './router.js';
import { open_search_page, select_field, text_field } from './search_page.js';

const columns = [
    { field: 'id', title: 'Contact ID', kind: 'number', width: 96, grow: 0.7, rank: 5 },
    { field: 'last_name', title: 'Last Name', kind: 'name', width: 86, grow: 1.3, rank: 0 },
    { field: 'first_name', title: 'First Name', kind: 'name', width: 80, grow: 1.2, rank: 0 },
    { field: 'customer_name', title: 'Customer Name', width: 120, grow: 1.6, rank: 2 },
    { field: 'department', title: 'Department', width: 104, grow: 1.2, rank: 4 },
    { field: 'title', title: 'Title', width: 104, grow: 1.2, rank: 3 },
    { field: 'is_active', title: 'Active', kind: 'check', width: 58, grow: 0.5, rank: 6 },
    { field: 'status', title: 'Status', width: 58, grow: 0.6, rank: 7 },
    { field: 'office_phone', title: 'Office Phone', width: 118, grow: 1.2, rank: 1 },
    { field: 'text', title: 'Text', kind: 'verdict', rank: 1 },
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
