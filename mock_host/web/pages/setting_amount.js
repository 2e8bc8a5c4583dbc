// The control of a setting that counts something: a number, and where the plug-in offers them, a unit to read it in.
import { h, set_text } from './dom.js';

const day_seconds = 86_400;

/** The units that a setting is read in; the setting's own when the plug-in offers no others. */
function units_of(setting) {
    return setting.units?.length ? setting.units : [{ label: setting.unit ?? '', size: 1 }];
}

/** The largest unit of which a value is a multiple. A single day is read in hours, as people do. */
function unit_of(value, units, is_seconds) {
    const fitting = units.filter(
        ({ size }) => value >= size && value % size === 0 && !(is_seconds && size === day_seconds && value === size),
    );
    return fitting.at(-1) ?? units[0];
}

/** "24 hours", "1 minute": in `shown` where that comes out even. A unit that is the only one need not be said. */
function amount_words(value, units, shown, is_seconds) {
    const unit = value % shown.size === 0 ? shown : unit_of(value, units, is_seconds);
    const count = value / unit.size;
    const words = count.toLocaleString('en-US');
    return units.length === 1 ? words : `${words} ${count === 1 ? unit.singular : unit.label}`;
}

/** {element, control, get, set, problem}: problem() says what is wrong with what is typed; empty: nothing. */
export function make_amount(setting, id, changed) {
    const units = units_of(setting);
    const is_seconds = setting.unit === 'seconds';
    const has_bounds = setting.minimum !== undefined && setting.maximum !== undefined;
    const input = h('input', { id, type: 'number', step: 'any', on: { input: changed } });
    const choice = h(
        'select',
        { 'aria-label': `Unit of ${setting.label}`, hidden: units.length === 1, on: { change: use_unit } },
        units.map(({ label, size }) => h('option', { value: String(size) }, label)),
    );
    const only_unit = h('span', { class: 'unit', hidden: units.length > 1 }, units[0].label);
    const bounds = h('span', { class: 'bounds', hidden: !has_bounds });

    const shown = () => units.find(({ size }) => String(size) === choice.value) ?? units[0];
    const words = (value) => amount_words(value, units, shown(), is_seconds);
    const range = () => `${words(setting.minimum)} to ${words(setting.maximum)}`;

    /** "1 minute to 720 hours", "1 to 6,000 segments a minute". */
    const range_with_unit = () =>
        units.length === 1 && units[0].label ? `${range()} ${units[0].label}` : range();

    function use_unit() {
        if (has_bounds) set_text(bounds, range());
        changed();
    }
    /** In the setting's unit; what is no whole number of these stays as it was typed. */
    function get() {
        const typed = input.value.trim();
        const value = Math.round(Number(typed) * shown().size * 1e6) / 1e6;
        return typed !== '' && Number.isInteger(value) ? value : typed;
    }
    function set(value) {
        const unit = unit_of(value, units, is_seconds);
        choice.value = String(unit.size);
        input.value = String(value / unit.size);
        if (has_bounds) set_text(bounds, range());
    }
    function problem() {
        const value = get();
        if (typeof value !== 'number')
            return has_bounds ? `Enter a number: ${range_with_unit()}.` : 'Enter a whole number.';
        if (has_bounds && (value < setting.minimum || value > setting.maximum)) return `Enter ${range_with_unit()}.`;
        return '';
    }
    return {
        element: h('span', { class: 'with-unit' }, input, choice, only_unit, bounds),
        control: input,
        get,
        set,
        problem,
    };
}
