import { ask_for_replies_hourly } from './support/administration.mjs';
import { in_browser } from './support/in_browser.mjs';
import {
    expect_on_handset,
    gone,
    handset,
    move_clock,
    open_notifications,
    seen,
    text_dominic,
} from './support/texting.mjs';

in_browser('A reply typed on a handset shows on a page that was open before', async (screens) => {
    await ask_for_replies_hourly(screens);
    await text_dominic(screens, 'Are you free?');
    const desk = screens.page; // stays on the record
    const street = await screens.another_page();
    await expect_on_handset(street, '(651) 428-7716', 'Are you free?');

    const phone = handset(street, '(651) 428-7716');
    await phone.getByLabel('Reply from (651) 428-7716').fill('Yes, I am.');
    await phone.getByRole('button', { name: 'Send reply' }).click();
    await seen(phone.getByRole('log').getByText('Yes, I am.'));
    const toast = desk
        .getByRole('status')
        .filter({ hasText: 'Reply from Dominic Proke' })
        .filter({ hasText: 'Yes, I am.' });
    await Promise.all([seen(toast), move_clock(street, '+1 hour')]); // the plug-in asks the carrier; toasts go again
    await move_clock(street, '+1 day');
    await seen(
        desk
            .getByRole('region', { name: 'Messages' })
            .getByRole('article')
            .filter({ hasText: 'Alexander Swanson: Are you free?' })
            .filter({ hasText: 'Dominic Proke: Yes, I am.' }),
    );
});

in_browser('STOP by its button on a handset is a reply, too', async (screens) => {
    const { page } = screens;
    await text_dominic(screens, 'Are you free?');
    await expect_on_handset(page, '(651) 428-7716', 'Are you free?');
    const phone = handset(page, '(651) 428-7716');
    await phone.getByRole('button', { name: 'Reply STOP' }).click();
    await seen(phone.getByRole('log').getByText('STOP', { exact: true }));
    await move_clock(page, '+1 minute');
    const all = await open_notifications(page, 1);
    await seen(all.getByRole('listitem').filter({ hasText: 'Dominic Proke' }).filter({ hasText: 'STOP' }));
    await all.getByRole('link', { name: 'Dominic Proke' }).click();
    await seen(page.getByRole('heading', { name: 'Dominic Proke' }));
});

in_browser('A picture can be sent from a handset, without words', async (screens) => {
    const { page } = screens;
    await text_dominic(screens, 'Can you send me your card?');
    await expect_on_handset(page, '(651) 428-7716', 'Can you send me your card?');
    const phone = handset(page, '(651) 428-7716');
    await phone.getByRole('button', { name: 'Send a picture' }).click();
    await seen(phone.getByRole('log').getByText('[picture]'));
    await move_clock(page, '+1 minute');
    const all = await open_notifications(page, 1);
    await seen(all.getByRole('listitem').filter({ hasText: 'picture' }).filter({ hasText: 'Dominic Proke' }));
});

in_browser('A phone that is switched off gets its texts when it is on again', async (screens) => {
    const { page } = screens;
    await text_dominic(screens, 'The first one.');
    await expect_on_handset(page, '(651) 428-7716', 'The first one.');
    const phone = handset(page, '(651) 428-7716');
    await phone.getByRole('switch', { name: 'On' }).uncheck();
    await seen(phone.getByText('Switched off'));
    await text_dominic(screens, 'The second one.');
    await expect_on_handset(page, '(651) 428-7716', 'The second one.');
    await seen(phone.getByText('waits until the phone is on'));
    await phone.getByRole('switch', { name: 'On' }).check();
    await gone(phone.getByText('waits until the phone is on'));
    await seen(phone.getByRole('log').getByText('The second one.'));
});
