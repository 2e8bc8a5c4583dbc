// Whom a telephone answers.
import { h, replace } from './dom.js';
import { phone_words } from './words.js';

/** An account's label often has its number already. */
function line_words(number, name) {
    const phone = phone_words(number);
    if (!name) return phone;
    return name.includes(phone) ? name : `${phone}, ${name}`;
}

/** The lines it can answer; the one that texted last is chosen until the person chooses. */
export function make_line_select(id) {
    const select = h('select', { id });
    const field = h('div', { class: 'to', hidden: true }, h('label', { for: id }, 'To'), select);
    let chosen_by_hand = false;
    select.addEventListener('change', () => (chosen_by_hand = true));
    return {
        field,
        value: () => select.value,
        update(handset, lines) {
            const all = new Map(lines.map((line) => [line.number, line.name]));
            for (const text of handset.texts) if (!all.has(text.other)) all.set(text.other, '');
            const last = handset.texts[handset.texts.length - 1]?.other ?? [...all.keys()][0] ?? '';
            const before = select.value;
            const options = [...all].map(([value, name]) => h('option', { value }, line_words(value, name)));
            const same =
                options.length === select.options.length &&
                options.every((option, index) => option.value === select.options[index].value);
            if (!same) replace(select, ...options);
            select.value = chosen_by_hand && all.has(before) ? before : last;
            field.hidden = all.size < 2;
        },
    };
}
