// Every page on a phone, and on a desktop at 200 %: nothing is wider than the screen, and nothing is cut off.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { checkbox_of, data_rows, row, search } from './support/searching.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_on_handset,
    seen,
} from './support/texting.mjs';

const pages = {
    employees: (page) => data_rows(page).first(),
    'employees/5814': (page) => page.getByRole('heading', { name: 'Dominic Proke' }),
    'employees/7047': (page) => page.getByRole('heading', { name: /^Wolfeschlegel/ }),
    contacts: (page) => data_rows(page).first(),
    'contacts/6553': (page) => page.getByRole('heading', { name: 'Betty Barker' }),
    hotlists: (page) => page.getByText('3rd shifters').first(),
    'hotlists/1': (page) => row(page, 'Fran Peterson'),
    'administration/external-services': (page) => page.getByRole('heading', { name: 'External services' }),
    'administration/settings': (page) => page.getByRole('button', { name: 'Save' }),
    'administration/store': (page) => page.getByRole('button', { name: 'Back up now' }),
    'administration/audit': (page) => page.getByRole('heading', { name: /audit/i }),
    handsets: (page) => page.getByRole('heading', { name: 'Handsets' }),
    carrier: (page) => page.getByRole('heading', { name: 'Requests' }),
    plugin: (page) => page.getByRole('button', { name: 'Unload' }),
};

/**
 * What sticks out of the screen, or of a box that hides what does not fit. What scrolls by itself, like a wide
 * table, may be wider; a text may end in "…".
 */
function cut_off() {
    const screen = document.documentElement.clientWidth;
    const is_hidden = (style) => style.visibility === 'hidden' || style.clipPath !== 'none';

    function why(element) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0 || is_hidden(getComputedStyle(element))) return null;
        if (element.closest('.visually-hidden, .skip, [aria-hidden=true]')) return null;
        for (let at = element; at; at = at.parentElement) {
            const { overflowX, textOverflow, position, clipPath } = getComputedStyle(at);
            if (clipPath !== 'none') return null;
            const edge = at.getBoundingClientRect();
            if (textOverflow === 'ellipsis' || (at !== element && /auto|scroll/.test(overflowX))) return null;
            if (at !== element && overflowX === 'hidden' && box.right > edge.right + 1) return 'of its box';
            if (position === 'fixed') break;
        }
        return box.left < -1 || box.right > screen + 1 ? 'of the screen' : null;
    }

    return [...document.body.querySelectorAll('*')]
        .map((element) => [element, why(element)])
        .filter(([, reason]) => reason)
        .map(([element, reason]) => `${element.outerHTML.slice(0, 120)} sticks out ${reason}`)
        .slice(0, 5);
}

async function expect_whole(page, where) {
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
    });
    const words = `${where}: the page is ${scrollWidth} pixels wide, the screen ${clientWidth}`;
    assert.ok(scrollWidth <= clientWidth, words);
    assert.deepEqual(await page.evaluate(cut_off), [], where);
}

for (const viewport of [
    { width: 390, height: 844 },
    { width: 640, height: 400 },
]) {
    in_browser(
        `No page is wider than a screen of ${viewport.width} pixels, and nothing is cut off`,
        async (screens) => {
            const { page } = screens;
            for (const [route, shown] of Object.entries(pages)) {
                await screens.open(route);
                await seen(shown(page));
                await expect_whole(page, route);
            }
        },
        { viewport },
    );

    in_browser(
        `Nor are the windows and what came of a text, at ${viewport.width} pixels`,
        async (screens) => {
            const { page } = screens;
            await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
            await checkbox_of(page, 'Dominic Proke').check();
            await expect_whole(page, 'the bar of what is selected');

            await screens.open('employees/5814');
            await choose_in_actions(page, 'Send Text');
            await seen(dialog(page, 'Send Text').getByText('Dominic Proke'));
            await expect_whole(page, 'compose');
            await compose_and_send(page, `Nowhere to break: https://example.com/${'x'.repeat(60)}`);
            await seen(dialog(page, 'Messages sent'));
            await expect_whole(page, 'confirmation');
            await confirm_sent(page);
            await expect_on_handset(page, '(651) 428-7716', /Nowhere to break/);
            for (const route of ['handsets', 'carrier', 'plugin', 'administration/audit']) {
                await screens.open(route);
                await seen(page.getByRole('heading', { level: 1 }));
                await seen(page.getByText(/651.*428.*7716/).first());
                await expect_whole(page, `${route}, with a text`);
            }
            await screens.open('administration/external-services');
            await page.getByRole('button', { name: /^Edit/ }).first().click();
            await seen(page.getByRole('dialog'));
            await expect_whole(page, 'the form of an account');
        },
        { viewport },
    );
}
