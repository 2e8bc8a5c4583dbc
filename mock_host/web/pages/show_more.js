// A long list begins short: the button under it shows twice as much of it with each press.
import { h, set_text } from './dom.js';

/** `{element, begin_of(items)}`: the button, and what to show of a list. draw is called for more to be shown. */
export function make_show_more(at_first, draw) {
    let most = at_first;
    const element = h('button', {
        type: 'button',
        hidden: true,
        on: {
            click: () => {
                most *= 2;
                draw();
            },
        },
    });

    function begin_of(items) {
        element.hidden = items.length <= most;
        set_text(element, `Show more (${items.length - most} left)`);
        return items.slice(0, most);
    }
    return { element, begin_of };
}
