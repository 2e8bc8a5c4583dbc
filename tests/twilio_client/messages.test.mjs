import assert from 'node:assert/strict';
import { ann, bob, line, service, service_line } from './support/simulator.mjs';
import { validated } from './support/with_twilio.mjs';

const bodies = (messages) => messages.map(({ body }) => body);

validated('A text is created, reaches its handset, and is fetched', async ({ simulator, client }) => {
    await simulator.set_clock('2026-03-02T15:00:00Z');
    const body = 'Grüße & 100% 👍 a+b=c';
    const created = await client.messages.create({ to: ann, from: line, body, validityPeriod: 3600 });
    assert.match(created.sid, /^SM[0-9a-f]{32}$/);
    assert.equal(created.status, 'queued');
    assert.equal(created.direction, 'outbound-api');
    assert.equal(created.dateSent, null);
    assert.equal(created.dateCreated.toISOString(), '2026-03-02T15:00:00.000Z');
    assert.deepEqual(await simulator.received(ann), [body]);

    const fetched = await client.messages(created.sid).fetch();
    assert.equal(fetched.status, 'delivered');
    assert.equal(fetched.body, body);
    assert.equal(fetched.from, line);
    assert.equal(fetched.errorCode, null);
    assert.equal(fetched.dateSent.toISOString(), '2026-03-02T15:00:00.000Z');
});

validated(
    'A messaging service, pictures and a text that is lost are as the specification has them',
    async ({ simulator, client }) => {
        const accepted = await client.messages.create({ to: ann, messagingServiceSid: service, body: 'Hello' });
        assert.equal(accepted.status, 'accepted');
        assert.equal(accepted.from, null);
        assert.equal((await client.messages(accepted.sid).fetch()).from, service_line);

        const mediaUrl = ['https://example.com/1.png', 'https://example.com/2.png'];
        const pictures = await client.messages.create({ to: ann, from: line, mediaUrl });
        assert.match(pictures.sid, /^MM/);
        assert.equal(pictures.numMedia, '2');
        assert.equal((await client.messages(pictures.sid).fetch()).numMedia, '2');

        await simulator.change_handset(bob, { failure: 30003 });
        const lost = await client.messages.create({ to: bob, from: line, body: 'Hello' });
        const { status, errorCode, errorMessage } = await client.messages(lost.sid).fetch();
        assert.equal(status, 'undelivered');
        assert.equal(errorCode, 30003);
        assert.equal(typeof errorMessage, 'string');
    },
);

validated(
    'A list is read page by page, in both directions, whatever comes or goes meanwhile',
    async ({ simulator, client }) => {
        for (let i = 0; i < 7; ++i) await client.messages.create({ to: ann, from: line, body: `text ${i}` });
        assert.deepEqual(bodies(await client.messages.list()), [6, 5, 4, 3, 2, 1, 0].map((i) => `text ${i}`));
        assert.equal((await client.messages.list({ pageSize: 2, limit: 5 })).length, 5);

        const first = await client.messages.page({ pageSize: 3 });
        assert.deepEqual(bodies(first.instances), ['text 6', 'text 5', 'text 4']);
        await simulator.reply(ann, line, 'from Ann');
        await client.messages(first.instances[2].sid).remove();
        const second = await first.nextPage();
        assert.deepEqual(bodies(second.instances), ['text 3', 'text 2', 'text 1']);
        const third = await second.nextPage();
        assert.deepEqual(bodies(third.instances), ['text 0']);
        assert.equal(await third.nextPage(), undefined);
        assert.deepEqual(bodies((await third.previousPage()).instances), ['text 3', 'text 2', 'text 1']);

        const all = [];
        await new Promise((resolve, reject) =>
            client.messages.each({ pageSize: 2, done: (error) => (error ? reject(error) : resolve()) }, (message) => {
                all.push(message.body);
            }),
        );
        assert.equal(all.length, 7);
        assert.equal(all[0], 'from Ann');
    },
);

validated('A list is filtered by number and by the time of sending', async ({ simulator, client }) => {
    for (const day of ['01', '02', '03']) {
        await simulator.set_clock(`2026-03-${day}T12:00:00Z`);
        await client.messages.create({ to: ann, from: line, body: `to Ann on ${day}` });
        await client.messages.create({ to: bob, from: line, body: `to Bob on ${day}` });
    }
    await simulator.reply(ann, line, 'from Ann on 03');
    const listed = async (filter) => bodies(await client.messages.list(filter));
    assert.deepEqual(await listed({ from: ann }), ['from Ann on 03']);
    assert.deepEqual(await listed({ to: bob }), ['to Bob on 03', 'to Bob on 02', 'to Bob on 01']);
    const noon = new Date('2026-03-02T12:00:00Z');
    assert.deepEqual(await listed({ to: ann, dateSent: noon }), ['to Ann on 02']);
    assert.deepEqual(await listed({ to: ann, dateSentAfter: noon }), ['to Ann on 03', 'to Ann on 02']);
    assert.deepEqual(await listed({ to: ann, dateSentBefore: noon }), ['to Ann on 02', 'to Ann on 01']);
    assert.deepEqual(await listed({ to: ann, dateSentAfter: noon, dateSentBefore: noon }), ['to Ann on 02']);
    assert.equal((await listed({ dateSentAfter: noon, pageSize: 2 })).length, 5);
});

validated('A scheduled text leaves at its time, and a canceled one never does', async ({ simulator, client }) => {
    await simulator.set_clock('2026-03-02T15:00:00Z');
    const schedule = (body) =>
        client.messages.create({
            to: ann,
            messagingServiceSid: service,
            body,
            scheduleType: 'fixed',
            sendAt: new Date('2026-03-02T16:00:00Z'),
        });
    const kept = await schedule('kept');
    const canceled = await schedule('canceled');
    assert.equal(kept.status, 'scheduled');
    assert.equal((await client.messages(canceled.sid).update({ status: 'canceled' })).status, 'canceled');
    assert.deepEqual(await simulator.received(ann), []);
    await simulator.set_clock('2026-03-02T17:00:00Z');
    assert.deepEqual(await simulator.received(ann), ['kept']);
    const sent = await client.messages(kept.sid).fetch();
    assert.equal(sent.status, 'delivered');
    assert.equal(sent.dateSent.toISOString(), '2026-03-02T16:00:00.000Z');
    assert.equal((await client.messages(canceled.sid).fetch()).status, 'canceled');
    assert.equal((await client.messages.list()).length, 2);
});

validated('A text is redacted, and deleted', async ({ simulator, client }) => {
    const sid = await simulator.reply(ann, line, 'private');
    assert.equal((await client.messages(sid).fetch()).direction, 'inbound');
    assert.equal((await client.messages(sid).update({ body: '' })).body, '');
    assert.equal((await client.messages(sid).fetch()).body, '');
    assert.equal(await client.messages(sid).remove(), true);
    await assert.rejects(client.messages(sid).fetch(), { status: 404, code: 20404 });
    assert.deepEqual(await client.messages.list(), []);
});
