// Administration > Store: backups of what the plug-in keeps, made while it is at work and put back.
import { h, replace, set_text } from './dom.js';
import { administration_page } from './administration.js';
import { get, post } from './api.js';
import { listen } from './live.js';
import { say, say_problem } from './say.js';
import { make_table, row } from './table.js';
import { confirm } from './window.js';
import { second_element } from './words.js';

const what_restoring_means =
    'It lacks all texts, replies, settings and log entries since it was made. The current store is kept beside ' +
    'it. Texts that wait in the backup may have been sent since: Send Text looks for each in the ' +
    "carrier's list before sending it, so nobody is texted twice.";

function size_words(bytes) {
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function name_of(path) {
    return path.split(/[\\/]/).pop();
}

async function restore(path, working) {
    if (path === '') {
        say('Enter the full path of a backup.', 'warning');
        return;
    }
    const words = `Restore ${name_of(path)}? ${what_restoring_means}`;
    if (!(await confirm(words, 'Restore'))) return;
    await working(async () => {
        await post('/api/store/restore', { path });
        say(`${name_of(path)} was restored.`, 'success');
    });
}

function open(main) {
    const refusal = h('p', { class: 'empty', role: 'status' });
    const folder = h('p', { class: 'muted' });
    const make = h('button', { type: 'button', on: { click: back_up } }, 'Back up now');
    const written = h('p', { role: 'status', 'aria-label': 'Backup' });
    const table = make_table('Backups', ['When', 'File', 'Size', '']);
    const path = h('input', { id: 'store-path', class: 'path', autocomplete: 'off', spellcheck: 'false' });
    const restore_given = h('button', { type: 'button', on: { click: () => restore(path.value.trim(), working) } }, 'Restore …');
    const offers = h(
        'div',
        { hidden: true },
        h('div', { class: 'filters' }, make, written),
        folder,
        table.element,
        h('h2', null, 'From another place'),
        h(
            'div',
            { class: 'filters' },
            h('div', { class: 'field' }, h('label', { for: path.id }, 'Full path of a backup'), path),
            restore_given,
        ),
    );

    /** One thing at a time: what is asked for meanwhile could not be told from it. */
    async function working(work) {
        const buttons = offers.querySelectorAll('button');
        for (const button of buttons) button.disabled = true;
        try {
            await work();
        } catch (problem) {
            say_problem(problem);
        } finally {
            for (const button of buttons) button.disabled = false;
        }
    }

    function back_up() {
        set_text(written, 'Making a backup …');
        return working(async () => {
            try {
                const made = await post('/api/store/backups', { path: '' });
                set_text(written, `The backup is ${made.path}`);
            } catch (problem) {
                set_text(written, '');
                throw problem;
            }
        });
    }

    function draw(backup) {
        const label = `Restore ${name_of(backup.path)}`;
        const click = () => restore(backup.path, working);
        return row(
            { text: second_element(backup.at), class: 'when' },
            { text: h('span', { title: backup.path }, name_of(backup.path)), class: 'path' },
            { text: size_words(backup.size), class: 'number' },
            { text: h('button', { type: 'button', 'aria-label': label, on: { click } }, 'Restore …'), class: 'tools' },
        );
    }

    async function refresh() {
        const answer = await get('/api/store/backups');
        const is_offered = answer.refusal === '';
        offers.hidden = !is_offered;
        table.element.hidden = answer.backups.length === 0;
        table.show(answer.backups.map(draw));
        set_text(folder, is_offered ? `Backups are kept in ${answer.folder}` : '');
        set_text(refusal, answer.refusal || (answer.backups.length === 0 ? 'No backups yet.' : ''));
        refusal.hidden = refusal.textContent === '';
    }

    replace(
        main,
        h('h1', null, 'Store'),
        h('section', { class: 'services', 'aria-label': 'Backups' }, refusal, offers),
    );
    return listen(['backups', 'session', 'plugin'], refresh);
}

administration_page('/administration/store', 'Store', open);
