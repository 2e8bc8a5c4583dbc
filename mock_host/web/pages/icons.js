// Pictures on buttons. They say nothing to a screen reader: the button has a name.

const svg = 'http://www.w3.org/2000/svg';

const shapes = {
    cell_phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M11 18h2',
    bell: 'M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6z M10 19a2 2 0 0 0 4 0',
    tools: 'M4 7h9 M17 7h3 M4 17h3 M11 17h9 M13 4v6 M7 14v6',
    down: 'M6 9l6 6 6-6',
};

/** A line drawing as large as the words beside it. */
export function icon(name) {
    const element = document.createElementNS(svg, 'svg');
    const attributes = { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' };
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', shapes[name]);
    element.append(path);
    return element;
}
