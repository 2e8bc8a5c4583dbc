// A control for each type of setting (settings.schema.json): {element, control, get, set(value)}, and problem() where
// it can tell by itself what is wrong.
import { h, replace } from './dom.js';
import { make_amount } from './setting_amount.js';

function as_text(setting, id, changed) {
    const input = h('input', {
        id,
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        on: { input: changed },
    });
    return {
        element: input,
        control: input,
        get: () => input.value.trim(),
        set: (value) => (input.value = String(value)),
    };
}

/** Not type="time", which knows no 24:00. */
function as_time(setting, id, changed) {
    const made = as_text(setting, id, changed);
    made.control.className = 'time';
    made.control.placeholder = '08:00';
    made.control.inputMode = 'numeric';
    return made;
}

function select_of(id, options, changed) {
    const select = h('select', { id, on: { change: changed } }, options);
    const set = (value) => {
        if (![...select.options].some((option) => option.value === value)) {
            select.append(h('option', { value }, value));
        }
        select.value = value;
    };
    return { element: select, control: select, get: () => select.value, set };
}

function as_choice(setting, id, changed) {
    return select_of(
        id,
        (setting.choices ?? []).map(({ value, label }) => h('option', { value }, label)),
        changed,
    );
}

/** Why a conversation cannot be logged under a code; empty: it can. */
function why_unfit(code) {
    if (!code.is_active) return 'inactive';
    if (code.side_effect) return `side effect: ${code.side_effect.replaceAll('_', ' ')}`;
    if (code.relevant_to_employee === false) return 'not for employees';
    if (code.relevant_to_contact === false) return 'not for contacts';
    return '';
}

function as_action_code(setting, id, changed, action_codes) {
    const options = action_codes.map((code) => {
        const reason = why_unfit(code);
        const words =
            code.description && code.description !== code.code
                ? `${code.code}, ${code.description}`
                : code.code;
        return h(
            'option',
            { value: code.code, disabled: reason !== '' },
            reason ? `${words} (${reason})` : words,
        );
    });
    return select_of(id, options, changed);
}

/** A list that is put in order with buttons; what is taken out waits below it. */
function as_choice_list(setting, id, changed) {
    let order = [];
    const labels = new Map((setting.choices ?? []).map(({ value, label }) => [value, label]));
    const label_of = (value) => labels.get(value) ?? value;
    const list = h('ol', { class: 'choice-list', id, 'aria-label': setting.label });
    const unused = h('div', { class: 'bar' });

    function tool(value, what, words, is_possible, press) {
        const label = `${words} ${label_of(value)}`;
        const click = () => {
            order = press(order.indexOf(value));
            draw();
            focus_tool(value, words);
            changed();
        };
        return h(
            'button',
            { type: 'button', 'aria-label': label, title: words, disabled: !is_possible, on: { click } },
            what,
        );
    }
    /** The same button of the same entry; at the end of the list the other direction's. */
    function focus_tool(value, words) {
        const buttons = [...element.querySelectorAll('button:not(:disabled)')];
        const label = label_of(value);
        (
            buttons.find((each) => each.getAttribute('aria-label') === `${words} ${label}`) ??
            buttons.find((each) => each.getAttribute('aria-label').endsWith(` ${label}`))
        )?.focus();
    }
    const moved = (at, to) => {
        const next = [...order];
        next.splice(to, 0, ...next.splice(at, 1));
        return next;
    };
    function draw() {
        replace(
            list,
            order.map((value, at) =>
                h(
                    'li',
                    null,
                    h('span', { class: 'grow' }, label_of(value)),
                    tool(value, '↑', 'Move up', at > 0, (here) => moved(here, here - 1)),
                    tool(value, '↓', 'Move down', at < order.length - 1, (here) => moved(here, here + 1)),
                    tool(value, '×', 'Leave out', order.length > 1, (here) =>
                        order.filter((_, other) => other !== here),
                    ),
                ),
            ),
        );
        const left = [...labels.keys()].filter((value) => !order.includes(value));
        replace(
            unused,
            left.map((value) => tool(value, `+ ${label_of(value)}`, 'Add', true, () => [...order, value])),
        );
    }

    const element = h('div', null, list, unused);
    const set = (value) => {
        order = [...value];
        draw();
    };
    return { element, control: list, get: () => [...order], set };
}

const makers = {
    integer: make_amount,
    text: as_text,
    time: as_time,
    choice: as_choice,
    choice_list: as_choice_list,
    action_code: as_action_code,
};

/** A type that is not known is shown as text. */
export function make_setting_control(setting, id, changed, action_codes) {
    return (makers[setting.type] ?? as_text)(setting, id, changed, action_codes);
}
