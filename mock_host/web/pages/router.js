// Which page is shown, by what stands behind the # of the address.

const pages = [];
let close_page = null;

/**
 * Adds a page.
 * @param {string} pattern such as '/employees/:id'
 * @param {(main: HTMLElement, parameters: object) => ((() => void)|void)} open draws it; gives what closes it
 */
export function page(pattern, open) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]);
    pages.push({ expression: new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`), names, open });
}

/** Where the page of a record is. */
export const record_address = ({ kind, id }) => `#/${kind}s/${id}`;

/** Put before it: a page of its own, without the windows that are open by then. */
export const record_beside_windows = '?beside_windows';

export function go(address) {
    location.hash = address;
}

/** Shows the page of the address, now and whenever the address changes. */
export function start(main) {
    window.addEventListener('hashchange', () => show(main, true));
    show(main, false);
}

function show(main, by_person) {
    const path = location.hash.replace(/^#/, '').replace(/\/$/, '');
    const found = find(path);
    if (!found) {
        history.replaceState(null, '', '#/employees');
        show(main, by_person);
        return;
    }
    close_page?.();
    close_page = null;
    main.replaceChildren();
    main.scrollTop = 0;
    window.scrollTo({ top: 0, behavior: 'instant' }); // a narrow page scrolls as a whole
    close_page = found.open(main, found.parameters) ?? null;
    document.title = `${main.querySelector('h1')?.textContent || 'Record'} – Mock host`;
    document.dispatchEvent(new CustomEvent('routed', { detail: { path } }));
    if (by_person) focus_heading(main);
}

function find(path) {
    for (const { expression, names, open } of pages) {
        const match = expression.exec(path);
        if (!match) continue;
        const values = match.slice(1).map(decodeURIComponent);
        return { open, parameters: Object.fromEntries(names.map((name, index) => [name, values[index]])) };
    }
    return null;
}

/** A screen reader says where it is, and Tab goes on from there. */
function focus_heading(main) {
    if (main.contains(document.activeElement)) return;
    const heading = main.querySelector('h1') ?? main;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
}
