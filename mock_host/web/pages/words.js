// How numbers, times and durations are written for people.
import { h } from './dom.js';

/** A count as people write it: "10,000". */
export const number_words = (count) => count.toLocaleString('en-US');

/** "+16515550101" as "(651) 555-0101"; numbers of other countries stay as they are. */
export function phone_words(number) {
    const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
    return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}

const to_the_minute = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' };
const to_the_second = { ...to_the_minute, second: '2-digit' };

const of_clock = { dateStyle: 'medium', timeStyle: 'long' };

/** Never the browser's: until the host has said which one, times are those of UTC. */
let zone = 'UTC';
const formats = new Map();

/** Times are shown where whoever is logged in works. Those on the page are rewritten. */
export function set_time_zone(time_zone) {
    if (zone === time_zone) return;
    zone = time_zone;
    formats.clear();
    for (const element of document.querySelectorAll('time[data-shown]')) {
        element.textContent =
            element.dataset.shown === 'second'
                ? second_words(element.dateTime)
                : time_words(element.dateTime);
    }
    document.dispatchEvent(new CustomEvent('time-zone'));
}

function formatted(options, iso) {
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return String(iso ?? '');
    if (!formats.has(options))
        formats.set(options, new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }));
    return formats.get(options).format(moment);
}

/** An ISO time as "Mar 2, 12:00 PM". */
export function time_words(iso) {
    return formatted(to_the_minute, iso);
}

/** The same with seconds, for logs. */
export function second_words(iso) {
    return formatted(to_the_second, iso);
}

/** The time on a clock: "Mar 2, 2026, 12:00:05 PM CST". */
export function clock_words(moment) {
    return formatted(of_clock, moment);
}

/** An element with the time that stays right when the time zone changes. */
export function time_element(iso) {
    return h('time', { datetime: iso, data: { shown: 'minute' } }, time_words(iso));
}

/** The same with seconds. */
export function second_element(iso) {
    return h('time', { datetime: iso, data: { shown: 'second' } }, second_words(iso));
}

/** Milliseconds in the two largest units: "40 ms", "2.5 s", "3 min 5 s", "1 d 2 h". */
export function duration_words(milliseconds) {
    if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000) return `${Math.round(milliseconds / 100) / 10} s`;
    const seconds = Math.round(milliseconds / 1000);
    const parts = [
        [Math.floor(seconds / 86_400), 'd'],
        [Math.floor(seconds / 3600) % 24, 'h'],
        [Math.floor(seconds / 60) % 60, 'min'],
        [seconds % 60, 's'],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ');
}
