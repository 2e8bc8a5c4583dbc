// What a person does to send a text, and where they look for it.
/** Waits until it is to be seen. */
export const seen = (locator) => locator.waitFor();

/** Waits until it is not to be seen any more. */
export const gone = (locator) => locator.waitFor({ state: 'hidden' });

/** Waits until the field's value is this. */
export async function has_value(field, value) {
    await field.evaluate(
        (input, wanted) =>
            new Promise((resolve) => {
                const look = () => (input.value === wanted ? resolve() : requestAnimationFrame(look));
                look();
            }),
        value,
    );
}

/** Opens the actions menu of a record or a hotlist and chooses an item of it. */
export async function choose_in_actions(page, item) {
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
}

export const dialog = (page, title) => page.getByRole('dialog', { name: title, exact: true });

/** The compose dialog's list of recipients: names in order. Waits for `count` of them. */
export async function expect_recipients(page, names) {
    const rows = recipients(page);
    await seen(rows.nth(names.length - 1));
    await gone(rows.nth(names.length));
    for (const [index, name] of names.entries()) await seen(rows.nth(index).filter({ hasText: name }));
}

/** The rows of the compose dialog's recipients that are in view. */
export const recipients = (page) =>
    dialog(page, 'Send Text')
        .getByRole('table', { name: 'Recipients' })
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') });

/** The compose dialog's row of this person. */
export const recipient = (page, name) => recipients(page).filter({ hasText: name });

/** Chooses an action of a recipient, which may stand in the row's menu. */
export async function choose_for_recipient(page, name, action) {
    const button = recipient(page, name).getByRole('button', { name: `${action} ${name}` });
    const more = recipient(page, name).getByRole('button', { name: `More actions for ${name}` });
    await seen(button.or(more));
    if (await button.isVisible()) return button.click();
    await more.click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Types the text into the compose dialog and presses Send, or another label of that button. */
export async function compose_and_send(page, body, send = 'Send') {
    const compose = dialog(page, 'Send Text');
    await compose.getByRole('textbox', { name: 'Message' }).fill(body);
    await compose.getByRole('button', { name: send, exact: true }).click();
}

/** Waits for the confirmation with these words, and goes on working. */
export async function confirm_sent(page, words = 'The carrier has accepted the text.', title = 'Messages sent') {
    const confirmation = dialog(page, title);
    await seen(confirmation.getByText(words));
    await confirmation.getByRole('button', { name: 'Continue working' }).click();
    await gone(page.getByRole('dialog'));
}

/** Presses Send on a text to Dominic Proke, from his record. */
export async function send_to_dominic(screens, body) {
    await screens.open('employees/5814');
    await choose_in_actions(screens.page, 'Send Text');
    await compose_and_send(screens.page, body);
}

/** The same, and goes on working. */
export async function text_dominic(screens, body) {
    await send_to_dominic(screens, body);
    await confirm_sent(screens.page);
}

export const handset = (page, number) => page.getByRole('article', { name: number });

/** Opens the menu of the clock and the simulated phones; it is a region. */
export async function open_test_tools(page) {
    const tools = page.getByRole('region', { name: 'Test tools' });
    if (!(await tools.isVisible())) await page.getByRole('button', { name: 'Test tools' }).click();
    await seen(tools);
    return tools;
}

/** Goes to a page of the test tools: "Handsets", "Carrier", "Plug-in". */
export async function go_to_tool(page, name) {
    await (await open_test_tools(page)).getByRole('link', { name }).click();
    await seen(page.getByRole('heading', { level: 1, name }));
}

/** Logs in as this person, from the menu of who is logged in. */
export async function log_in_as(page, name) {
    await page.getByRole('button', { name: /^(Logged in as|Nobody is logged in)/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await seen(page.getByRole('button', { name: `Logged in as ${name}` }));
}

/** Logs out, from the same menu. */
export async function log_out(page) {
    await page.getByRole('button', { name: /^Logged in as/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await seen(page.getByRole('button', { name: /^Nobody is logged in/ }));
}

/** Opens the notifications, when so many of them are unread; they are a region. */
export async function open_notifications(page, unread) {
    const said = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`;
    await page.getByRole('button', { name: said, exact: true }).click();
    const all = page.getByRole('region', { name: 'Notifications' });
    await seen(all);
    return all;
}

/** Goes to the handsets and waits until the phone has the text. */
export async function expect_on_handset(page, number, body) {
    await go_to_tool(page, 'Handsets');
    await seen(handset(page, number).getByRole('log').getByText(body, { exact: true }));
}

/** Moves the host's clock forward by one of its buttons: "+1 minute", "+1 hour", "+1 day". */
export async function move_clock(page, by) {
    const moved = page.waitForResponse('**/api/clock');
    await (await open_test_tools(page)).getByRole('button', { name: by, exact: true }).click();
    await moved;
    await page.keyboard.press('Escape');
}

/** On the record, after a day: the message that the conversation was logged as, with these words in it. */
export async function expect_logged(screens, record, ...words) {
    await move_clock(screens.page, '+1 day');
    await screens.open(record);
    let message = screens.page.getByRole('region', { name: 'Messages' }).getByRole('article');
    for (const word of words) message = message.filter({ hasText: word });
    await seen(message);
}
