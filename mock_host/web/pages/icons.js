// Pictures in buttons.

const svg = 'http://www.w3.org/2000/svg';

export function draw_cell_phone() {
    const picture = document.createElementNS(svg, 'svg');
    const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' };
    for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, value);
    const path = document.createElementNS(svg, 'path');
    path.setAttribute(
        'd',
        'M5 1h6l1 1v12l-1 1H5l-1-1V2zM5.2 3v8.5h5.6V3zM7 12.7v1h2v-1z',
    );
    path.setAttribute('fill', 'currentColor');
    path.setAttribute('fill-rule', 'evenodd');
    picture.append(path);
    return picture;
}
