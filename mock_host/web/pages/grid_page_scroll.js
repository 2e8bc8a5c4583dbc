// On a narrow page the page alone scrolls: a second scroll area below it would keep the finger in one of the two.
// The grid fills the screen and stays there (position: sticky) inside a run as high as all its rows, and shows the
// rows that the page has come to. So rows are drawn as they come into view here too.
import { narrow } from './narrow.js';

/** More than the height of a row. */
const guess_pixels = 60;

/**
 * @param {HTMLElement} run around the frame
 * @param {HTMLElement} frame of the grid, which the styles make sticky
 * @param {HTMLElement} body the part of the grid that scrolls
 * @returns {{fit: () => void, to_top: () => void, stop: () => void}}
 *     fit: rows came or went; to_top: the first row is wanted
 */
export function scroll_with_page(run, frame, body) {
    let own_pixels = 0; // where the page has moved the body

    const hidden_pixels = () => body.scrollHeight - body.clientHeight;
    const passed_pixels = () => Math.min(hidden_pixels(), Math.max(0, -run.getBoundingClientRect().top));

    function fit() {
        const height = narrow.matches ? `${frame.offsetHeight + hidden_pixels()}px` : '';
        if (run.style.height !== height) run.style.height = height;
    }

    function follow_page() {
        if (narrow.matches && Math.abs(body.scrollTop - passed_pixels()) >= 1) move_body(passed_pixels());
    }

    function move_body(pixels) {
        body.scrollTop = pixels;
        own_pixels = body.scrollTop;
    }

    /**
     * The keyboard and the grid itself scroll the body. Far down the grid guesses how high its rows are, by less than a
     * row, and finds out as it draws them: whoever is at the end of the page stays at the end.
     */
    function follow_body() {
        if (!narrow.matches) return;
        const is_at_end = run.getBoundingClientRect().bottom <= frame.offsetHeight + 1;
        fit();
        if (is_at_end && hidden_pixels() - body.scrollTop < guess_pixels) move_body(hidden_pixels());
        else if (Math.abs(body.scrollTop - own_pixels) < 1) return; // the page has moved it, and may have gone on
        own_pixels = body.scrollTop;
        if (Math.abs(body.scrollTop - passed_pixels()) < 1) return;
        const top = window.scrollY + run.getBoundingClientRect().top;
        window.scrollTo({ top: top + body.scrollTop, behavior: 'instant' });
    }

    function to_top() {
        body.scrollTop = 0;
        follow_body();
    }

    window.addEventListener('scroll', follow_page, { passive: true });
    window.addEventListener('resize', fit);
    body.addEventListener('scroll', follow_body, { passive: true });
    return {
        fit,
        to_top,
        stop: () => {
            window.removeEventListener('scroll', follow_page);
            window.removeEventListener('resize', fit);
        },
    };
}
