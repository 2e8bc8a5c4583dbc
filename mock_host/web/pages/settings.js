// Administration > Settings: what the plug-in can be set to.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { get, put } from './api.js';
import { listen } from './live.js';
import { page } from './router.js';
import { say } from './say.js';
import { make_setting_control } from './setting_controls.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A setting with its label, help and problem. saved: its value as the plug-in has it. */
function make_setting(setting, action_codes, changed) {
    const id = new_id('setting');
    const control = make_setting_control(setting, id, changed, action_codes);
    const help = h('p', { class: 'help', id: `${id}-help` }, setting.help);
    const problem = h('p', { class: 'problem', id: `${id}-problem`, 'aria-live': 'polite' });
    const is_list = control.control.tagName === 'OL';
    set_attribute(control.control, 'aria-describedby', `${help.id} ${problem.id}`);
    const label = h(is_list ? 'span' : 'label', { class: 'label', for: is_list ? null : id }, setting.label);
    const made = {
        setting,
        control,
        saved: undefined,
        element: h('div', { class: 'form-row' }, label, h('div', null, control.element, problem, help)),
        is_changed: () => !same(control.get(), made.saved),
        /** What is being changed by the person is not written over. */
        load(value) {
            const is_free = made.saved === undefined || !made.is_changed();
            made.saved = value;
            if (is_free && !same(control.get(), value)) control.set(value);
        },
        show(words) {
            set_text(problem, words);
            set_attribute(control.control, 'aria-invalid', words && !is_list ? 'true' : null);
        },
    };
    return made;
}

function open(main) {
    let settings = [];
    let described = '';
    const list = h('div', { class: 'form' });
    const outcome = h('p', { class: 'outcome', role: 'status' });
    const save = h('button', { type: 'submit', class: 'primary' }, 'Save');
    const undo = h('button', { type: 'button' }, 'Undo changes');
    const form = h(
        'form',
        { 'aria-label': 'Settings', novalidate: true, hidden: true, on: { submit } },
        list,
        h('div', { class: 'form-end' }, outcome, undo, save),
    );
    const why_not = h('p', { class: 'empty', hidden: true });

    function tell(words, look) {
        outcome.className = `outcome ${look}`;
        set_text(outcome, words);
    }

    function changed() {
        const count = settings.filter((each) => each.is_changed()).length;
        save.disabled = count === 0;
        undo.disabled = count === 0;
        tell(count ? `${count} ${count === 1 ? 'setting is' : 'settings are'} not saved yet.` : '', 'muted');
    }

    async function submit(event) {
        event.preventDefault();
        const wanted = settings.filter((each) => each.is_changed());
        if (wanted.length === 0) return;
        for (const each of settings) each.show('');
        try {
            await put('/api/settings', {
                values: Object.fromEntries(wanted.map((each) => [each.setting.key, each.control.get()])),
            });
            await refresh();
            say(`Saved: ${wanted.map((each) => each.setting.label).join(', ')}.`, 'success');
        } catch (problem) {
            const problems = problem.problems ?? {};
            for (const each of settings) each.show(problems[each.setting.key] ?? '');
            tell(
                Object.keys(problems).length ? 'Nothing was saved; see the fields marked.' : problem.message,
                'error',
            );
            settings.find((each) => problems[each.setting.key])?.control.control.focus();
        }
    }

    undo.addEventListener('click', () => {
        for (const each of settings) {
            each.control.set(each.saved);
            each.show('');
        }
        changed();
    });

    async function refresh() {
        const told = await get('/api/settings');
        const key = JSON.stringify(told.settings);
        if (key !== described) {
            described = key;
            const { action_codes } = await get('/api/action_codes');
            settings = told.settings.map((setting) => make_setting(setting, action_codes, changed));
            replace(
                list,
                settings.map((each) => each.element),
            );
        }
        for (const each of settings) each.load(told.values[each.setting.key] ?? each.setting.default);
        form.hidden = settings.length === 0;
        why_not.hidden = settings.length > 0;
        set_text(
            why_not,
            told.why_not || 'No plug-in with settings is loaded. Load one on the page Plug-in.',
        );
        changed();
    }

    replace(main, h('h1', null, 'Settings'), why_not, form);
    return listen(['settings', 'plugin'], refresh);
}

page('/administration/settings', open);
