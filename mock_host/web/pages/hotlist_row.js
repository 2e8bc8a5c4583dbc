// One employee of a hotlist, with an icon for each thing that the plug-in offers there.
import { make_change_check } from './change_check.js';
import { h, new_id, replace } from './dom.js';
import { icon } from './icons.js';
import { draw_mark } from './marks.js';
import { plugin_items, record_link } from './records.js';
import { say_problem } from './say.js';

export const hotlist_columns = ['Name', 'Status', 'Phone', 'Last Activity', 'Added', 'Note', 'Actions'];

export function draw_hotlist_row(row, hotlist_id) {
    const record = { kind: 'employee', id: row.employee_id, name: row.name };
    const icons = h('td', { class: 'icons' });
    const is_changed = make_change_check();

    async function draw_icons() {
        const items = await plugin_items('hotlist_row', [record], hotlist_id);
        if (!is_changed(items)) return;
        replace(
            icons,
            items.map((item) => draw_icon(item, row.name)),
        );
    }
    draw_icons().catch(say_problem);

    const mark = h('span', { class: 'mark' });
    function draw_verdict(verdict) {
        const sign = verdict && (verdict.can_text ? 'warning' : 'rejected');
        draw_mark(mark, sign, verdict?.reason);
    }

    const node = h(
        'tr',
        null,
        h('td', null, record_link(record)),
        h('td', null, row.status),
        h('td', { class: 'phone' }, row.phone, mark),
        h('td', null, day(row.last_activity_date)),
        h('td', null, day(row.added_date)),
        h('td', null, row.note),
        icons,
    );
    return { node, draw_icons, draw_verdict };
}

/** "2017-08-09" as "08/09/17". */
function day(date) {
    const parts = /^\d\d(\d\d)-(\d\d)-(\d\d)/.exec(date ?? '');
    return parts ? `${parts[2]}/${parts[3]}/${parts[1]}` : (date ?? '');
}

/** All rows have the same icons: a screen reader says whose each is. */
function draw_icon({ label, enabled, reason, tooltip, choose }, whose) {
    const described =
        !enabled && reason ? h('span', { class: 'icon-reason', id: new_id('reason') }, reason) : null;
    const button = h(
        'button',
        {
            type: 'button',
            class: 'icon',
            'aria-label': `${label} ${whose}`,
            title: (enabled ? tooltip : reason) || label,
            'aria-disabled': enabled ? null : 'true',
            'aria-describedby': described?.id,
            on: { click: () => enabled && choose() },
        },
        icon('cell_phone'),
    );
    return [button, described];
}
