// The page of the plug-in: what is loaded, what it says and offers, its log, what became of its texts.
import { make_change_check } from './change_check.js';
import { h, replace } from './dom.js';
import { get, post } from './api.js';
import { listen } from './live.js';
import { make_log } from './log.js';
import { draw_misbehaviour, draw_status } from './plugin_status.js';
import { page } from './router.js';
import { say, say_problem } from './say.js';
import { make_timeline } from './timeline.js';

function make_tools() {
    const path = h('input', {
        type: 'text',
        id: 'plugin-path',
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: 'same file as before',
    });
    const load = h('button', { type: 'submit' }, 'Load');
    const unload = h('button', { type: 'button' }, 'Unload');
    const reload = h('button', { type: 'button' }, 'Reload');
    const buttons = [load, unload, reload];
    let state = 'none';

    function enable(is_idle) {
        load.disabled = !is_idle || state === 'active';
        unload.disabled = !is_idle || state !== 'active';
        reload.disabled = !is_idle || state === 'none';
    }

    async function perform(what, body, done) {
        const focused = buttons.find((button) => button === document.activeElement);
        enable(false);
        try {
            await post(`/api/plugin/${what}`, body);
            say(done, 'success');
        } catch (problem) {
            say_problem(problem);
        }
        enable(true);
        // A disabled button loses the focus; the one that can be used next gets it.
        if (focused && document.activeElement === document.body)
            buttons.find((button) => !button.disabled)?.focus();
    }

    const submit = (event) => {
        event.preventDefault();
        const given = path.value.trim();
        perform('load', given ? { path: given } : {}, 'The plug-in was loaded.');
    };
    unload.addEventListener('click', () =>
        perform('unload', {}, 'The plug-in was unloaded, and its menus were removed.'),
    );
    reload.addEventListener('click', () => perform('reload', {}, 'The plug-in was reloaded.'));
    const element = h(
        'form',
        { class: 'plugin-tools', 'aria-label': 'Load and unload', on: { submit } },
        h('div', { class: 'field' }, h('label', { for: path.id }, 'File to load'), path),
        load,
        unload,
        reload,
    );
    enable(false); // until it is known what is loaded
    return {
        element,
        show: (plugin) => {
            state = plugin.state;
            enable(true);
        },
    };
}

function open(main) {
    const tools = make_tools();
    const status = h('div', { class: 'plugin-status' });
    const misbehaviour = h('div');
    const timeline = make_timeline();
    const log = make_log();
    const is_changed = make_change_check();

    async function refresh_plugin() {
        const plugin = await get('/api/plugin');
        if (!is_changed(plugin)) return;
        tools.show(plugin);
        replace(status, draw_status(plugin));
        replace(misbehaviour, draw_misbehaviour(plugin.misbehaviour));
    }

    replace(
        main,
        h(
            'div',
            { class: 'plugin' },
            h('div', { class: 'page-head' }, h('h1', null, 'Plug-in'), tools.element),
            h(
                'section',
                { class: 'panel', 'aria-labelledby': 'loaded-heading' },
                h('h2', { id: 'loaded-heading', class: 'visually-hidden' }, 'What is loaded'),
                status,
                misbehaviour,
            ),
            timeline.element,
            log.element,
        ),
    );
    const stops = [
        listen(['plugin', 'log'], refresh_plugin),
        listen(['audit', 'messages', 'plugin'], async () => timeline.show(await get('/api/timeline'))),
        listen(['log'], async () => log.show((await get('/api/log')).lines)),
    ];
    document.addEventListener('time-zone', timeline.draw);
    stops.push(() => document.removeEventListener('time-zone', timeline.draw));
    return () => stops.forEach((stop) => stop());
}

page('/plugin', open);
