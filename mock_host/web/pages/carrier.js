// The page of the simulated carrier: what goes wrong, what was asked of it, what it called.
import { h, replace, set_text } from './dom.js';
import { get } from './api.js';
import { make_carrier_accounts } from './carrier_accounts.js';
import { make_faults } from './carrier_faults.js';
import { make_text_in } from './carrier_text_in.js';
import { make_carrier_texts } from './carrier_texts.js';
import { listen } from './live.js';
import { page } from './router.js';
import { make_table, row } from './table.js';
import { second_element } from './words.js';

/** So many of the newest rows are drawn; the carrier keeps thousands. */
const max_rows = 300;

function parameters_words(parameters) {
    return Object.entries(parameters ?? {})
        .map(([name, values]) => `${name}=${[values].flat().join(', ')}`)
        .join('  ');
}

function words_of(request) {
    const { method, path, parameters, fault, status } = request;
    return `${method} ${path} ${parameters_words(parameters)} ${fault ?? ''} ${status}`.toLowerCase();
}

/** The plug-in looks for replies every few seconds. */
function is_looking({ method, path }) {
    return path === '/message/list' || (method === 'GET' && path.endsWith('/Messages.json'));
}

function row_of_request(request) {
    const is_bad = request.status === 0 || request.status >= 400;
    return row(
        { text: second_element(request.when), class: 'when' },
        request.method,
        { text: request.path, class: 'code path' },
        { text: parameters_words(request.parameters), class: 'code' },
        request.fault ?? '',
        { text: request.status || 'no answer', class: is_bad ? 'number path error' : 'number' },
    );
}

function row_of_callback(callback) {
    return row(
        { text: second_element(callback.when), class: 'when' },
        { text: callback.url, class: 'code' },
        { text: callback.status || '', class: 'number' },
        { text: callback.error ?? '', class: 'error' },
    );
}

function make_requests() {
    let requests = [];
    const filter = h('input', {
        type: 'search',
        id: 'request-filter',
        placeholder: 'Path, parameter, status …',
    });
    const no_looking = h('input', { type: 'checkbox', id: 'request-no-looking' });
    const counted = h('p', { class: 'muted' });
    const table = make_table('Requests', ['When', 'Method', 'Path', 'Parameters', 'Fault', 'Answer']);

    function show() {
        const words = filter.value.trim().toLowerCase();
        const matching = [...requests]
            .reverse()
            .filter((each) => !(no_looking.checked && is_looking(each)) && words_of(each).includes(words));
        const shown = matching.slice(0, max_rows);
        const is_all = shown.length === matching.length;
        set_text(
            counted,
            `${is_all ? '' : `The newest ${shown.length} of `}${matching.length} requests; secrets are hidden.`,
        );
        table.show(shown.map(row_of_request));
    }

    filter.addEventListener('input', show);
    no_looking.addEventListener('change', show);
    const element = h(
        'section',
        { 'aria-labelledby': 'requests-heading' },
        h('h2', { id: 'requests-heading' }, 'Requests'),
        h(
            'div',
            { class: 'filters' },
            h('div', { class: 'field' }, h('label', { for: filter.id }, 'Filter'), filter),
            h('label', null, no_looking, 'Hide polling for replies'),
            counted,
        ),
        table.element,
    );
    return {
        element,
        show: (fresh) => {
            requests = fresh;
            show();
        },
    };
}

function make_callbacks() {
    const table = make_table('Callbacks', ['When', 'Address', 'Answer', 'Problem']);
    const none = h(
        'p',
        { class: 'empty' },
        'None yet. The carrier calls where a webhook address is set, under Administration > Settings.',
    );
    const element = h(
        'section',
        { 'aria-labelledby': 'callbacks-heading' },
        h('h2', { id: 'callbacks-heading' }, 'Callbacks'),
        none,
        table.element,
    );
    function show(callbacks) {
        none.hidden = callbacks.length > 0;
        table.element.hidden = callbacks.length === 0;
        table.show([...callbacks].reverse().slice(0, max_rows).map(row_of_callback));
    }
    return { element, show };
}

function open(main) {
    const address = h('code');
    const faults = make_faults(refresh);
    const accounts = make_carrier_accounts(refresh);
    const text_in = make_text_in();
    const texts = make_carrier_texts();
    const requests = make_requests();
    const callbacks = make_callbacks();

    async function refresh() {
        const carrier = await get('/api/carrier');
        set_text(address, carrier.url);
        faults.show(carrier.faults);
        accounts.show(carrier.accounts);
        texts.show(carrier.texts);
        requests.show(carrier.requests);
        callbacks.show(carrier.callbacks);
    }

    replace(
        main,
        h(
            'div',
            { class: 'carrier' },
            h(
                'div',
                { class: 'page-head' },
                h('h1', null, 'Carrier'),
                h('p', { class: 'muted' }, 'Simulated, at ', address),
            ),
            faults.element,
            accounts.element,
            text_in.element,
            texts.element,
            requests.element,
            callbacks.element,
        ),
    );
    const stops = [
        listen(['carrier', 'handsets'], refresh),
        listen(['accounts', 'handsets'], text_in.show_lines),
    ];
    return () => stops.forEach((stop) => stop());
}

page('/carrier', open);
