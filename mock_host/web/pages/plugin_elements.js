// How each kind of element of a plug-in's view (host_sdk/schema/dialog_view.schema.json) looks. Each function
// makes one: {node, update(element, value)}; update draws what changed, but for what a person is typing in.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { draw_rows } from './plugin_rows.js';
import { set_bar } from './progresses.js';

const typing_pause_milliseconds = 150;
const lines_unless_said = 5;

/** A field of one line is another control than one of several. */
export const is_one_line = (element) => element.kind === 'text_area' && element.lines === 1;

export const element_kinds = {
    text: draw_text,
    rows: draw_rows,
    text_area: draw_text_area,
    choice: draw_choice,
    progress: draw_progress,
};

function draw_text() {
    const node = h('p', { class: 'view-text', 'aria-live': 'polite' });
    function update({ text, severity }) {
        set_text(node, text);
        set_attribute(node, 'class', `view-text as-typed ${severity ?? ''}`);
        node.hidden = text === '';
    }
    return { node, update };
}

function draw_text_area(element, plugin) {
    const note = h('div', { class: 'muted', id: new_id('note'), 'aria-live': 'polite' });
    const excess = h('div', { class: 'error', 'aria-live': 'polite' });
    const label = h('span');
    const described = { 'aria-describedby': note.id, on: { input: typed } };
    const area = is_one_line(element)
        ? h('input', { type: 'text', autocomplete: 'off', ...described })
        : h('textarea', described);
    const node = h('div', { class: 'view-area' }, h('label', { class: 'field' }, label, area), note, excess);
    let timer = null;
    let unanswered = 0;
    let most_characters = null;

    function typed() {
        clearTimeout(timer);
        timer = setTimeout(send, typing_pause_milliseconds);
        draw_excess();
    }

    function send() {
        timer = null;
        unanswered += 1;
        plugin.type(element.id, area.value).finally(() => (unanswered -= 1));
    }

    function read() {
        clearTimeout(timer);
        timer = null;
        return area.value;
    }
    plugin.add_typed(element.id, read);

    /** Nothing that is typed or pasted is cut off: it is said what is too much. */
    function draw_excess() {
        const count = most_characters === null ? 0 : [...area.value].length - most_characters;
        set_text(
            excess,
            count > 0 ? `${count} characters too many: at most ${most_characters} can be sent.` : '',
        );
        set_attribute(area, 'aria-invalid', count > 0 ? 'true' : null);
    }

    let is_new = true;
    function update(changed, value) {
        set_text(label, changed.label);
        set_text(note, changed.note);
        if (!is_one_line(changed)) set_attribute(area, 'rows', changed.lines ?? lines_unless_said);
        most_characters = changed.max_characters ?? null;
        const is_being_typed = document.activeElement === area || timer !== null || unanswered > 0;
        const wanted = value ?? changed.value ?? '';
        if ((is_new || !is_being_typed) && area.value !== wanted) area.value = wanted;
        is_new = false;
        draw_excess();
    }
    return { node, update };
}

function draw_choice(element, plugin) {
    const label = h('span');
    const select = h('select', { on: { change: choose } });
    let unanswered = 0;
    let drawn = '';

    function choose() {
        unanswered += 1;
        plugin.choose(element.id, select.value).finally(() => (unanswered -= 1));
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
