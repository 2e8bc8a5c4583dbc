// Pages for administrators: anybody else is told so in the page's place, and no data is asked for.
import { get } from './api.js';
import { h, replace } from './dom.js';
import { listen } from './live.js';
import { page } from './router.js';

/** Why this user sees no page of the administration; empty: they do. */
function refusal(user) {
    if (!user) return 'Nobody is logged in. Log in as an administrator to see this page.';
    if (user.may_administer) return '';
    return 'You need the permission "administration" to see this page. Ask an administrator for it.';
}

/** As page() of the router; `title` stands over the words for those who may not. */
export function administration_page(pattern, title, open) {
    page(pattern, (main) => {
        let is_closed = false;
        let shown;
        let close = null;

        function show(words) {
            if (words === shown) return;
            shown = words;
            close?.();
            close = null;
            const had_focus = main.contains(document.activeElement);
            if (words) replace(main, h('h1', null, title), h('p', { class: 'empty', role: 'status' }, words));
            else close = open(main) ?? null;
            if (had_focus) focus_heading(main);
        }

        replace(main, h('h1', null, title));
        const stop = listen(['session'], async () => {
            const { user } = await get('/api/frame');
            if (!is_closed) show(refusal(user));
        });
        return () => {
            is_closed = true;
            stop();
            close?.();
        };
    });
}

function focus_heading(main) {
    const heading = main.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
}
