// A text to one of the office's lines, from any phone there is or is not.
import { get, post } from './api.js';
import { h, replace } from './dom.js';
import { e164_of } from './phone_numbers.js';
import { say, say_problem } from './say.js';
import { phone_words } from './words.js';

function field(label, control, hint) {
    return h('div', { class: 'field' }, h('label', { for: control.id }, label), control, hint && h('small', { class: 'muted' }, hint));
}

/** `{element, show_lines()}` */
export function make_text_in() {
    const lines = h('datalist', { id: 'text-in-lines' });
    const number_input = (id, list) =>
        h('input', { id, type: 'tel', required: true, autocomplete: 'off', placeholder: '(612) 555-0142', list });
    const from = number_input('text-in-from');
    const to = number_input('text-in-to', lines.id);
    const body = h('textarea', { id: 'text-in-body', rows: '2', maxlength: '1600' });
    const picture = h('input', { type: 'checkbox', id: 'text-in-picture' });

    async function submit(event) {
        event.preventDefault();
        const [sender, line] = [from, to].map(read);
        if (sender === '' || line === '') return;
        try {
            await post(`/api/handsets/${encodeURIComponent(sender)}/reply`, {
                to: line,
                body: body.value,
                picture: picture.checked,
            });
            say(`${phone_words(sender)} has texted ${phone_words(line)}.`, 'success');
            body.value = '';
            picture.checked = false;
            body.focus();
        } catch (problem) {
            say_problem(problem);
        }
    }

    /** What is no number is said at the field. */
    function read(input) {
        const number = e164_of(input.value);
        input.setCustomValidity(
            number === '' ? 'Type a number with ten digits, or with + and its country code.' : '',
        );
        input.reportValidity();
        return number;
    }
    for (const input of [from, to]) input.addEventListener('input', () => input.setCustomValidity(''));

    async function show_lines() {
        const reachable = (await get('/api/handsets')).lines;
        replace(
            lines,
            reachable.map(({ number, name }) => h('option', { value: phone_words(number) }, name)),
        );
        if (to.value === '' && reachable.length > 0) to.value = phone_words(reachable[0].number);
    }

    const element = h(
        'section',
        { 'aria-labelledby': 'text-in-heading' },
        h('h2', { id: 'text-in-heading' }, 'Text the office from any phone'),
        h('p', { class: 'muted' }, 'The number does not have to be on a record.'),
        h(
            'form',
            { class: 'fault-form', 'aria-labelledby': 'text-in-heading', on: { submit } },
            field('From', from),
            field('To the line', to),
            lines,
            field('Message', body),
            h('label', null, picture, 'with a picture'),
            h('button', { type: 'submit' }, 'Send to the office'),
        ),
    );
    return { element, show_lines };
}
