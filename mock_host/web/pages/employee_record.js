// An employee's record, with its actions menu.
import { actions_button } from './actions_button.js';
import { add_method_item, copy_link_item, open_record_page } from './record_page.js';
import { plugin_items } from './records.js';
import { page } from './router.js';

page('/employees/:id', (main, { id }) => {
    const record = { kind: 'employee', id: Number(id) };
    const groups = async () => {
        const items = [
            ...(await plugin_items('employee_record', [record])),
            copy_link_item(),
            add_method_item(),
        ];
        return [{ items: items.sort((one, other) => one.label.localeCompare(other.label)) }];
    };
    return open_record_page(main, record, facts, actions_button(groups));
});

function facts(employee) {
    return [
        ['ID', employee.id],
        ['Branch', employee.branch],
        ['RepName', employee.rep],
        ['Is Active', employee.is_active],
        ['Is Assigned', employee.is_assigned],
        ['Job Title', employee.job_title],
        ['Assignment', employee.assignment],
        ['City', employee.city],
        ['Zip Code', employee.postal_code],
        ['Last Message', employee.last_message],
        ['HasResume', employee.has_resume],
    ];
}
