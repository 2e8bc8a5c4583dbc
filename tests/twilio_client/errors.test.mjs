import assert from 'node:assert/strict';
import { official_client } from './support/official_client.mjs';
import { account_sid, ann, line, service, service_line } from './support/simulator.mjs';
import { direct, validated } from './support/with_twilio.mjs';

const more_info = (code) => `https://www.twilio.com/docs/errors/${code}`;

validated(
    'What cannot be done is an error of the client, with its code and where to read of it',
    async ({ simulator, client }) => {
        const refused = (params, code) =>
            assert.rejects(client.messages.create({ to: ann, from: line, body: 'Hello', ...params }), {
                status: 400,
                code,
                moreInfo: more_info(code),
            });
        await refused({ to: '+1651' }, 21211);
        await refused({ from: '+12065550199' }, 21606);
        await refused({ to: line }, 21266);
        await refused({ body: '' }, 21602);
        await refused({ body: 'x'.repeat(1601) }, 21617);
        await refused({ validityPeriod: 36001 }, 21624);
        await refused({ from: undefined, messagingServiceSid: service, to: service_line }, 21266);
        await refused({ scheduleType: 'fixed', sendAt: new Date('2001-01-01T00:00:00Z') }, 35118);
        await simulator.reply(ann, line, 'STOP');
        await refused({}, 21610);
        assert.equal((await client.messages.list({ from: line })).length, 0);
    },
);

validated(
    'What has not been sent is neither redacted nor deleted, and what was is not canceled',
    async ({ simulator, client }) => {
        await simulator.set_clock('2026-03-02T15:00:00Z');
        const sendAt = new Date('2026-03-02T16:00:00Z');
        const { sid } = await client.messages.create({
            to: ann,
            messagingServiceSid: service,
            body: 'Later',
            scheduleType: 'fixed',
            sendAt,
        });
        const incomplete = { status: 409, code: 20009, moreInfo: more_info(20009) };
        await assert.rejects(client.messages(sid).remove(), incomplete);
        await assert.rejects(client.messages(sid).update({ body: '' }), incomplete);
        await simulator.set_clock('2026-03-02T16:00:00Z');
        await assert.rejects(client.messages(sid).update({ status: 'canceled' }), { status: 400, code: 30409 });
        await assert.rejects(client.messages(sid).update({ body: 'Other words' }), { status: 400, code: 30400 });
    },
);

direct('Who is not let in is told so; an API key is as good as the token', async ({ simulator, client, address }) => {
    const key = 'SK0123456789abcdef0123456789abcdef';
    await simulator.give_account({ api_key_sid: key, api_key_secret: 'the-secret' });
    await official_client(address, key, 'the-secret').messages.create({ to: ann, from: line, body: 'Hello' });
    assert.equal((await client.messages.list()).length, 1);
    for (const [user, password] of [
        [account_sid, 'wrong'],
        [key, 'wrong'],
    ]) {
        const stranger = official_client(address, user, password);
        await assert.rejects(stranger.messages.list(), { status: 401, code: 20003 });
    }
});

direct("A fault is an error of the client too, with Twilio's body", async ({ simulator, client }) => {
    const text = { to: ann, from: line, body: 'Hello' };
    for (const [status, code] of [
        [500, 20500],
        [503, 20503],
        [429, 20429],
        [401, 20003],
    ]) {
        await simulator.set_faults([{ fault: 'status', status }]);
        await assert.rejects(client.messages.create(text), { status, code, moreInfo: more_info(code) });
    }
    await simulator.set_faults([{ fault: 'status_after', status: 503 }]);
    await assert.rejects(client.messages.create(text), { status: 503, code: 20503 });
    await simulator.set_faults([]);
    assert.equal((await client.messages.list()).length, 1);
});
