// What was typed is not lost: not by a slip of the hand, and not by a restart.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { button, compose, message } from './support/compose.mjs';
import { in_browser } from './support/in_browser.mjs';
import { choose_in_actions, dialog, gone, seen } from './support/texting.mjs';

const question = (page) => dialog(page, 'Discard this message?');

const words = 'Can you work on Monday from 7 to 3?';

async function begin({ page }) {
    await choose_in_actions(page, 'Send Text');
    await seen(compose(page).getByText('1 of 1 can be texted'));
}

in_browser('Esc, × and Cancel ask before more than a few words are discarded', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    await begin(screens);
    await message(page).fill('A few words');
    await page.keyboard.press('Escape');
    await gone(page.getByRole('dialog'));

    await begin(screens);
    assert.equal(await message(page).inputValue(), '');
    await message(page).fill(words);
    await page.keyboard.press('Escape');
    await seen(question(page));
    await expect_accessible(page, 'the question before a message is discarded');
    await page.keyboard.press('Escape'); // of the question: keep writing
    await gone(question(page));
    await compose(page).getByRole('button', { name: 'Close', exact: true }).click();
    await seen(question(page));
    await page.keyboard.press('Enter'); // the default: keep writing
    await gone(question(page));
    await button(page, 'Cancel').click();
    await question(page).getByRole('button', { name: 'Keep writing' }).click();
    await gone(question(page));
    assert.equal(await message(page).inputValue(), words);

    await button(page, 'Cancel').click();
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await gone(question(page));
    await gone(compose(page));
    await begin(screens);
    assert.equal(await message(page).inputValue(), '');
});

in_browser('A template asks before it takes the place of a message', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    await begin(screens);
    await message(page).fill('Good morning');
    await button(page, 'Save as template').click();
    const save = dialog(page, 'Save as template');
    await save.getByRole('textbox', { name: 'Name' }).fill('Morning');
    await save.getByRole('button', { name: 'Save', exact: true }).click();
    const template = compose(page).getByLabel('Template');
    await seen(template);
    const field_of_template = await message(page).elementHandle();
    await template.selectOption({ label: '(none)' });
    await page.waitForFunction((field) => !field.isConnected, field_of_template);
    await message(page).fill(words); // and at once, before the plug-in has heard of it:
    await template.selectOption({ label: 'Morning' });
    const replace = dialog(page, 'Replace what you wrote?');
    await seen(replace);
    await expect_accessible(page, 'the question before a message is replaced');
    await replace.getByRole('button', { name: 'Keep writing' }).click();
    await gone(replace);
    assert.equal(await message(page).inputValue(), words);
    await page.waitForFunction(
        (select) => select.selectedOptions[0].label === '(none)',
        await template.elementHandle(),
    );

    await template.selectOption({ label: 'Morning' });
    await replace.getByRole('button', { name: 'Replace' }).click();
    await gone(replace);
    await page.waitForFunction(
        () => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Good morning'),
    );
});

in_browser('A draft is there again after the host went down, and can be discarded', async (screens) => {
    const { page, host } = screens;
    await screens.open('employees/5814');
    await begin(screens);
    await message(page).fill(words);
    await seen(compose(page).getByText('35/160 · 1 segment', { exact: true })); // the plug-in has it

    screens.allow_faults(/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/);
    await host.stop();
    await seen(page.getByText('The mock host is not responding.'));
    const loaded_anew = page.waitForEvent('load');
    await host.start_again();
    await loaded_anew;

    await begin(screens);
    await seen(compose(page).getByText(/^Your draft from \d+:\d\d [AP]M is back\.$/));
    assert.equal(await message(page).inputValue(), words);
    assert.ok(await message(page).evaluate((area) => area === document.activeElement));
    await expect_accessible(page, 'a draft that is back');
    await button(page, 'Discard draft').click();
    await gone(button(page, 'Discard draft'));
    assert.equal(await message(page).inputValue(), '');
    await button(page, 'Cancel').click();
    await gone(page.getByRole('dialog'));
});
