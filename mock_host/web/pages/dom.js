// Making elements. Nothing here, nor anywhere in the pages, reads a string as HTML: data goes in as text.

/** Attributes whose state is the property, not the attribute, once a person has used the control. */
const live_properties = new Set(['value', 'checked', 'selected', 'indeterminate']);

/**
 * Makes an element.
 * @param {string} tag
 * @param {object} props attributes by name (false, null: left out; true: empty), and besides:
 *     text (its text), on ({click: f}), data ({row: 7} is data-row), value, checked, selected
 * @param {...(Node|string|number|null|false|Array)} children strings become text nodes, null nothing
 */
export function h(tag, props, ...children) {
    const element = document.createElement(tag);
    const { text, on, data, ...attributes } = props ?? {};
    for (const [name, value] of Object.entries(attributes)) {
        if (!live_properties.has(name)) set_attribute(element, name, value);
    }
    for (const [event, handler] of Object.entries(on ?? {})) element.addEventListener(event, handler);
    Object.assign(element.dataset, data);
    if (text !== undefined && text !== null) element.append(String(text));
    element.append(...nodes_of(children));
    for (const name of live_properties) {
        if (attributes[name] !== undefined) element[name] = attributes[name];
    }
    return element;
}

/** Sets an attribute; false, null and undefined take it away. Leaves an equal one alone. */
export function set_attribute(element, name, value) {
    if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== plain(value)) element.setAttribute(name, plain(value));
}

/** Sets the text of an element, only when it differs, so that a live region speaks only of changes. */
export function set_text(element, words) {
    const text = String(words ?? '');
    if (element.textContent !== text) element.textContent = text;
}

/** Puts these children in the place of all that are there. */
export function replace(parent, ...children) {
    parent.replaceChildren(...nodes_of(children));
}

/** A number for the id of an element that a label, a description or a heading is bound to. */
export function new_id(prefix) {
    last_id += 1;
    return `${prefix}-${last_id}`;
}

let last_id = 0;

function plain(value) {
    return value === true ? '' : String(value);
}

function nodes_of(children) {
    return children
        .flat(Infinity)
        .filter((child) => child !== null && child !== undefined && child !== false)
        .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
