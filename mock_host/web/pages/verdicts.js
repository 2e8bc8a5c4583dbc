// Who of a list can be texted: asked of the plug-in while the list is used already, and told part by part.
import { ApiProblem, get, post, remove } from './api.js';
import { listen } from './live.js';

/** What may change a verdict besides the records themselves. */
export const verdict_topics = ['plugin', 'session', 'settings', 'audit', 'clock'];

/**
 * The verdicts of a list's records.
 * @param {string} kind of the records
 * @param {(is_offered: boolean) => void} draw called when there is more to be drawn; is_offered: whether a
 *     plug-in gives verdicts at all
 */
export function make_verdicts(kind, draw) {
    let verdicts = new Map();
    let asking = 0;

    /** Asks anew; what was asked before is cancelled. Ends when all is told, or another question came. */
    async function ask(ids) {
        const this_asking = ++asking;
        news.wake();
        const { id, refusal } = await post('/api/verdicts', { kind, ids });
        if (refusal) {
            if (this_asking === asking) show(new Map(), false);
            return;
        }
        try {
            await take_parts(id, () => this_asking === asking);
        } finally {
            await remove(`/api/verdicts/${id}`);
        }
    }

    /** Old verdicts stay until a new one comes, or all have come. */
    async function take_parts(id, is_wanted) {
        const fresh = new Map();
        let after = 0;
        let is_complete = false;
        while (!is_complete && is_wanted()) {
            const arrivals = news.count();
            const part = await get(`/api/verdicts/${id}?after=${after}`);
            if (!is_wanted()) return;
            for (const verdict of part.verdicts) {
                fresh.set(verdict.id, verdict);
                verdicts.set(verdict.id, verdict);
            }
            after = part.next;
            is_complete = part.is_complete;
            if (is_complete) show(part.failure ? verdicts : fresh, true);
            else draw(true);
            if (!is_complete && part.verdicts.length === 0) await news.after(arrivals);
        }
    }

    function show(changed, is_offered) {
        verdicts = changed;
        draw(is_offered);
    }

    const stop_news = news.start();
    function close() {
        asking += 1;
        news.wake();
        stop_news();
    }
    return {
        ask: (ids) => ask(ids).catch(say_unless_gone),
        of: (id) => verdicts.get(id),
        close,
    };
}

/** A host that cannot be reached is told by the bar; a question that is gone was ended by others. */
function say_unless_gone(problem) {
    if (problem instanceof ApiProblem && (problem.status === 0 || problem.status === 404)) return;
    throw problem;
}

/** Waiting for the topic "verdicts". */
const news = (() => {
    let arrivals = 0;
    let waiting = [];
    function wake() {
        arrivals += 1;
        for (const go_on of waiting.splice(0)) go_on();
    }
    return {
        wake,
        count: () => arrivals,
        after: (count) => (arrivals !== count ? null : new Promise((go_on) => waiting.push(go_on))),
        start: () => listen(['verdicts'], wake),
    };
})();
