// That the proxy sees a violation: answers that were altered on their way make the client's call fail.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { official_client } from './support/official_client.mjs';
import { ann, line } from './support/simulator.mjs';
import { ValidatingProxy } from './support/specification.mjs';
import { direct } from './support/with_twilio.mjs';

/** Passes everything on to the simulator, and each message that comes back through `alter`. */
async function start_altering(simulator, alter) {
    const server = createServer(async (request, response) => {
        let body = '';
        for await (const part of request.setEncoding('utf8')) body += part;
        const { authorization, 'content-type': type } = request.headers;
        const answer = await fetch(simulator.address + request.url, {
            method: request.method,
            headers: { authorization, ...(type ? { 'content-type': type } : {}) },
            body: request.method === 'POST' ? body : undefined,
        });
        const parsed = await answer.json();
        for (const message of parsed.messages ?? [parsed]) alter.message?.(message);
        alter.whole?.(parsed);
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(parsed));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
}

const violations = {
    'a field is missing': { message: (message) => delete message.num_segments },
    'a field is there that is none': { message: (message) => (message.colour = 'green') },
    'a number is no string': { message: (message) => (message.num_media = 0) },
    'a status does not exist': { message: (message) => (message.status = 'flying') },
    'a direction does not exist': { message: (message) => (message.direction = 'outbound') },
    'a SID has another form': { message: (message) => (message.sid = `XX${message.sid.slice(2)}`) },
    'an error code is a string': { message: (message) => (message.error_code = '30003') },
    'a date is in ISO 8601': { message: (message) => (message.date_created = '2026-03-02T15:00:00Z') },
    'a sender is no number': { message: (message) => (message.from = '2065550150') },
    'a page has no next one, not even null': { whole: (page) => delete page.next_page_uri },
    'the messages are no list': { whole: (page) => (page.messages = {}) },
};

direct(
    'An answer that is not as the specification has it fails, and one that is does not',
    async ({ simulator, client }) => {
        await client.messages.create({ to: ann, from: line, body: 'Hello' });
        const alter = {};
        const altering = await start_altering(simulator, alter);
        const proxy = await ValidatingProxy.start(`http://127.0.0.1:${altering.address().port}`);
        try {
            const validated = official_client(proxy.address);
            assert.equal((await validated.messages.list()).length, 1);
            for (const [what, how] of Object.entries(violations)) {
                delete alter.message;
                delete alter.whole;
                Object.assign(alter, how);
                await assert.rejects(validated.messages.list(), /specification is violated: Request\/Response/, what);
            }
        } finally {
            await proxy.end();
            altering.close();
            altering.closeAllConnections();
        }
    },
);
