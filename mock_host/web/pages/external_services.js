// Administration > External services: the plug-in's accounts.
import { h, replace, set_text } from './dom.js';
import { get, post, remove } from './api.js';
import { open_account_window } from './account_window.js';
import { listen } from './live.js';
import { page } from './router.js';
import { say, say_problem } from './say.js';
import { make_table, row } from './table.js';
import { confirm } from './window.js';

const state_words = { in_use: 'In use', disabled: 'Disabled' };

async function attempt(work, done) {
    try {
        await work();
        say(done, 'success');
    } catch (problem) {
        say_problem(problem);
    }
}

function test(account) {
    say(`Testing ${account.label} …`);
    return attempt(
        () => post('/api/accounts/test', { id: account.id, values: account.values }),
        `The carrier lets ${account.label} in.`,
    );
}

async function perform(account, action) {
    if (action.help && !(await confirm(`${account.label}: ${action.help}`, action.label))) return;
    await attempt(
        () => post(`/api/accounts/${account.id}/actions/${encodeURIComponent(action.id)}`),
        `${action.label}: done for ${account.label}.`,
    );
}

async function remove_account(account) {
    const words = `Remove ${account.label}? Its password and webhooks go too. What was texted and logged stays.`;
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
    const state = account.problem
        ? { text: account.problem, class: 'error' }
        : {
              text: state_words[account.state] ?? account.state ?? '',
              class: account.state === 'disabled' ? 'muted' : null,
          };
    const tools = h(
        'div',
        { class: 'tools' },
        button('Edit', account, () => edit(account)),
        button('Test connection', account, () => test(account)),
        (account.actions ?? []).map((action) =>
            button(action.label, account, () => perform(account, action)),
        ),
        button('Remove', account, () => remove_account(account)),
    );
    return row(owner, account.label, state, tools);
}

function open(main) {
    let shown = '';
    let service = null;
    let offers = null;
    const heading = h('h2');
    const why_not = h('p', { class: 'empty' });
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
        const key = JSON.stringify(service);
        if (key === shown) return;
        shown = key;
        const is_there = Boolean(service.form?.fields);
        const accounts = service.accounts ?? [];
        set_text(heading, is_there ? service.form.label : '');
        set_text(help, is_there ? service.form.help : '');
        add.hidden = !is_there;
        table.element.hidden = accounts.length === 0;
        set_text(
            why_not,
            service.why_not ||
                (is_there
                    ? 'No account yet. Add one with +.'
                    : 'No plug-in offers an external service. Load one on the page Plug-in.'),
        );
        why_not.hidden = accounts.length > 0 && !service.why_not;
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
            why_not,
            table.element,
        ),
    );
    return listen(['accounts', 'plugin', 'settings'], refresh);
}

page('/administration/external-services', open);
