// What stands around each page: people, test tools, and at which place times are.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { tab_to } from './support/keyboard.mjs';
import { expect_accessible } from './support/accessibility.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    expect_on_handset,
    go_to_tool,
    gone,
    log_in_as,
    open_notifications,
    open_test_tools,
    seen,
} from './support/texting.mjs';

in_browser('The clock and the simulator stand apart from what a recruiter uses', async (screens) => {
    const { page } = screens;
    await seen(page.getByRole('button', { name: 'Logged in as Alexander Swanson Administrator' }));
    await gone(page.getByRole('timer'));
    await gone(page.getByRole('link', { name: 'Handsets' }));
    const tools = await open_test_tools(page);
    await seen(tools.getByRole('timer').filter({ hasText: 'Mar 2, 2026' }).filter({ hasText: 'CST' }));
    await seen(tools.getByText(/^Plug-in: Send Text/));
    await go_to_tool(page, 'Carrier');
    await gone(tools);
    await go_to_tool(page, 'Plug-in');
});

in_browser('The tools and the person are used by keyboard', async (screens) => {
    const { page } = screens;
    const button = page.getByRole('button', { name: 'Test tools' });
    await seen(button);
    await tab_to(page, button);
    await page.keyboard.press('Enter');
    const day = page.getByRole('button', { name: '+1 day' });
    await tab_to(page, day);
    const clock = page.getByRole('timer');
    await page.keyboard.press('Enter');
    await seen(clock.filter({ hasText: 'Mar 3, 2026' }));
    await page.keyboard.press('Escape');
    await gone(clock);
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await tab_to(page, page.getByRole('button', { name: /^Logged in as/ }));
    await page.keyboard.press('Enter');
    await seen(page.getByRole('menuitemradio', { name: 'Alexander Swanson', checked: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await seen(page.getByRole('button', { name: 'Logged in as Maria Johansen Recruiter' }));
});

const in_tokyo = { timezoneId: 'Asia/Tokyo' };

in_browser(
    "Times are those of the office, from the first moment on, whatever the browser's place is",
    async (screens) => {
        const { page } = screens;
        await page.addInitScript(() => {
            globalThis.times_seen = [];
            const look = () => {
                for (const time of document.querySelectorAll('time'))
                    globalThis.times_seen.push(time.textContent);
            };
            new MutationObserver(look).observe(document, {
                childList: true,
                subtree: true,
                characterData: true,
            });
        });
        await screens.open('employees/5814');
        await choose_in_actions(page, 'Send Text');
        await compose_and_send(page, 'Are you free?');
        await confirm_sent(page);
        await expect_on_handset(page, '(651) 428-7716', 'Are you free?');
        await page.reload();
        const time = page.getByRole('log').locator('time').first();
        await seen(time);
        assert.match(await time.textContent(), /^Mar 2, 12:\d\d PM$/); // 18:00 in UTC, 03:00 in Tokyo
        const shown = await page.evaluate(() => globalThis.times_seen);
        assert.deepEqual(
            shown.filter((words) => !/^Mar 2, 12:\d\d PM$/.test(words)),
            [],
        );
        await log_in_as(page, "Jill O'Brien"); // of Columbus
        await seen(time.filter({ hasText: /^Mar 2, 1:\d\d PM$/ }));
    },
    in_tokyo,
);

for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
    ]) {
        in_browser(
            `Panels of the bar fit and can be read at ${viewport.width} pixels, ${colorScheme}`,
            async (screens) => {
                const { page } = screens;
                const overflow = () =>
                    page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
                await screens.open('handsets');
                await open_test_tools(page);
                await expect_accessible(page, 'test tools');
                assert.ok((await overflow()) <= 0, 'test tools');
                await page.keyboard.press('Escape');
                await open_notifications(page, 0);
                await expect_accessible(page, 'notifications');
                assert.ok((await overflow()) <= 0, 'notifications');
                await page.keyboard.press('Escape');
                await page.getByRole('button', { name: /^Logged in as/ }).click();
                await seen(page.getByRole('menu'));
                await expect_accessible(page, 'people');
                assert.ok((await overflow()) <= 0, 'people');
            },
            { viewport, colorScheme },
        );
    }
}
