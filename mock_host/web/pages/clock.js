// The host's clock among the test tools: what it shows, time that passes at a press, and a clock that is wrong.
import { post } from './api.js';
import { h, set_text } from './dom.js';
import { say_problem } from './say.js';
import { clock_words } from './words.js';

const hour_milliseconds = 60 * 60 * 1000;
const day_milliseconds = 24 * hour_milliseconds;

/** What the clock can be set to: how far it is ahead then, what is said of it, and what the server is told. */
const clock_settings = [
    [0, 'Clock is correct', {}],
    [10 * 60 * 1000, '10 minutes ahead', { ahead: '10m' }],
    [hour_milliseconds, '1 hour ahead', { ahead: '1h' }],
    [30 * day_milliseconds, '30 days ahead', { ahead: '30d' }],
    [-10 * 60 * 1000, '10 minutes behind', { behind: '10m' }],
    [-hour_milliseconds, '1 hour behind', { behind: '1h' }],
    [-30 * day_milliseconds, '30 days behind', { behind: '30d' }],
];

/** The time, and what moves and sets it. */
export function draw_clock() {
    const time = h('span', { role: 'timer', 'aria-label': 'Clock' });
    const advance = (words) => () => post('/api/clock', { advance: words }).catch(say_problem);
    const button = (label, words) => h('button', { type: 'button', on: { click: advance(words) } }, label);
    const setting = draw_clock_setting();
    let ahead_milliseconds = null;

    function draw() {
        if (ahead_milliseconds !== null)
            set_text(time, clock_words(new Date(Date.now() + ahead_milliseconds)));
    }
    setInterval(draw, 1000);

    return {
        node: h(
            'div',
            { class: 'clock' },
            time,
            h(
                'div',
                { class: 'clock-steps', role: 'group', 'aria-label': 'Let time pass' },
                button('+1 minute', '1m'),
                button('+1 hour', '1h'),
                button('+1 day', '1d'),
            ),
            setting.node,
        ),
        set(frame) {
            ahead_milliseconds = Date.parse(frame.clock) - Date.now();
            setting.show(frame.clock_ahead_milliseconds);
            draw();
        },
    };
}

/** Sets the clock, as somebody does who corrects it: no time passes, and the carrier's stays right. */
function draw_clock_setting() {
    let shown = 0;
    const other = h('option', { value: 'other', hidden: true }, 'Clock is wrong');
    const select = h(
        'select',
        {
            'aria-label': 'Set the clock',
            title: "Sets only this computer's clock. No time passes, and the carrier's clock stays correct.",
            on: { change: () => set_to(select.value) },
        },
        clock_settings.map(([ahead, words]) => h('option', { value: String(ahead) }, words)),
        other,
    );

    function set_to(value) {
        const [, , set] = clock_settings.find(([ahead]) => String(ahead) === value);
        post('/api/clock', { set }).catch((problem) => {
            show(shown);
            say_problem(problem);
        });
    }

    function show(ahead) {
        shown = ahead;
        select.value = clock_settings.some(([listed]) => listed === ahead) ? String(ahead) : other.value;
    }
    return { node: select, show };
}
