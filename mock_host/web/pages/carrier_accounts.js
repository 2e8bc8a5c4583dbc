// Who may log in at the simulated carrier.
import { post, remove } from './api.js';
import { make_change_check } from './change_check.js';
import { h, replace } from './dom.js';
import { e164_of } from './phone_numbers.js';
import { say, say_problem } from './say.js';
import { make_table, row } from './table.js';
import { phone_words } from './words.js';

const carrier_names = { zipwhip: 'Zipwhip', twilio: 'Twilio', telnyx: 'Telnyx' };

/** What the carriers call their fields, and what stands in the first; Zipwhip's line is its user name. */
const fields = {
    zipwhip: { username: 'User name (the line)', password: 'Password', example: '6515550100' },
    twilio: { username: 'Account SID', password: 'Auth token', example: 'AC…' },
    telnyx: {
        username: "Messaging profile's id",
        password: 'API key',
        example: '0f512bda-ae1e-4597-8e11-e5f5686b97d3',
    },
};

/** "Zipwhip, Twilio and Telnyx" */
function listed(names) {
    return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
}

function input(id, more) {
    return h('input', { id, type: 'text', required: true, autocomplete: 'off', spellcheck: 'false', ...more });
}

function make_form(changed) {
    const carrier = h(
        'select',
        { id: 'carrier-account-carrier', on: { change: show_fields } },
        Object.entries(carrier_names).map(([value, name]) => h('option', { value }, name)),
    );
    const username = input('carrier-account-username');
    const password = input('carrier-account-password');
    const numbers = input('carrier-account-numbers', { placeholder: '(206) 555-0100, …' });
    const username_label = h('label', { for: username.id });
    const password_label = h('label', { for: password.id });
    const webhook = input('carrier-account-webhook', { placeholder: 'http://…', required: false });
    const numbers_field = h(
        'div',
        { class: 'field' },
        h('label', { for: numbers.id }, 'Numbers'),
        numbers,
    );
    const webhook_field = h(
        'div',
        { class: 'field' },
        h('label', { for: webhook.id }, 'Webhook address'),
        webhook,
    );

    function show_fields() {
        replace(username_label, fields[carrier.value].username);
        replace(password_label, fields[carrier.value].password);
        username.placeholder = fields[carrier.value].example;
        numbers_field.hidden = numbers.disabled = carrier.value === 'zipwhip';
        webhook_field.hidden = webhook.disabled = carrier.value === 'zipwhip';
    }

    function account() {
        const is_zipwhip = carrier.value === 'zipwhip';
        const typed = username.value.trim();
        const given = {
            carrier: carrier.value,
            username: is_zipwhip ? typed.replace(/[\s().+-]/g, '') : typed,
            password: password.value,
        };
        if (!is_zipwhip) {
            const typed_numbers = numbers.value.split(/[,;]/).filter((number) => number.trim() !== '');
            given.numbers = typed_numbers.map((number) => e164_of(number) || number.trim());
            if (webhook.value.trim() !== '') given.webhook_url = webhook.value.trim();
        }
        return given;
    }

    async function submit(event) {
        event.preventDefault();
        try {
            const given = account();
            await post('/api/carrier/accounts', given);
            say(`${carrier_names[given.carrier]} now accepts only this password for ${given.username}.`, 'success');
            password.value = '';
            await changed();
        } catch (problem) {
            say_problem(problem);
        }
    }

    show_fields();
    return h(
        'form',
        { class: 'fault-form', 'aria-label': "Set an account's password", on: { submit } },
        h('div', { class: 'field' }, h('label', { for: carrier.id }, 'Carrier'), carrier),
        h('div', { class: 'field' }, username_label, username),
        h('div', { class: 'field' }, password_label, password),
        numbers_field,
        webhook_field,
        h('button', { type: 'submit' }, 'Set'),
    );
}

/** `{element, show(accounts)}` */
export function make_carrier_accounts(changed) {
    const is_changed = make_change_check();
    const table = make_table('Accounts at the carrier', ['Carrier', 'User name', 'Numbers', 'Public key', '']);
    const everybody = h('p', { class: 'empty' });

    async function attempt(work, words) {
        try {
            await work();
            say(words);
            await changed();
        } catch (problem) {
            say_problem(problem);
        }
    }

    function draw_account({ carrier, username, numbers, public_key }) {
        const name = carrier_names[carrier] ?? carrier;
        const forget = () =>
            attempt(() => remove('/api/carrier/accounts', { carrier, username }), `The account ${username} was removed from ${name}.`);
        const label = `Remove the account ${username} at ${name}`;
        const button = h('button', { type: 'button', 'aria-label': label, on: { click: forget } }, 'Remove');
        return row(
            name,
            { text: username, class: 'code' },
            (numbers ?? []).map(phone_words).join(', '),
            { text: public_key ?? '', class: 'code' },
            { text: button, class: 'tools' },
        );
    }

    function show(accounts) {
        if (!is_changed(accounts)) return;
        table.show(accounts.map(draw_account));
        table.element.hidden = accounts.length === 0;
        const open = Object.entries(carrier_names).filter(([id]) => !accounts.some(({ carrier }) => carrier === id));
        everybody.hidden = open.length === 0;
        everybody.textContent = `${listed(open.map(([, name]) => name))}: any user name and password is accepted. Once you set an account here, only its password is.`;
    }

    const log_out = () =>
        attempt(() => remove('/api/carrier/sessions'), 'Everybody is logged out. The next request logs in again.');
    const element = h(
        'section',
        { 'aria-labelledby': 'carrier-accounts-heading' },
        h('h2', { id: 'carrier-accounts-heading' }, 'Accounts'),
        everybody,
        table.element,
        make_form(changed),
        h('button', { type: 'button', on: { click: log_out } }, 'Log everybody out'),
    );
    return { element, show };
}
