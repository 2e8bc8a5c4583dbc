// A message with fields, each recipient's own text, and templates.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { button, message } from './support/compose.mjs';
import { in_browser } from './support/in_browser.mjs';
import { row } from './support/searching.mjs';
import {
    choose_for_recipient,
    choose_in_actions,
    confirm_sent,
    dialog,
    expect_on_handset,
    gone,
    recipient,
    seen,
} from './support/texting.mjs';

in_browser('What a record lacks marks its row, and a default fills it in', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await seen(row(page, 'Fran Peterson'));
    await choose_in_actions(page, 'Send Text');
    const compose = dialog(page, 'Send Text');
    await compose.getByText('All fields').click();
    await seen(compose.getByText('Fields: {first_name}, {last_name}'));
    await compose.getByRole('button', { name: 'Remove Smith Lisa' }).click();

    await message(page).fill('Hello {first_nam}.');
    await seen(compose.getByText('There is no field {first_nam}').first());
    await message(page).fill('Hello {first_name}, your work at {assignment} is done?');
    await seen(recipient(page, 'Fran Peterson').getByText('Cannot be texted'));
    await seen(recipient(page, 'Fran Peterson').getByText('assignment'));
    assert.ok(await button(page, 'Send 3 texts').isDisabled());
    await expect_accessible(page, 'a message with a field that is missing');

    await message(page).fill('Hello {first_name}, your work at {assignment|the warehouse} is done?');
    await gone(recipient(page, 'Fran Peterson').getByText('Cannot be texted'));
    await seen(compose.getByText(/Longest: .* · 1 segment · 3 segments in all$/));

    await choose_for_recipient(page, 'Fran Peterson', 'Preview');
    const preview = dialog(page, 'Preview');
    await seen(preview.getByText('3 of 3: to Fran Peterson, (651) 370-8370.'));
    await seen(preview.getByText('Hello Fran, your work at the warehouse is done?'));
    await expect_accessible(page, 'a preview');
    await preview.getByRole('button', { name: 'Previous' }).click();
    await seen(preview.getByText('Hello Brian, your work at the warehouse is done?'));
    await preview.getByText('Close', { exact: true }).click();
    await gone(preview);

    await button(page, 'Send 3 texts').click();
    await confirm_sent(page, 'The carrier has accepted all 3 texts.');
    await expect_on_handset(page, '(651) 370-8370', 'Hello Fran, your work at the warehouse is done?');
});

in_browser('A template is kept, chosen after a reload, edited and removed', async (screens) => {
    const { page } = screens;
    const words = 'Hello {first_name|there}, are you free tomorrow?';
    const edited = 'Hello {first_name|there}, are you free on Monday?';
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await message(page).fill(words);
    await button(page, 'Save as template').click();
    const save = dialog(page, 'Save as template');
    await seen(save.getByText(words));
    await expect_accessible(page, 'saving a template');
    await save.getByRole('textbox', { name: 'Name' }).fill('Tomorrow');
    await save.getByLabel('For').selectOption({ label: 'All of Memphis NE' });
    await save.getByRole('button', { name: 'Save', exact: true }).click();
    await gone(save);
    await button(page, 'Cancel').click();
    await gone(dialog(page, 'Send Text'));

    await page.reload();
    await choose_in_actions(page, 'Send Text');
    const templates = dialog(page, 'Send Text').getByLabel('Template');
    await templates.selectOption({ label: 'Tomorrow (Memphis NE)' });
    await seen(button(page, 'Preview'));
    assert.equal(await message(page).inputValue(), words);
    await expect_accessible(page, 'compose with templates');

    await button(page, 'Manage templates').click();
    const manage = dialog(page, 'Templates');
    await manage.getByRole('button', { name: 'Edit Tomorrow' }).click();
    const edit = dialog(page, 'Edit template');
    await edit.getByRole('textbox', { name: 'Name' }).fill('For tomorrow');
    await edit.getByRole('textbox', { name: 'Message' }).fill('Hello {first_name');
    await seen(edit.getByText('is not closed'));
    await expect_accessible(page, 'editing a template');
    await edit.getByRole('textbox', { name: 'Message' }).fill(edited);
    await edit.getByRole('button', { name: 'Save' }).click();
    await gone(edit);
    await manage.getByRole('button', { name: 'Remove For tomorrow' }).click();
    const remove = dialog(page, 'Remove template');
    await seen(remove.getByText('Remove the template "For tomorrow"?'));
    await expect_accessible(page, 'removing a template');
    await remove.getByRole('button', { name: 'Remove' }).click();
    await seen(manage.getByText('There are no templates yet.'));
    await manage.getByText('Close', { exact: true }).click();
    await gone(templates);
    assert.equal(await message(page).inputValue(), edited); // which was the template as it stood there
});
