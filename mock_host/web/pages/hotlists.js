// Hotlists: all of them, and one with its employees. The icons of a row are what the plug-in populates there.
import { ApiProblem, get } from './api.js';
import { actions_button } from './actions_button.js';
import { h, replace, set_text } from './dom.js';
import { draw_list } from './keyed.js';
import { draw_hotlist_row, hotlist_columns } from './hotlist_row.js';
import { listen } from './live.js';
import { plugin_items } from './records.js';
import { page } from './router.js';
import { say_problem } from './say.js';
import { make_verdicts, verdict_topics } from './verdicts.js';

page('/hotlists', (main) => {
    const rows = h('tbody');
    const heads = ['Name', 'Description', 'Owner'].map((title) => h('th', { scope: 'col' }, title));
    const table = h('table', { 'aria-label': 'Hotlists' }, h('thead', null, h('tr', null, heads)), rows);
    replace(main, h('h1', null, 'Hotlists'), h('div', { class: 'wide-table' }, table));
    return listen(['records'], async () => {
        const { hotlists } = await get('/api/hotlists');
        draw_list(rows, hotlists, ({ id }) => id, draw_hotlist);
    });
});

function draw_hotlist({ id, name, description, owner }) {
    const link = h('a', { href: `#/hotlists/${id}` }, name);
    return { node: h('tr', null, h('td', null, link), h('td', null, description), h('td', null, owner)) };
}

page('/hotlists/:id', (main, { id }) => {
    const heading = h('h1');
    const description = h('p', { class: 'muted' });
    const rows = h('tbody');
    const heads = hotlist_columns.map((title) => h('th', { scope: 'col' }, title));
    const table = h('table', { class: 'hotlist' }, h('thead', null, h('tr', null, heads)), rows);
    const button = actions_button(async () => [{ items: await plugin_items('hotlist', [], Number(id)) }]);
    replace(
        main,
        h('div', { class: 'bar record-head' }, heading, button),
        description,
        h('div', { class: 'wide-table' }, table),
    );
    const drawn = new Map();
    const verdicts = make_verdicts('employee', () => {
        for (const [employee_id, row] of drawn) row.draw_verdict(verdicts.of(employee_id));
    });

    const stop = listen(['records'], async () => {
        let hotlist;
        try {
            hotlist = await get(`/api/hotlists/${encodeURIComponent(id)}`);
        } catch (problem) {
            if (!(problem instanceof ApiProblem) || problem.status !== 404) throw problem;
            if (!heading.isConnected) return; // main shows another page by now
            replace(main, h('h1', null, 'Not found'), h('p', null, problem.message));
            return;
        }
        set_text(heading, hotlist.name);
        set_text(description, hotlist.description);
        table.setAttribute('aria-label', hotlist.name);
        draw_list(
            rows,
            hotlist.rows,
            ({ employee_id }) => employee_id,
            (row) => {
                const made = draw_hotlist_row(row, hotlist.id);
                drawn.set(row.employee_id, made);
                made.draw_verdict(verdicts.of(row.employee_id));
                // A row that changed is made anew before the old one is closed.
                const close = () => drawn.get(row.employee_id) === made && drawn.delete(row.employee_id);
                return { ...made, close };
            },
        );
        verdicts.ask([...drawn.keys()]).catch(say_problem);
    });
    const stop_verdicts = listen(verdict_topics, () => verdicts.ask([...drawn.keys()]));
    const stop_icons = listen(['records', 'plugin', 'session', 'accounts', 'settings'], async () => {
        for (const row of [...drawn.values()]) await row.draw_icons();
    });
    return () => {
        stop();
        stop_icons();
        stop_verdicts();
        verdicts.close();
        drawn.clear();
    };
});
