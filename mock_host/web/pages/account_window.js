// The window in which an account is added or changed.
import { h, set_text } from './dom.js';
import { post } from './api.js';
import { make_account_fields } from './account_fields.js';
import { say } from './say.js';
import { open_window } from './window.js';

const validate_after_milliseconds = 200;

/**
 * @param {{form: object, offers: object, account: object|null, saved: () => void}} what account null: a new one;
 *     saved is called when it is saved and the window closed
 */
export function open_account_window({ form, offers, account, saved }) {
    const id = account?.id ?? 0;
    const outcome = h('p', { class: 'outcome', role: 'status' });
    const fields = make_account_fields(form, offers, account?.values ?? null, validate_soon);
    let timer = 0;
    let asked = 0;
    let busy = '';

    function validate_soon() {
        clearTimeout(timer);
        timer = setTimeout(() => validate(false), validate_after_milliseconds);
    }

    /** Whether nothing is wrong; an answer that comes after a newer question is not shown. */
    async function validate(is_all) {
        clearTimeout(timer);
        asked += 1;
        const mine = asked;
        try {
            const { problems } = await post('/api/accounts/validate', { values: fields.values() });
            if (mine === asked) fields.show(problems, is_all);
            return Object.keys(problems).length === 0;
        } catch (problem) {
            show_status(problem.message, 'error');
            return false;
        }
    }

    function show_status(words, look) {
        outcome.className = `outcome ${look}`;
        set_text(outcome, words);
    }

    async function attempt(what, work) {
        if (busy) return;
        busy = what;
        window_.update({ buttons: buttons() });
        show_status(`${what} …`, 'muted');
        try {
            if (await validate(true)) await work();
            else if (outcome.textContent === `${what} …`)
                show_status('Correct the marked fields, then try again.', 'error');
        } catch (problem) {
            show_status(problem.message, 'error');
            fields.show(problem.problems ?? {}, Object.keys(problem.problems ?? {}).length > 0);
        }
        busy = '';
        window_.update({ buttons: buttons() });
    }

    const save = () =>
        attempt('Saving', async () => {
            await post('/api/accounts', { id, values: fields.values() });
            window_.close();
            say(account ? `Saved: ${account.label}.` : 'The account was saved.', 'success');
            saved();
        });
    const test = () =>
        attempt('Testing', async () => {
            await post('/api/accounts/test', { id, values: fields.values() });
            show_status('The carrier accepted the login.', 'success');
        });
    function buttons() {
        const enabled = busy === '';
        const reason = `${busy} …`;
        return [
            { id: 'test', label: 'Test connection', enabled, reason, press: test },
            { id: 'cancel', label: 'Cancel', role: 'cancel', press: () => window_.close() },
            { id: 'save', label: 'Save', role: 'default', enabled, reason, press: save },
        ];
    }

    const window_ = open_window({
        title: account ? `Edit ${account.label}` : `New account for ${form.label}`,
        content: [fields.element, outcome],
        buttons: buttons(),
    });
}
