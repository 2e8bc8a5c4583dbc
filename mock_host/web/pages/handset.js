// One telephone: its texts as bubbles, a field to answer, its switch.
import { h, replace } from './dom.js';
import { post } from './api.js';
import { failure_words, phone_failures } from './failure_words.js';
import { say } from './say.js';
import { make_line_select } from './handset_line.js';
import { make_texts } from './handset_texts.js';
import { phone_words } from './words.js';

/** What becomes of what is sent to a phone. */
const outcomes = [[0, 'arrive'], ...phone_failures.map((code) => [code, `fail: ${failure_words(code)}`])];

/** A phone's card: `{element, update(handset, lines), handset()}`. */
export function make_handset(number) {
    const id = `handset-${number.replace(/\D/g, '')}`;
    const path = `/api/handsets/${encodeURIComponent(number)}`;
    let current = { number, name: '', texts: [], on: true, landline: false, failure: 0 };

    const name = h('span', { class: 'name' });
    const switch_on = h('input', { type: 'checkbox', role: 'switch', id: `${id}-on` });
    const landline = h('input', { type: 'checkbox', role: 'switch', id: `${id}-landline` });
    const refusal = h(
        'select',
        { id: `${id}-refusal` },
        h('option', { value: 'later' }, 'take texts, then they fail'),
        h('option', { value: 'at once' }, 'refuse texts at once'),
    );
    const refusal_field = h('label', { hidden: true }, 'Twilio and Telnyx', refusal);
    const failure = h('select', { id: `${id}-failure` });
    const texts = make_texts();
    const line = make_line_select(`${id}-line`);
    const input = h('input', {
        type: 'text',
        autocomplete: 'off',
        maxlength: '1600',
        placeholder: 'Reply',
        'aria-label': `Reply from ${phone_words(number)}`,
    });
    const send = h('button', { type: 'submit' }, 'Send reply');
    const picture = h('button', { type: 'button' }, 'Send a picture');
    const stop = h('button', { type: 'button' }, 'Reply STOP');
    const explanation = h('p', { class: 'why-not' });

    async function attempt(work) {
        try {
            await work();
        } catch (problem) {
            say(problem.message, 'error');
            update_controls();
        }
    }
    const reply = (body, with_picture = false) =>
        attempt(async () => {
            await post(`${path}/reply`, { to: line.value(), body, picture: with_picture });
            if (body === input.value) input.value = '';
            texts.log.scrollTop = texts.log.scrollHeight;
        });
    const set = (change) => attempt(() => post(path, change));

    function submit(event) {
        event.preventDefault();
        if (input.value.trim() === '') return;
        reply(input.value);
        input.focus();
    }
    stop.addEventListener('click', () => reply('STOP'));
    picture.addEventListener('click', () => reply(input.value, true));
    switch_on.addEventListener('change', () => set({ on: switch_on.checked }));
    landline.addEventListener('change', () => set({ landline: landline.checked }));
    refusal.addEventListener('change', () => set({ refused_at_once: refusal.value === 'at once' }));
    failure.addEventListener('change', () => set({ failure: Number(failure.value) }));

    function update_controls() {
        switch_on.checked = current.on;
        landline.checked = current.landline;
        refusal.value = current.refused_at_once ? 'at once' : 'later';
        refusal_field.hidden = !current.landline;
        const code = current.failure ?? 0;
        const known = outcomes.some(([other]) => other === code)
            ? outcomes
            : [...outcomes, [code, `fail: ${failure_words(code)}`]];
        if (document.activeElement !== failure || failure.options.length !== known.length) {
            replace(failure, ...known.map(([value, words]) => h('option', { value: String(value) }, words)));
        }
        failure.value = String(code);
        const words = current.landline
            ? 'This is a landline: it cannot receive or send texts.'
            : current.on
              ? ''
              : 'Switched off: texts wait until it is on.';
        explanation.textContent = words;
        explanation.hidden = words === '';
        for (const control of [send, picture, stop]) control.disabled = words !== '';
        input.readOnly = words !== '';
        card.classList.toggle('off', words !== '');
        const lost = current.failure ? 'texts fail' : '';
        options_summary.textContent = ['Options', lost].filter(Boolean).join(': ');
    }

    const options_summary = h('summary', null);
    const card = h(
        'article',
        { class: 'handset', id },
        h(
            'header',
            null,
            h('div', { class: 'whose' }, h('span', { class: 'number' }, phone_words(number)), name),
            h('label', { class: 'switch', for: switch_on.id }, switch_on, h('span', null, 'On')),
        ),
        texts.log,
        explanation,
        h('form', { on: { submit } }, line.field, h('div', { class: 'answer' }, input, send)),
        h(
            'div',
            { class: 'end' },
            h(
                'details',
                null,
                options_summary,
                h('label', { class: 'switch', for: landline.id }, landline, h('span', null, 'Landline')),
                refusal_field,
                h('label', null, 'Texts to it', failure),
            ),
            picture,
            stop,
        ),
    );

    return {
        element: card,
        handset: () => current,
        update(handset, lines) {
            current = handset;
            name.textContent = handset.name;
            const label = handset.name ? `${phone_words(number)}, ${handset.name}` : phone_words(number);
            card.setAttribute('aria-label', label);
            texts.log.setAttribute('aria-label', `Texts of ${label}`);
            line.update(handset, lines);
            texts.update(handset.texts);
            update_controls();
        },
    };
}
