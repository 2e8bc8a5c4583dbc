// Answering what one was told: the plug-in's menu action on the records that the notification is about.
import { post } from './api.js';
import { h } from './dom.js';
import { say_problem } from './say.js';

/** Where the action is performed: on the page of one record, or among search results for several of one kind. */
function target_of(records) {
    const [first] = records;
    const named = records.filter(({ kind }) => kind === first.kind).map(({ kind, id }) => ({ kind, id }));
    return { place: named.length === 1 ? `${first.kind}_record` : `${first.kind}_search`, records: named };
}

/**
 * The button that answers, or none.
 * @param {{reply_action_id?: string, title: string, records: object[]}} notification
 * @param {() => void} done called when the plug-in is asked
 */
export function reply_buttons({ reply_action_id, title, records }, done) {
    if (!reply_action_id || records.length === 0) return [];
    const reply = () => {
        done();
        post('/api/menu/perform', { ...target_of(records), action_id: reply_action_id }).catch(say_problem);
    };
    return [h('button', { type: 'button', 'aria-label': `Reply: ${title}`, on: { click: reply } }, 'Reply')];
}
