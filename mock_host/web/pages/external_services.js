// Administration > External services: the plug-in's accounts.
import { make_change_check } from './change_check.js';
import { h, replace, set_attribute, set_text } from './dom.js';
import { administration_page } from './administration.js';
import { get, post, remove } from './api.js';
import { open_account_window } from './account_window.js';
import { listen } from './live.js';
import { say, say_problem } from './say.js';
import { make_table, row } from './table.js';
import { confirm } from './window.js';

const state_words = { in_use: 'In use', disabled: 'Disabled' };

/** What the last test of each account said, by its id: {text, look}. */
const tested = new Map();

async function attempt(work, done) {
    try {
        await work();
        say(done, 'success');
    } catch (problem) {
        say_problem(problem);
    }
}

/** The result stands in the account's row, until it is tested or shown anew. */
async function test(account, outcome) {
    function show_status(text, look) {
        tested.set(account.id, { text, look });
        show_tested(account, outcome);
    }
    show_status('Testing …', 'muted');
    try {
        await post('/api/accounts/test', { id: account.id, values: account.values });
        show_status(`Connection tested: the carrier accepted the login of ${account.label}.`, 'success');
    } catch (problem) {
        show_status(`Connection tested: ${problem.message}`, 'error');
    }
}

function show_tested(account, outcome) {
    const { text, look } = tested.get(account.id) ?? { text: '', look: 'muted' };
    set_attribute(outcome, 'class', `tested ${look}`);
    set_text(outcome, text);
}

async function perform(account, action) {
    if (action.help && !(await confirm(`${account.label}: ${action.help}`, action.label))) return;
    await attempt(
        () => post(`/api/accounts/${account.id}/actions/${encodeURIComponent(action.id)}`),
        `${action.label}: done for ${account.label}.`,
    );
}

async function remove_account(account) {
    const words = `Remove ${account.label}? Its password and webhooks are removed too. Its texts and logged messages are kept.`;
    if (!(await confirm(words, 'Remove'))) return;
    await attempt(() => remove(`/api/accounts/${account.id}`), `Removed: ${account.label}.`);
}

function button(label, account, click) {
    return h('button', { type: 'button', 'aria-label': `${label} ${account.label}`, on: { click } }, label);
}

/** Of which of the host's branches or reps the account is, by the fields of the form that name one. */
function owner_of(account, form, { branches, reps }) {
    const offers = { branch: branches, service_rep: reps };
    const owners = form.fields.map(({ id, type }) => offers[type]?.find((each) => String(each.id) === account.values[id])?.name);
    return owners.filter(Boolean).join(', ');
}

function draw_account(account, owner, edit) {
    const standing = account.standing || (state_words[account.state] ?? account.state ?? '');
    const look = account.problem ? 'error' : account.state === 'disabled' ? 'muted' : null;
    const outcome = h('p', { role: 'status' });
    show_tested(account, outcome);
    const state = h(
        'div',
        { class: 'standing' },
        h('p', { class: look }, standing),
        account.problem && h('p', { class: 'problem' }, account.problem),
        outcome,
    );
    const tools = h(
        'div',
        { class: 'tools' },
        button('Edit', account, () => edit(account)),
        button('Test connection', account, () => test(account, outcome)),
        (account.actions ?? []).map((action) =>
            button(action.label, account, () => perform(account, action)),
        ),
        button('Remove', account, () => remove_account(account)),
    );
    return row(owner, account.label, state, { text: tools, class: 'tools' });
}

function open(main) {
    tested.clear();
    const is_changed = make_change_check();
    let service = null;
    let offers = null;
    const heading = h('h2');
    const refusal = h('p', { class: 'empty' });
    const help = h('p', { class: 'muted' });
    const add = h(
        'button',
        { type: 'button', class: 'add', 'aria-label': 'Add', title: 'Add an account', hidden: true },
        '+',
    );
    const table = make_table('Accounts', ['Branch or rep', 'Account', 'State', '']);

    const edit = (account) => open_account_window({ form: service.form, offers, account, saved: refresh });

    async function refresh() {
        [service, offers] = await Promise.all([get('/api/accounts'), offers ?? get('/api/frame')]);
        if (!is_changed(service)) return;
        const is_there = Boolean(service.form?.fields);
        const accounts = service.accounts ?? [];
        set_text(heading, is_there ? service.form.label : '');
        set_text(help, is_there ? service.form.help : '');
        add.hidden = !is_there;
        table.element.hidden = accounts.length === 0;
        set_text(
            refusal,
            service.refusal ||
                (is_there
                    ? 'No accounts yet. Use + to add one.'
                    : 'No plug-in offers an external service. Load one on the Plug-in page.'),
        );
        refusal.hidden = accounts.length > 0 && !service.refusal;
        table.show(accounts.map((account) => draw_account(account, owner_of(account, service.form, offers), edit)));
    }

    add.addEventListener('click', () => edit(null));
    replace(
        main,
        h('h1', null, 'External services'),
        h(
            'section',
            { class: 'services' },
            h('div', { class: 'bar' }, heading, add),
            help,
            refusal,
            table.element,
        ),
    );
    return listen(['accounts', 'plugin', 'settings'], refresh);
}

administration_page('/administration/external-services', 'External services', open);
