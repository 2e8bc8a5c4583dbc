// A contact's record. Its actions stand in two groups: what is done with the record, and with this form.
import { actions_button } from './actions_button.js';
import { add_method_item, copy_link_item, open_record_page } from './record_page.js';
import { plugin_items } from './records.js';
import { page } from './router.js';

page('/contacts/:id', (main, { id }) => {
    const record = { kind: 'contact', id: Number(id) };
    const groups = async () => {
        const items = [...(await plugin_items('contact_record', [record])), copy_link_item()];
        return [
            {
                label: 'Record Actions',
                items: items.sort((one, other) => one.label.localeCompare(other.label)),
            },
            { label: 'Form Actions', items: [add_method_item()] },
        ];
    };
    return open_record_page(main, record, facts, actions_button(groups));
});

function facts(contact) {
    return [
        ['ID', contact.id],
        ['Customer', contact.customer_name],
        ['Department', contact.department],
        ['Title', contact.title],
        ['Active', contact.is_active],
        ['Status', contact.status],
        ['Branch', contact.branch],
        ['RepName', contact.rep],
    ];
}
