// What the plug-in wants to be seen on a record: a line for each of its menu items that has a notice, with the item as
// its button.
import { make_change_check } from './change_check.js';
import { h, replace } from './dom.js';
import { listen } from './live.js';
import { plugin_items } from './records.js';

const again_milliseconds = 5000; // no topic tells that a text has left
const topics = ['records', 'messages', 'dialogs', 'progresses', 'notifications', 'session', 'plugin', 'clock'];

/**
 * @param {{kind: string, id: number}} record
 * @returns {{node: HTMLElement, close: () => void}}
 */
export function draw_notices(record) {
    const node = h('section', { class: 'notices', 'aria-label': 'Notices', 'aria-live': 'polite', hidden: true });
    const is_changed = make_change_check();

    async function refresh() {
        const items = (await plugin_items(`${record.kind}_record`, [record])).filter(({ notice }) => notice);
        // A button that is about to be pressed stays.
        if (!is_changed(items.map(({ label, notice }) => [label, notice]))) return;
        replace(node, items.map(draw_notice));
        node.hidden = items.length === 0;
    }

    const stop = listen(topics, refresh);
    const timer = setInterval(() => {
        if (!document.hidden) refresh().catch(() => {}); // whoever listens tells that the host does not answer
    }, again_milliseconds);
    return {
        node,
        close() {
            stop();
            clearInterval(timer);
        },
    };
}

function draw_notice({ label, notice, enabled, choose }) {
    const button = h('button', { type: 'button', disabled: !enabled, on: { click: choose } }, label);
    return h('p', { class: 'notice' }, h('span', null, notice), button);
}
