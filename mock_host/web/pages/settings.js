// Administration > Settings: what the plug-in can be set to.
import { h, new_id, replace, set_attribute, set_text } from './dom.js';
import { administration_page } from './administration.js';
import { get, put } from './api.js';
import { make_change_check } from './change_check.js';
import { listen } from './live.js';
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

/** The settings by group, as the plug-in orders these: [{label, advanced, settings}]; those without one first. */
function grouped(settings, groups) {
    const known = new Set(groups.map(({ id }) => id));
    const loose = { label: '', settings: settings.filter(({ setting }) => !known.has(setting.group)) };
    const named = groups.map((group) => ({
        ...group,
        settings: settings.filter(({ setting }) => setting.group === group.id),
    }));
    return [loose, ...named].filter((group) => group.settings.length > 0);
}

/** What few need is folded. */
function draw_group({ label, advanced, settings }) {
    const rows = settings.map((each) => each.element);
    if (!label) return h('div', { class: 'form' }, rows);
    if (advanced)
        return h('details', { class: 'settings-group' }, h('summary', null, label), h('div', { class: 'form' }, rows));
    const heading = h('h2', { id: new_id('settings-group') }, label);
    return h(
        'section',
        { class: 'settings-group', 'aria-labelledby': heading.id },
        heading,
        h('div', { class: 'form' }, rows),
    );
}

function open(main) {
    let settings = [];
    const are_others = make_change_check();
    const list = h('div');
    const outcome = h('p', { class: 'outcome', role: 'status' });
    const save = h('button', { type: 'submit', class: 'primary' }, 'Save');
    const undo = h('button', { type: 'button' }, 'Undo changes');
    const form = h(
        'form',
        { 'aria-label': 'Settings', novalidate: true, hidden: true, on: { submit } },
        list,
        h('div', { class: 'form-end' }, outcome, undo, save),
    );
    const refusal = h('p', { class: 'empty', hidden: true });

    function show_status(words, look) {
        outcome.className = `outcome ${look}`;
        set_text(outcome, words);
    }

    function changed() {
        const count = settings.filter((each) => each.is_changed()).length;
        save.disabled = count === 0;
        undo.disabled = count === 0;
        show_status(count ? `${count} ${count === 1 ? 'setting is' : 'settings are'} not saved yet.` : '', 'muted');
    }

    /** Whether there is one; it stands beside its control, also where that is folded. */
    function show_problems(problems) {
        for (const each of settings) each.show(problems[each.setting.key] ?? '');
        const first = settings.find((each) => problems[each.setting.key]);
        if (!first) return false;
        const folded = first.element.closest('details');
        if (folded) folded.open = true;
        show_status('Nothing was saved. Correct the marked fields, then try again.', 'error');
        first.control.control.focus();
        return true;
    }

    async function submit(event) {
        event.preventDefault();
        const wanted = settings.filter((each) => each.is_changed());
        if (wanted.length === 0) return;
        const typed = Object.fromEntries(wanted.map((each) => [each.setting.key, each.control.problem?.() ?? '']));
        if (show_problems(typed)) return;
        try {
            await put('/api/settings', {
                values: Object.fromEntries(wanted.map((each) => [each.setting.key, each.control.get()])),
            });
            await refresh();
            say(`Saved: ${wanted.map((each) => each.setting.label).join(', ')}.`, 'success');
        } catch (problem) {
            if (!show_problems(problem.problems ?? {})) show_status(problem.message, 'error');
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
        const answer = await get('/api/settings');
        if (are_others([answer.settings, answer.groups])) {
            const { action_codes } = await get('/api/action_codes');
            settings = answer.settings.map((setting) => make_setting(setting, action_codes, changed));
            replace(list, grouped(settings, answer.groups).map(draw_group));
        }
        for (const each of settings) each.load(answer.values[each.setting.key] ?? each.setting.default);
        form.hidden = settings.length === 0;
        refusal.hidden = settings.length > 0;
        set_text(
            refusal,
            answer.refusal || 'No plug-in with settings is loaded. Load one on the Plug-in page.',
        );
        changed();
    }

    replace(main, h('h1', null, 'Settings'), refusal, form);
    return listen(['settings', 'plugin'], refresh);
}

administration_page('/administration/settings', 'Settings', open);
