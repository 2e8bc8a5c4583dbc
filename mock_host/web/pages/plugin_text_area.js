// The kind "text_area" of a plug-in's view: where a person types, with what is said of it, and buttons that put
// things into it.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { menu_button } from './menu.js';

const typing_pause_milliseconds = 150;
const lines_unless_said = 5;
const columns_of_grid = 8;

/** A field of one line is another control than one of several. */
export const is_one_line = (element) => element.kind === 'text_area' && element.lines === 1;

export function draw_text_area(element, plugin) {
    const note = h('div', { class: 'muted', id: new_id('note'), 'aria-live': 'polite' });
    const problem = h('div', { class: 'error', id: new_id('problem'), 'aria-live': 'polite' });
    const label = h('span');
    const described = { 'aria-describedby': `${problem.id} ${note.id}`, on: { input: typed } };
    const area = is_one_line(element)
        ? h('input', { type: 'text', autocomplete: 'off', ...described })
        : h('textarea', described);
    const inserts = h('div', { class: 'view-inserts' });
    const foot = h('div', { class: 'view-area-foot' }, note, inserts);
    const node = h('div', { class: 'view-area' }, h('label', { class: 'field' }, label, area), problem, foot);
    let timer = null;
    let unanswered = 0;
    let max_characters = null;
    let error = '';
    let seen = ''; // by the plug-in, as far as is known here
    let drawn_inserts = '[]';

    function typed() {
        clearTimeout(timer);
        timer = excess() > 0 ? null : setTimeout(send, typing_pause_milliseconds);
        draw_problem();
    }

    function send() {
        timer = null;
        unanswered += 1;
        plugin.type(element.id, area.value).finally(() => (unanswered -= 1));
    }

    function send_now() {
        if (timer === null) return;
        clearTimeout(timer);
        send();
    }

    function read() {
        clearTimeout(timer);
        timer = null;
        return area.value;
    }
    plugin.add_typed(element.id, {
        send_now,
        read,
        is_new: () => area.value !== seen,
        is_too_long: () => excess() > 0,
        focus: () => area.focus(),
    });

    function excess() {
        return max_characters === null ? 0 : [...area.value].length - max_characters;
    }

    /** Nothing that is typed or pasted is cut off: it is said what is too much. */
    function draw_problem() {
        const count = excess();
        const characters = count === 1 ? 'character' : 'characters';
        const too_long = `${count} ${characters} too many. The limit is ${max_characters}.`;
        set_text(problem, count > 0 ? too_long : error);
        set_attribute(area, 'aria-invalid', problem.textContent === '' ? null : 'true');
    }

    function draw_inserts(groups) {
        const wanted = JSON.stringify(groups);
        if (wanted === drawn_inserts) return;
        drawn_inserts = wanted;
        const filled = groups.filter(({ items }) => items.length > 0);
        replace(
            inserts,
            filled.map((group) => draw_insert_button(group, insert)),
        );
    }

    /** Where the caret is, as if it were typed: Undo takes it back. */
    function insert(text) {
        area.focus();
        if (document.execCommand('insertText', false, text)) return;
        area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
        typed();
    }

    let is_first = true;
    function update(changed, value) {
        set_text(label, changed.label);
        set_text(note, changed.note);
        if (!is_one_line(changed)) set_attribute(area, 'rows', changed.lines ?? lines_unless_said);
        max_characters = changed.max_characters ?? null;
        error = changed.error ?? '';
        draw_inserts(changed.inserts ?? []);
        const is_being_typed = document.activeElement === area || timer !== null || unanswered > 0;
        seen = value ?? changed.value ?? '';
        if ((is_first || !is_being_typed) && area.value !== seen) area.value = seen;
        is_first = false;
        draw_problem();
    }
    return { node, update };
}

/** A button with a menu of what it puts there; signs stand in a grid, under their names. */
function draw_insert_button({ label, look, items }, insert) {
    const is_grid = look === 'grid';
    const choices = items.map((item) => ({
        label: item.label,
        sign: is_grid ? item.text : undefined,
        choose: () => insert(item.text),
    }));
    const columns = is_grid ? columns_of_grid : 1;
    return menu_button('quiet', () => ({ label, columns, groups: [{ items: choices }] }), label);
}
