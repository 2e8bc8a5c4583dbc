// How each kind of element of a plug-in's view (host_sdk/schema/dialog_view.schema.json) looks. Each function
// makes one: {node, update(element, value)}; update draws what changed, but for what a person is typing in.
import { h, replace, set_attribute, set_text } from './dom.js';
import { draw_rows } from './plugin_rows.js';
import { draw_text_area } from './plugin_text_area.js';
import { set_bar } from './progresses.js';

export const element_kinds = {
    text: draw_text,
    rows: draw_rows,
    text_area: draw_text_area,
    choice: draw_choice,
    progress: draw_progress,
};

function draw_text({ folded }) {
    const words = h('p', { class: 'view-text', 'aria-live': 'polite' });
    const summary = h('summary');
    const node = folded ? h('details', { class: 'view-folded' }, summary, words) : words;
    function update({ text, severity, folded: label }) {
        set_text(words, text);
        set_attribute(words, 'class', `view-text as-typed ${severity ?? ''}`);
        set_text(summary, label);
        node.hidden = text === '';
    }
    return { node, update };
}

function draw_choice(element, plugin) {
    const label = h('span');
    const select = h('select', { on: { change: choose } });
    let unanswered = 0;
    let drawn = '';
    let missed = null; // what the plug-in said while a choice was on its way

    function choose() {
        unanswered += 1;
        plugin.choose(element.id, select.value).finally(() => {
            unanswered -= 1;
            if (unanswered > 0) return;
            if (missed !== null) select.value = missed;
            missed = null;
        });
    }

    function update(changed) {
        set_text(label, changed.label);
        const choices = JSON.stringify(changed.choices);
        if (choices !== drawn) {
            replace(
                select,
                changed.choices.map((each) => h('option', { value: each.value }, each.label)),
            );
            select.value = changed.value;
            drawn = choices;
        }
        if (unanswered === 0) select.value = changed.value;
        else missed = changed.value;
    }
    return { node: h('label', { class: 'field' }, label, select), update };
}

function draw_progress() {
    const label = h('span');
    const bar = h('progress');
    const words = h('span', { class: 'muted' });
    const node = h('div', { class: 'view-progress' }, h('label', { class: 'field' }, label, bar), words);
    function update({ label: text, done, total }) {
        set_text(label, text);
        set_bar(bar, done, total);
        set_text(words, total > 0 ? `${done} of ${total}` : `${done} so far`);
    }
    return { node, update };
}
