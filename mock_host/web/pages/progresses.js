// What the plug-in is working on, as lines under the banner.
import { get, post } from './api.js';
import { h, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { listen } from './live.js';
import { say_problem } from './say.js';

export function show_progresses() {
    const list = h('div', { class: 'progresses', role: 'group', 'aria-label': 'In progress' });
    document.getElementById('banner').after(list);
    listen(['progresses'], async () => {
        const { progresses } = await get('/api/progresses');
        draw_list(list, progresses, ({ id }) => id, draw_progress);
    });
}

function draw_progress(progress) {
    const bar = h('progress', { 'aria-label': progress.title });
    const words = h('span', { class: 'muted' });
    const cancel = h('button', { type: 'button', 'aria-label': `Cancel ${progress.title}` }, 'Cancel');
    cancel.addEventListener('click', () => post(`/api/progresses/${progress.id}/cancel`).catch(say_problem));

    function update({ total, done, detail, can_cancel }) {
        set_bar(bar, done, total);
        set_text(words, [total > 0 && `${done} of ${total}`, detail].filter(Boolean).join(', '));
        cancel.hidden = !can_cancel;
    }
    update(progress);
    return {
        node: h('div', { class: 'progress-line' }, h('span', null, progress.title), bar, words, cancel),
        update,
    };
}

/** A progress bar; one with no known total only moves. */
export function set_bar(bar, done, total) {
    if (total > 0) {
        bar.max = total;
        bar.value = done;
    } else {
        bar.removeAttribute('value');
    }
}
