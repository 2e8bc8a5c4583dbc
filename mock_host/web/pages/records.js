// What several pages show of a record: a link to it, and what the plug-in offers for it.
import { post } from './api.js';
import { h } from './dom.js';
import { record_address } from './router.js';
import { say_problem } from './say.js';

/** A link to the record's page, by its name. */
export function record_link(record) {
    return h('a', { href: record_address(record) }, record.name || `${record.kind} ${record.id}`);
}

/** Only what names a record crosses to the server. */
const named = (records) => records.map(({ kind, id }) => ({ kind, id }));

/**
 * What the plug-in populates at a place, as items of a menu that perform it.
 * @param {string} place such as 'employee_search'
 * @param {{kind: string, id: number}[]} records
 * @param {number} [hotlist_id]
 */
export async function plugin_items(place, records, hotlist_id) {
    const target = { place, records: named(records), hotlist_id };
    const { items } = await post('/api/menu', target);
    return items.map((item) => ({
        id: item.action_id,
        label: item.label,
        enabled: item.enabled,
        reason: item.disabled_reason,
        tooltip: item.tooltip,
        icon: item.icon,
        notice: item.notice,
        choose: () => post('/api/menu/perform', { ...target, action_id: item.action_id }).catch(say_problem),
    }));
}
