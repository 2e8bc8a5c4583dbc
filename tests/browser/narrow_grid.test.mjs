// The grid of 10,000 employees on a phone, and on a desktop at 200 %: only what is seen is drawn, and the page
// alone scrolls.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { all_are_there, checkbox_of, data_rows, row, search, selected_bar } from './support/searching.mjs';
import { expect_recipients, seen } from './support/texting.mjs';

/** A screenful and what is kept around it. */
const max_rows = 120;

/** Moves a finger from the bottom of the screen to its top, as one does to see more. */
async function swipe_up(page) {
    const { width, height } = page.viewportSize();
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', { x: width / 2, y: height - 20 });
    for (let y = height - 30; y > 20; y -= 10) await touch('touchMove', { x: width / 2, y });
    await touch('touchEnd');
}

/** What scrolls up and down inside of the page. */
const inner_scroll_areas = (page) =>
    page.locator('main, main *').evaluateAll((all) =>
        all
            .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
            .filter((each) => each.scrollHeight > each.clientHeight)
            .map((each) => each.className),
    );

const first_seen = (page) =>
    page.getByRole('grid').evaluate((grid) => {
        const top = grid.getBoundingClientRect().top;
        const rows = [...grid.querySelectorAll('.tabulator-row')];
        return rows.find((each) => each.getBoundingClientRect().bottom > top).textContent;
    });

for (const [where, viewport] of [
    ['on a phone', { width: 390, height: 844 }],
    ['at 200 %', { width: 640, height: 400 }],
]) {
    in_browser(
        `10,000 employees ${where}: few rows are drawn, a finger scrolls through all of them`,
        async (screens) => {
            const { page } = screens;
            await search(screens, 'Employee', {}, 10000);
            await all_are_there(page, 10000);
            assert.ok((await data_rows(page).count()) < max_rows);
            assert.deepEqual(await inner_scroll_areas(page), []);

            const before = await first_seen(page);
            while ((await first_seen(page)) === before) await swipe_up(page);
            assert.ok(await page.evaluate(() => window.scrollY > 100), 'it is the page that has scrolled');
            assert.ok((await data_rows(page).count()) < max_rows);

            await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
            const last = row(page, '%s%n');
            await seen(last);
            await page.waitForFunction((viewport_height) => {
                const rows = [...document.querySelectorAll('.tabulator-row')];
                const { top, bottom } = rows[rows.length - 1].getBoundingClientRect();
                return top > 0 && bottom <= viewport_height + 1;
            }, viewport.height);
            assert.ok((await data_rows(page).count()) < max_rows);
        },
        { viewport, hasTouch: true },
    );
}

in_browser(
    'On a phone the keys go to the end and back, and a checked person is texted',
    async (screens) => {
        const { page } = screens;
        await search(screens, 'Employee', {}, 10000);
        await all_are_there(page, 10000);
        await page.getByRole('grid').focus();
        await page.keyboard.press('End');
        await seen(row(page, '%s%n'));
        await page.waitForFunction(() => window.scrollY > 100_000);
        await page.keyboard.press('Home');
        await seen(row(page, 'Abbott').first());
        await page.waitForFunction(() => window.scrollY < 2000);

        await page.keyboard.press('End');
        await page.getByRole('link', { name: /%s%n/ }).first().click();
        await seen(page.getByRole('heading', { name: /%s%n/ }));
        assert.equal(await page.evaluate(() => window.scrollY), 0);

        await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
        await checkbox_of(page, 'Dominic Proke').check();
        await selected_bar(page).getByRole('button', { name: 'Send Text', disabled: false }).click();
        await expect_recipients(page, ['Dominic Proke']);
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true },
);

in_browser(
    'A finger checks people by their rows, and loses none of them',
    async (screens) => {
        const { page } = screens;
        await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
        for (const name of ['Kelsey', 'Stephanie'])
            await row(page, name).locator('[tabulator-field=phone]').tap();
        await seen(selected_bar(page).getByText('2 selected'));
        await row(page, 'Kelsey').locator('[tabulator-field=phone]').tap();
        await seen(selected_bar(page).getByText('1 selected'));
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true },
);

in_browser('The grid suits a window that becomes narrow and wide again', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    const rep = page.getByRole('columnheader', { name: 'RepName' });
    await seen(rep);
    await page.setViewportSize({ width: 390, height: 844 });
    await rep.waitFor({ state: 'hidden' });
    assert.ok((await data_rows(page).count()) < max_rows);
    assert.equal((await data_rows(page).first().boundingBox()).height, 44);
    await page.setViewportSize({ width: 1280, height: 800 });
    await seen(rep);
    assert.equal((await data_rows(page).first().boundingBox()).height, 28);
    assert.ok((await data_rows(page).count()) < max_rows);
});
