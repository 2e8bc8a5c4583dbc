// Drawing a list anew without disturbing it: what is the same keeps its element, and the focus stays.

const drawn_in = new WeakMap();

/**
 * Makes the children of parent those of the items. Only elements of items that changed are touched.
 * @template T
 * @param {HTMLElement} parent all its children are drawn by this
 * @param {T[]} items plain data
 * @param {(item: T) => string|number} key_of unique in the list
 * @param {(item: T) => {node: HTMLElement, update?: (item: T) => void, close?: () => void}} make called once
 *     each key; update when its item differs (without update it is made anew), close when it is gone
 * @param {(item: T) => any} content_of what differs when the item does, by ===
 */
export function draw_list(parent, items, key_of, make, content_of = JSON.stringify) {
    const old = drawn_in.get(parent) ?? new Map();
    const drawn = new Map();
    const focus = focused_child(parent);
    for (const item of items) {
        const key = key_of(item);
        const content = content_of(item);
        const before = old.get(key);
        if (before && (before.content === content || before.update)) {
            if (before.content !== content) before.update(item);
            before.content = content;
            drawn.set(key, before);
        } else {
            drawn.set(key, { ...make(item), content });
        }
    }
    for (const [key, before] of old) {
        if (drawn.get(key) === before) continue;
        before.node.remove();
        before.close?.();
    }
    put_in_order(
        parent,
        [...drawn.values()].map(({ node }) => node),
    );
    drawn_in.set(parent, drawn);
    if (focus && !focus.child.isConnected) focus_near(parent, focus);
}

function put_in_order(parent, nodes) {
    let next = parent.firstChild;
    for (const node of nodes) {
        if (node === next) next = next.nextSibling;
        else parent.insertBefore(node, next);
    }
}

function focused_child(parent) {
    const children = [...parent.children];
    const index = children.findIndex((child) => child.contains(document.activeElement));
    return index < 0 ? null : { child: children[index], index };
}

/** The element with the focus is gone: the one that took its place gets it, or the list as a whole. */
function focus_near(parent, { index }) {
    const child = parent.children[Math.min(index, parent.children.length - 1)];
    const control = child?.querySelector('button, a[href], input, select, textarea');
    if (!control) parent.tabIndex = -1;
    (control ?? parent).focus();
}
