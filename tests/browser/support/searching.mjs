// The searches and their grids.
import { seen } from './texting.mjs';

/**
 * Searches for people ("Employee" or "Contact") with these fields, by label, until so many are found.
 * Without fields the page has searched already.
 */
export async function search(screens, kind, fields, found) {
    await screens.open(kind === 'Employee' ? 'employees' : 'contacts');
    const form = screens.page.getByRole('form', { name: `${kind} search` });
    await seen(form);
    for (const [label, value] of Object.entries(fields))
        await form.getByLabel(label, { exact: true }).fill(value);
    if (Object.keys(fields).length > 0) await form.getByRole('button', { name: 'Search' }).click();
    await seen(screens.page.getByRole('status').filter({ hasText: returned(found) }));
}

/** The grid's row with all of these words in it. */
export function row(page, ...words) {
    return words.reduce((rows, word) => rows.filter({ hasText: word }), page.getByRole('row'));
}

/** The rows of people, without the headers. */
export const data_rows = (page) => page.locator('.tabulator-row[data-id]');

/** Waits until not only the first page of the rows is there. */
export const all_are_there = (page, count) =>
    page.waitForFunction(
        (least_pixels) => document.querySelector('[role=grid]').scrollHeight > least_pixels,
        count * 20,
    );

/** The check box of this person's row. */
export const checkbox_of = (page, name) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });

/** The bar above the grid, with what can be done with the selected rows. */
export const selected_bar = (page) => page.getByRole('group', { name: 'Selected', exact: true });

function returned(count) {
    return `Your search returned ${count.toLocaleString('en-US')} ${count === 1 ? 'result' : 'results'}.`;
}
