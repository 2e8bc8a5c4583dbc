// The strip above a grid: columns dragged onto it, or chosen from its list, group the rows.
import { h, replace, set_attribute } from './dom.js';

const field_type = 'application/x-grid-column';

/**
 * @param {{field: string, title: string}[]} columns
 * @param {(fields: string[]) => void} group called with the columns to group by, outermost first
 */
export function draw_group_strip(columns, group) {
    const chips = h('span', { class: 'chips' });
    const hint = h('span', { class: 'muted' }, 'Drag a column header here to group by that column.');
    const list = h('select', {
        'aria-label': 'Add a column to the groups',
        on: { change: () => add(list.value) },
    });
    const node = h(
        'div',
        { class: 'group-strip', role: 'group', 'aria-label': 'Group by' },
        hint,
        chips,
        list,
    );
    let fields = [];

    function set(changed) {
        fields = changed;
        draw();
        group(fields);
    }

    function add(field) {
        if (field && !fields.includes(field)) set([...fields, field]);
    }

    function remove(field) {
        set(fields.filter((each) => each !== field));
        (chips.querySelector('button') ?? list).focus();
    }

    function draw() {
        const rest = columns.filter(({ field }) => !fields.includes(field));
        hint.hidden = fields.length > 0;
        replace(
            chips,
            fields.map((field) => draw_chip(columns.find((column) => column.field === field))),
        );
        replace(
            list,
            h('option', { value: '' }, 'Group by …'),
            rest.map(({ field, title }) => h('option', { value: field }, title)),
        );
    }

    function draw_chip({ field, title }) {
        const name = `Ungroup ${title}`;
        const cross = h(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': name, on: { click: () => remove(field) } },
            '×',
        );
        return h('span', { class: 'chip' }, title, cross);
    }

    function take(event) {
        if (!event.dataTransfer.types.includes(field_type)) return;
        event.preventDefault();
        set_attribute(node, 'class', `group-strip ${event.type === 'dragover' ? 'is-over' : ''}`);
        if (event.type === 'drop') add(event.dataTransfer.getData(field_type));
    }
    node.addEventListener('dragover', take);
    node.addEventListener('drop', take);
    node.addEventListener('dragleave', () => set_attribute(node, 'class', 'group-strip'));
    draw();

    function let_headers_be_dragged(holder) {
        for (const header of holder.querySelectorAll('.tabulator-col[tabulator-field]')) {
            if (!columns.some(({ field }) => field === header.getAttribute('tabulator-field'))) continue;
            header.draggable = true;
            header.addEventListener('dragstart', (event) => {
                event.dataTransfer.setData(field_type, header.getAttribute('tabulator-field'));
                event.dataTransfer.effectAllowed = 'link';
            });
        }
    }

    return { node, fields: () => fields, let_headers_be_dragged };
}
