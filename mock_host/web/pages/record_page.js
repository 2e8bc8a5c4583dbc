// What the pages of an employee and of a contact share: name, facts, contact methods and messages.
import { ApiProblem, get } from './api.js';
import { h, replace, set_text } from './dom.js';
import { listen } from './live.js';
import { draw_methods } from './methods.js';
import { draw_messages } from './messages.js';
import { draw_notices } from './record_notices.js';
import { say } from './say.js';
import { make_verdicts, verdict_topics } from './verdicts.js';

/**
 * @param {HTMLElement} main
 * @param {{kind: string, id: number}} record
 * @param {(person: object) => [string, string][]} facts_of labels with what stands there
 * @param {Node} actions the button beside the name
 */
export function open_record_page(main, record, facts_of, actions) {
    const address = `/api/records/${record.kind}/${record.id}`;
    const heading = h('h1');
    const facts = h('dl', { class: 'facts' });
    const methods = draw_methods(address);
    const messages = draw_messages(`${address}/messages`);
    const notices = draw_notices(record);
    const page = h(
        'div',
        { class: 'record' },
        h('div', { class: 'bar record-head' }, heading, actions),
        notices.node,
        facts,
        h('div', { class: 'record-columns' }, methods.node, messages.node),
    );

    const verdicts = make_verdicts(record.kind, () => methods.judge(verdicts.of(record.id)));
    const stop_verdicts = listen(['records', ...verdict_topics], () => verdicts.ask([record.id]));

    let is_closed = false;
    const stop = listen(['records'], async () => {
        let person;
        try {
            person = await get(address);
        } catch (problem) {
            if (is_closed) return;
            if (!(problem instanceof ApiProblem) || problem.status !== 404) throw problem;
            messages.close();
            notices.close();
            replace(main, h('h1', null, 'Not found'), h('p', null, problem.message));
            return;
        }
        if (is_closed) return; // main shows another page by now
        if (!page.isConnected) replace(main, page);
        set_text(heading, `${person.first_name} ${person.last_name}`.trim());
        document.title = `${heading.textContent} – Mock host`;
        replace(facts, facts_of(person).map(draw_fact));
        methods.update(person.methods);
    });
    return () => {
        is_closed = true;
        stop();
        stop_verdicts();
        verdicts.close();
        messages.close();
        notices.close();
    };
}

function draw_fact([label, value]) {
    const words = value === true ? 'Yes' : value === false ? 'No' : value;
    return h('div', null, h('dt', null, label), h('dd', null, words || '–'));
}

/** The host's own item of every record: its address, to be pasted elsewhere. */
export function copy_link_item() {
    return {
        label: 'Copy link',
        choose: () =>
            navigator.clipboard.writeText(location.href).then(
                () => say('The link to this record was copied.', 'success'),
                () => say('The browser blocked copying. Copy the link from the address bar.', 'warning'),
            ),
    };
}

/** Goes to the fields for one more way to reach this person. */
export function add_method_item() {
    return {
        label: 'Add contact method',
        choose: () => document.getElementById('new-method-value')?.focus(),
    };
}
