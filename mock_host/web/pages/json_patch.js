// JSON Patches (RFC 6902) as the plug-in sends them: add, replace and remove.

/**
 * What patches make of a document. The document stays as it is, and what no patch touches is shared with it, so that
 * what differs can be told by ===.
 * @param {object} document
 * @param {{op: string, path: string, value?: any}[][]} patches
 * @throws {Error} when one does not fit
 */
export function patched(document, patches) {
    const own = new Set();
    const root = own_copy({ document }, own);
    for (const operation of patches.flat()) apply(root, operation, own);
    return root.document;
}

function apply(root, { op, path, value }, own) {
    const parts = ['document', ...path.split('/').slice(1).map(unescaped)];
    const last = parts.pop();
    let holder = root;
    for (const part of parts) {
        const child = holder[part];
        if (typeof child !== 'object' || child === null) throw new Error(`The patch does not fit: ${path}`);
        if (!own.has(child)) holder[part] = own_copy(child, own);
        holder = holder[part];
    }
    if (op !== 'add' && !(last in holder)) throw new Error(`The patch does not fit: ${path}`);
    if (op === 'replace' || (op === 'add' && !Array.isArray(holder))) holder[last] = value;
    else if (op === 'add') holder.splice(last === '-' ? holder.length : Number(last), 0, value);
    else if (op === 'remove' && Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (op === 'remove') delete holder[last];
    else throw new Error(`Unknown patch operation: ${op}`);
}

function own_copy(value, own) {
    const copy = Array.isArray(value) ? [...value] : { ...value };
    own.add(copy);
    return copy;
}

const unescaped = (part) => part.replaceAll('~1', '/').replaceAll('~0', '~');
