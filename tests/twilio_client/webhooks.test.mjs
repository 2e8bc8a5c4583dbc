import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { twilio } from './support/programs.mjs';
import { ann, auth_token, bob, line } from './support/simulator.mjs';
import { direct } from './support/with_twilio.mjs';

/** A customer's web server. Each call of it, as it came, is given to whoever waits for the next. */
class Customer {
    #server = createServer((request, response) => this.#take(request, response));
    #calls = [];
    #waiting = [];

    static async start() {
        const customer = new Customer();
        customer.#server.listen(0, '127.0.0.1');
        await once(customer.#server, 'listening');
        customer.url = `http://127.0.0.1:${customer.#server.address().port}/texts?office=1&key=a%20b`;
        return customer;
    }

    async #take(request, response) {
        let body = '';
        for await (const part of request.setEncoding('utf8')) body += part;
        response.setHeader('Content-Type', 'text/xml').end('<Response></Response>');
        const call = { headers: request.headers, form: Object.fromEntries(new URLSearchParams(body)) };
        const waits = this.#waiting.shift();
        if (waits) waits(call);
        else this.#calls.push(call);
    }

    next() {
        if (this.#calls.length > 0) return this.#calls.shift();
        return new Promise((resolve) => this.#waiting.push(resolve));
    }

    end() {
        this.#server.close();
        this.#server.closeAllConnections();
    }
}

/** The next call, which the client's own check must take, and must not if anything is changed. */
async function signed_call(customer) {
    const { headers, form } = await customer.next();
    const signature = headers['x-twilio-signature'];
    const is_valid = (token, url, params) => twilio.validateRequest(token, signature, url, params);
    assert.equal(is_valid(auth_token, customer.url, form), true);
    assert.equal(is_valid('another-token', customer.url, form), false);
    assert.equal(is_valid(auth_token, `${customer.url}x`, form), false);
    assert.equal(is_valid(auth_token, customer.url, { ...form, From: bob }), false);
    assert.match(headers['i-twilio-idempotency-token'], /./);
    return form;
}

const with_customer = (steps) => async (at_twilio) => {
    const customer = await Customer.start();
    try {
        await steps({ ...at_twilio, customer });
    } finally {
        customer.end();
    }
};

direct(
    "An inbound text is called with a signature that the client's own check takes",
    with_customer(async ({ simulator, client, customer }) => {
        await simulator.give_account({ sms_url: customer.url });
        const body = "It's Ann: yes & no = é + 1 👍\nsecond line";
        const sid = await simulator.reply(ann, line, body);
        const form = await signed_call(customer);
        assert.equal(form.MessageSid, sid);
        assert.equal(form.Body, body);
        assert.equal(form.From, ann);
        assert.equal(form.To, line);
        assert.equal((await client.messages(form.MessageSid).fetch()).body, body);
    }),
);

direct(
    'Each status but the first is called, signed',
    with_customer(async ({ simulator, client, customer }) => {
        await simulator.change_handset(bob, { failure: 30005 });
        const text = { from: line, body: 'Hello', statusCallback: customer.url };
        const statuses = async (to) => {
            const { sid } = await client.messages.create({ ...text, to });
            const calls = [await signed_call(customer), await signed_call(customer)];
            for (const { MessageSid } of calls) assert.equal(MessageSid, sid);
            return calls.map(({ MessageStatus, ErrorCode }) => [MessageStatus, ErrorCode]);
        };
        assert.deepEqual(await statuses(ann), [
            ['sent', undefined],
            ['delivered', undefined],
        ]);
        assert.deepEqual(await statuses(bob), [
            ['sent', undefined],
            ['undelivered', '30005'],
        ]);
    }),
);
