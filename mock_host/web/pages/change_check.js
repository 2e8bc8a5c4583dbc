// What the server tells again and again is drawn only when it differs: whoever is in the middle of it stays there.

/** A function that says whether what it is given differs from what it was given last. */
export function make_change_check() {
    let last = '';
    return (value) => {
        const now = JSON.stringify(value);
        if (now === last) return false;
        last = now;
        return true;
    };
}
