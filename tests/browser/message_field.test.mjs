// The field where a message is written: what it costs, what is wrong with it, fields and emoji by a click.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { button, compose, message } from './support/compose.mjs';
import { in_browser } from './support/in_browser.mjs';
import { choose_in_actions, confirm_sent, expect_on_handset, gone, seen } from './support/texting.mjs';

async function begin(screens) {
    const { page } = screens;
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await seen(compose(page).getByText('1 of 1 can be texted'));
}

in_browser('What it costs stands below; too long is said once, beside the field', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await seen(compose(page).getByText('0/160', { exact: true }));
    assert.equal(await message(page).getAttribute('aria-invalid'), null);

    await message(page).fill('a'.repeat(312));
    await seen(compose(page).getByText('312/459 · 3 segments', { exact: true }));

    await message(page).fill('a'.repeat(1700));
    const words = compose(page).getByText('The message has 1700 characters; at most 1600 can be sent. Shorten it.');
    await seen(words);
    assert.equal(await words.count(), 1);
    assert.equal(await compose(page).getByText('too many').count(), 0);
    assert.equal(await compose(page).getByText('Write a message first.').count(), 0);
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(await message(page).getAttribute('aria-invalid'), 'true');
    const described = await message(page).evaluate((area) =>
        area
            .getAttribute('aria-describedby')
            .split(' ')
            .map((id) => document.getElementById(id).textContent)
            .join(''),
    );
    assert.match(described, /at most 1600 can be sent/);
    await expect_accessible(page, 'a message that is too long');

    await message(page).fill('Hi');
    await gone(words);
    assert.equal(await message(page).getAttribute('aria-invalid'), null);
});

in_browser('Fields and emoji are put in where the caret is, by mouse and by keyboard', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await message(page).fill('Hi , are you free?');
    await message(page).evaluate((area) => area.setSelectionRange(3, 3));
    await button(page, 'Fields').click();
    await page.getByRole('menuitem', { name: 'First name', exact: true }).click();
    assert.equal(await message(page).inputValue(), 'Hi {first_name}, are you free?');
    await seen(button(page, 'Preview')); // the plug-in knows of it

    await page.keyboard.press('End');
    await button(page, 'Emoji').focus();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('menuitem', { name: 'Slightly smiling face' }));
    await expect_accessible(page, 'the emoji');
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    await seen(page.locator('[role=menuitem][aria-label="Thumbs up"]:focus'));
    await page.keyboard.press('Enter');
    await gone(page.getByRole('menu'));
    assert.equal(await message(page).inputValue(), 'Hi {first_name}, are you free?👍');
    await seen(compose(page).getByText(/👍 leaves 70 characters/));
    assert.ok(await message(page).evaluate((area) => area === document.activeElement));

    const list = compose(page).getByText('Fields: {first_name}');
    assert.equal(await list.isVisible(), false);
    await compose(page).getByText('All fields').click();
    await seen(list);
    await expect_accessible(page, 'the list of fields');
});

in_browser('Ctrl+Enter right after a key sends what was typed, once', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await message(page).press('Control+Enter'); // nothing was typed, so nothing happens
    await message(page).pressSequentially('On my way');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await confirm_sent(page);
    await expect_on_handset(page, '(651) 428-7716', 'On my way');
    assert.equal(await page.getByRole('log').getByText('On my way').count(), 1);
});

in_browser('Ctrl+Enter right after a field is typed sends it filled in', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await message(page).fill('Hi {first_name}');
    await page.keyboard.press('Control+Enter');
    await confirm_sent(page);
    await expect_on_handset(page, '(651) 428-7716', 'Hi Dominic');
});

in_browser('Ctrl+Enter after what cannot be sent says why, and sends nothing', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await message(page).fill('Hi {first_nam}');
    await page.keyboard.press('Control+Enter');
    await seen(compose(page).getByText('There is no field {first_nam}'));
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.ok(await button(page, 'Send').isDisabled());
});

in_browser('Curly quotes are offered plain', async (screens) => {
    const { page } = screens;
    await begin(screens);
    await message(page).fill('“It’s on” — Monday…');
    await button(page, 'Use plain characters').click();
    await gone(button(page, 'Use plain characters'));
    assert.equal(await message(page).inputValue(), `"It's on" - Monday...`);
    await seen(compose(page).getByText('21/160 · 1 segment', { exact: true }));
});
