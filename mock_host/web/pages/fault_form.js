// The form of a new fault: what goes wrong, with which requests, how often.
import { h } from './dom.js';
import { fault_kinds } from './fault_words.js';

const fields = [
    {
        id: 'milliseconds',
        label: 'Time',
        unit: 'ms',
        minimum: 0,
        maximum: 3_600_000,
        value: 5000,
        of_kind: true,
    },
    { id: 'status', label: 'HTTP status', minimum: 200, maximum: 599, value: 503, of_kind: true },
    {
        id: 'retry_after_seconds',
        label: 'Retry-After',
        unit: 's',
        minimum: 0,
        maximum: 86_400,
        is_optional: true,
        of_kind: true,
    },
    {
        id: 'code',
        label: 'Error code',
        minimum: -100_000,
        maximum: 100_000,
        is_optional: true,
        placeholder: 'none',
        of_kind: true,
    },
    { id: 'message', label: 'Words', is_text: true, is_optional: true, of_kind: true },
    { id: 'seconds', label: 'Late by', unit: 's', minimum: 0, maximum: 86_400, value: 120, of_kind: true },
    { id: 'entries', label: 'Entries', minimum: -1000, maximum: 1000, value: 1, of_kind: true },
    { id: 'appended', label: 'Words to append', is_text: true, of_kind: true },
    {
        id: 'path',
        label: 'Path',
        is_text: true,
        is_optional: true,
        placeholder: 'every path',
        pattern: '/.*',
    },
    { id: 'skip', label: 'Skip first', minimum: 0, maximum: 1_000_000_000, value: 0 },
    {
        id: 'times',
        label: 'Times',
        minimum: 1,
        maximum: 1_000_000_000,
        is_optional: true,
        placeholder: 'forever',
    },
];

function input_of(field) {
    const common = { id: `fault-${field.id}`, placeholder: field.placeholder, required: !field.is_optional };
    if (field.is_text)
        return h('input', {
            ...common,
            type: 'text',
            pattern: field.pattern,
            autocomplete: 'off',
            spellcheck: 'false',
        });
    return h('input', {
        ...common,
        type: 'number',
        min: field.minimum,
        max: field.maximum,
        step: 1,
        value: String(field.value ?? ''),
    });
}

function draw_field(id, label, control, unit) {
    return h(
        'div',
        { class: 'field' },
        h('label', { for: id }, label),
        h('span', { class: 'with-unit' }, control, unit && h('span', { class: 'unit' }, unit)),
    );
}

/** Calls add(rule) for each rule that is filled in and sent off. */
export function make_fault_form(add) {
    const kind = h(
        'select',
        { id: 'fault-kind' },
        Object.entries(fault_kinds).map(([value, { label }]) => h('option', { value }, label)),
    );
    const method = h(
        'select',
        { id: 'fault-method' },
        [
            ['', 'every'],
            ['POST', 'POST'],
            ['GET', 'GET'],
        ].map(([value, words]) => h('option', { value }, words)),
    );
    const inputs = new Map(fields.map((field) => [field.id, input_of(field)]));
    const drawn = new Map(
        fields.map((field) => [
            field.id,
            draw_field(`fault-${field.id}`, field.label, inputs.get(field.id), field.unit),
        ]),
    );
    const of_kind = fields.filter((field) => field.of_kind);
    const belongs = (field) => !field.of_kind || fault_kinds[kind.value].fields.includes(field.id);

    function show_fields() {
        for (const field of of_kind) {
            drawn.get(field.id).hidden = !belongs(field);
            inputs.get(field.id).disabled = !belongs(field);
        }
    }

    function submit(event) {
        event.preventDefault();
        const rule = { fault: kind.value };
        if (method.value) rule.method = method.value;
        for (const field of fields.filter(belongs)) {
            const value = inputs.get(field.id).value.trim();
            if (value !== '') rule[field.id] = field.is_text ? value : Number(value);
        }
        add(rule);
    }

    kind.addEventListener('change', show_fields);
    show_fields();
    return h(
        'form',
        { class: 'fault-form', 'aria-label': 'Latency and faults', on: { submit } },
        draw_field('fault-kind', 'What happens', kind),
        of_kind.map((field) => drawn.get(field.id)),
        draw_field('fault-method', 'Method', method),
        fields.filter((field) => !field.of_kind).map((field) => drawn.get(field.id)),
        h('button', { type: 'submit' }, 'Add'),
    );
}
