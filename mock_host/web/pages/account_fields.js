// The fields of an external service's account, drawn from the plug-in's form (external_service_form.schema.json).
import { h, new_id, set_attribute, set_text } from './dom.js';

function select_of(choices, placeholder) {
    return h(
        'select',
        null,
        placeholder && h('option', { value: '' }, placeholder),
        choices.map(({ value, label }) => h('option', { value }, label)),
    );
}

const named = ({ id, name }) => ({ value: String(id), label: name });

/** A type that is not known is shown as text. */
function draw_control(field, offers, is_saved) {
    if (field.type === 'choice') return select_of(field.choices ?? [], field.required ? null : '(none)');
    if (field.type === 'branch') return select_of(offers.branches.map(named), 'Choose the branch');
    if (field.type === 'service_rep') return select_of(offers.reps.map(named), 'Choose the user');
    if (field.type === 'secret') {
        // Written, never shown: what is saved does not come here at all.
        return h('input', {
            type: 'password',
            autocomplete: 'off',
            placeholder: is_saved ? 'unchanged' : null,
        });
    }
    return h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
}

function draw_field(field, offers, is_saved) {
    const control = draw_control(field, offers, is_saved);
    control.id = new_id('account-field');
    const help = h(
        'p',
        { class: 'help', id: `${control.id}-help` },
        [field.help, field.type === 'secret' && is_saved && 'Leave it empty to keep the saved one.']
            .filter(Boolean)
            .join(' '),
    );
    const problem = h('p', { class: 'problem', id: `${control.id}-problem`, 'aria-live': 'polite' });
    help.hidden = help.textContent === '';
    set_attribute(control, 'required', Boolean(field.required) && !(is_saved && field.type === 'secret'));
    set_attribute(control, 'aria-describedby', `${help.id} ${problem.id}`);
    const element = h(
        'div',
        { class: 'form-row' },
        h('label', { for: control.id }, field.label),
        h('div', null, control, problem, help),
    );
    return { field, control, problem, element, is_touched: false };
}

/**
 * @param {object} form of the plug-in
 * @param {{branches: object[], reps: object[]}} offers what the host has to choose from
 * @param {object|null} saved the values of the account that is edited; null for a new one
 * @param {() => void} changed called whenever something was typed or chosen
 * @returns {{element: HTMLElement, values: () => object, show: (problems: object, is_all: boolean) => void}}
 *     show says at each field that was used (is_all: at each) what is wrong with it
 */
export function make_account_fields(form, offers, saved, changed) {
    const fields = form.fields.map((field) => draw_field(field, offers, saved !== null));
    const by_id = new Map(fields.map((each) => [each.field.id, each]));

    function is_shown({ field: { shown_when } }) {
        return !shown_when || by_id.get(shown_when.field)?.control.value === shown_when.value;
    }

    function show_fields() {
        for (const each of fields) each.element.hidden = !is_shown(each);
    }

    /** An empty secret of a saved account is left out: it stays as it is. */
    function values() {
        const given = fields.filter(
            (each) =>
                is_shown(each) &&
                !(saved !== null && each.field.type === 'secret' && each.control.value === ''),
        );
        return Object.fromEntries(given.map(({ field, control }) => [field.id, control.value]));
    }

    function show(problems, is_all) {
        for (const each of fields) {
            if (is_all) each.is_touched = true;
            const words = each.is_touched ? (problems[each.field.id] ?? '') : '';
            set_text(each.problem, words);
            set_attribute(each.control, 'aria-invalid', words ? 'true' : null);
        }
        if (is_all) fields.find((each) => problems[each.field.id] && is_shown(each))?.control.focus();
    }

    for (const each of fields) {
        const value = saved?.[each.field.id];
        if (value !== undefined && each.field.type !== 'secret') each.control.value = value;
        const use = () => {
            each.is_touched = true;
            show_fields();
            changed();
        };
        each.control.addEventListener('input', use);
    }
    show_fields();
    const element = h(
        'form',
        { class: 'form', autocomplete: 'off', on: { submit: (event) => event.preventDefault() } },
        form.help && h('p', { class: 'muted' }, form.help),
        fields.map((each) => each.element),
    );
    return { element, values, show };
}
