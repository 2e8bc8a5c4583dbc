// Another number for a recipient: another method of the record, or a corrected one.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { in_browser } from './support/in_browser.mjs';
import { tab_to } from './support/keyboard.mjs';
import {
    choose_for_recipient,
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_on_handset,
    expect_recipients,
    gone,
    recipient,
    seen,
} from './support/texting.mjs';

const home_phone = 'Home Phone (651) 222-3105';

/** What a colleague does elsewhere: the record's first contact method is another one. */
async function change_on_record(page, record, value) {
    await page.evaluate(
        async (given) => {
            const { get, put } = await import('/pages/api.js');
            const { methods } = await get(given.record);
            await put(`${given.record}/methods/${methods[0].id}`, { value: given.value });
        },
        { record, value },
    );
}

in_browser('Another contact method of the record is chosen for a recipient', async (screens) => {
    const { page } = screens;
    await screens.open('employees/7020');
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Amy AllFive']);
    await seen(recipient(page, 'Amy AllFive').getByText('SMS (651) 222-3101'));
    assert.equal(await recipient(page, 'Amy AllFive').getByText(home_phone).count(), 0);

    await choose_for_recipient(page, 'Amy AllFive', 'Change number');
    const number = dialog(page, 'Number for Amy AllFive');
    await seen(number.getByText('Texts go to (651) 222-3101.'));
    await expect_accessible(page, 'the number of a recipient');
    await number.getByLabel('Contact method').selectOption({ label: home_phone });
    await seen(number.getByText('Texts go to (651) 222-3105.'));
    assert.equal(await number.getByRole('textbox', { name: 'Number' }).inputValue(), '(651) 222-3105');
    await number.getByRole('button', { name: 'Use this number' }).click();
    await gone(number);
    await seen(recipient(page, 'Amy AllFive').getByText(home_phone));

    await compose_and_send(page, 'To your home.');
    await confirm_sent(page);
    await expect_on_handset(page, '(651) 222-3105', 'To your home.');
});

in_browser('By keyboard: a wrong number is corrected, and stands so on the record', async (screens) => {
    const { page } = screens;
    const { keyboard } = page;
    await screens.open('employees/5637');
    const on_record = page.getByRole('textbox', { name: 'Phone', exact: true });
    await seen(on_record);
    assert.equal(await on_record.inputValue(), '(651) 083-9012');
    await choose_in_actions(page, 'Send Text');
    await seen(recipient(page, 'Jake Jamison').getByText('is not a number in service'));

    const change = page.getByRole('button', { name: 'Change number Jake Jamison' });
    await tab_to(page, change);
    await keyboard.press('Enter');
    const number = dialog(page, 'Number for Jake Jamison');
    const field = number.getByRole('textbox', { name: 'Number' });
    await seen(field);
    await tab_to(page, field);
    await keyboard.press('Control+A');
    await keyboard.type('651 483 90');
    const correct = number.getByRole('button', { name: 'Correct the record' });
    await seen(number.getByText('is too short for a phone number').first());
    assert.ok(await correct.isDisabled());
    await expect_accessible(page, 'a number that is too short');
    await keyboard.type('12');
    await seen(number.getByText('Texts go to (651) 483-9012.'));
    await keyboard.press('Enter');
    await gone(number);

    await seen(recipient(page, 'Jake Jamison').getByText('Phone (651) 483-9012'));
    await gone(recipient(page, 'Jake Jamison').getByText('Cannot be texted'));
    await keyboard.press('Escape');
    await gone(dialog(page, 'Send Text'));
    await page.waitForFunction((field) => field.value === '651 483 9012', await on_record.elementHandle());
});

in_browser('Where a colleague was faster nothing is overwritten or lost', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5637');
    await choose_in_actions(page, 'Send Text');
    await choose_for_recipient(page, 'Jake Jamison', 'Change number');
    const number = dialog(page, 'Number for Jake Jamison');
    await number.getByRole('textbox', { name: 'Number' }).fill('(651) 483-9012');
    await seen(number.getByRole('button', { name: 'Correct the record' }));

    await change_on_record(page, '/api/records/employee/5637', '(651) 428-7799');
    await number.getByRole('button', { name: 'Correct the record' }).click();
    await seen(number.getByText('The record was not changed: '));
    assert.equal(await number.getByRole('textbox', { name: 'Number' }).inputValue(), '(651) 483-9012');
    const on_record = page.getByRole('textbox', { name: 'Phone', exact: true, includeHidden: true });
    await page.waitForFunction((field) => field.value === '(651) 428-7799', await on_record.elementHandle());
    await number.getByRole('button', { name: 'Use for this text only' }).click();
    await seen(recipient(page, 'Jake Jamison').getByText('This text only (651) 483-9012'));
});

in_browser('A landline that has become a mobile is texted, for a reason', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    const is_landline = async (landline) =>
        page.evaluate(async (landline) => {
            const { post } = await import('/pages/api.js');
            await post('/api/handsets/%2B16514287716', { landline });
        }, landline);
    await is_landline(true);
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Dominic Proke']);
    await compose_and_send(page, 'Are you free on Monday?');
    await confirm_sent(page, '1 text could not be sent', 'The text was not sent');
    await is_landline(false);

    await choose_in_actions(page, 'Send Text');
    await seen(recipient(page, 'Dominic Proke').getByText('it is not a mobile number'));
    await choose_for_recipient(page, 'Dominic Proke', 'Change number');
    const number = dialog(page, 'Number for Dominic Proke');
    const lift = number.getByRole('button', { name: 'It is a mobile now' });
    await seen(lift);
    assert.ok(await lift.isDisabled());
    await expect_accessible(page, 'a number that is known as a landline');
    await number
        .getByRole('textbox', { name: 'If it is now a mobile number, how do you know?' })
        .fill('He has had it ported.');
    await lift.click();
    await gone(number);
    await compose_and_send(page, 'Are you free on Tuesday?');
    await confirm_sent(page);
    await expect_on_handset(page, '(651) 428-7716', 'Are you free on Tuesday?');
});
