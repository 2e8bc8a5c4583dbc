// Staying up to date: the mock host says which topics changed, and whoever shows one fetches it again.
import { ApiProblem } from './api.js';
import { say } from './say.js';

const retry_milliseconds = 1000;
const listeners = new Set();

let source = null;
let run = null;
let is_cut_off = false;

/**
 * Calls refresh() now and after every change of one of the topics, one call at a time: what changes meanwhile
 * makes one more call. Gives a function that ends this.
 * @param {string[]} topics
 * @param {() => (Promise<void>|void)} refresh
 */
export function listen(topics, refresh) {
    connect();
    const listener = { topics, refresh, is_running: false, is_due: false };
    listeners.add(listener);
    call(listener);
    return () => listeners.delete(listener);
}

/** Whoever shows the topic has fetched it again. */
export function refreshed(topic) {
    return Promise.all([...listeners].filter(({ topics }) => topics.includes(topic)).map(call));
}

function call(listener) {
    listener.is_due = true;
    if (!listener.is_running) listener.done = call_while_due(listener);
    return listener.done;
}

async function call_while_due(listener) {
    listener.is_running = true;
    while (listener.is_due && listeners.has(listener)) {
        listener.is_due = false;
        try {
            await listener.refresh();
        } catch (problem) {
            report(problem);
        }
    }
    listener.is_running = false;
}

/** What cannot be reached is told once, by the bar; anything else by its words. */
function report(problem) {
    if (problem instanceof ApiProblem && problem.status === 0) return;
    if (!(problem instanceof ApiProblem)) console.error(problem);
    say(problem.message, 'error');
}

function connect() {
    if (source !== null) return;
    source = new EventSource('/api/events');
    source.addEventListener('hello', (event) => greet(JSON.parse(event.data).run));
    source.addEventListener('changed', (event) => refresh_those_of(JSON.parse(event.data).topics));
    source.addEventListener('error', try_again_soon);
}

function greet(new_run) {
    if (run !== null && run !== new_run) {
        location.reload();
        return;
    }
    run = new_run;
    if (!is_cut_off) return;
    show_cut_off(false);
    listeners.forEach(call);
}

function refresh_those_of(topics) {
    for (const listener of listeners) {
        if (listener.topics.some((topic) => topics.includes(topic))) call(listener);
    }
}

function try_again_soon() {
    source.close();
    show_cut_off(true);
    setTimeout(() => {
        source = null;
        connect();
    }, retry_milliseconds);
}

function show_cut_off(is_cut) {
    is_cut_off = is_cut;
    const bar = document.getElementById('connection');
    bar.hidden = !is_cut;
    bar.textContent = is_cut
        ? 'The mock host is not responding. This page reconnects on its own when the mock host is running again.'
        : '';
}
