// A carrier simulator of a test's own, with one account at Twilio.
import { programs, Server } from './programs.mjs';

export const account_sid = 'AC0123456789abcdef0123456789abcdef';
export const auth_token = 'the-auth-token';
export const service = 'MG0123456789abcdef0123456789abcdef';
export const line = '+12065550150';
export const service_line = '+12065550151';
export const ann = '+16515565757';
export const bob = '+16513708370';

export class Simulator {
    #server;

    static async start() {
        const simulator = new Simulator();
        simulator.#server = await Server.start(
            [programs.carrier_simulator, '--until-stdin-closes'],
            /http:\/\/127\.0\.0\.1:\d+/,
        );
        return simulator;
    }

    /** Everything as at the start, and the account again. */
    async reset() {
        await this.steer('POST', 'reset');
        await this.give_account({});
    }

    get address() {
        return this.#server.address;
    }

    end() {
        return this.#server.end();
    }

    /** The account as it is from now on; `more`: api_key_sid, sms_url and the like. */
    give_account(more) {
        return this.steer('POST', 'accounts', {
            carrier: 'twilio',
            account_sid,
            auth_token,
            numbers: [line],
            messaging_services: { [service]: [service_line] },
            ...more,
        });
    }

    set_clock(now) {
        return this.steer('PUT', 'clock', { now });
    }

    set_faults(rules) {
        return this.steer('PUT', 'faults', rules);
    }

    change_handset(number, change) {
        return this.steer('POST', `handsets/${number}`, change);
    }

    /** Has a handset text a line; the SID of that text. */
    async reply(from, to, body) {
        return (await this.steer('POST', `handsets/${from}/reply`, { to, body })).message_id;
    }

    /** The bodies of the texts that a handset got, oldest first. */
    async received(number) {
        const handsets = await this.steer('GET', 'handsets');
        return (handsets.find((handset) => handset.number === number)?.texts ?? []).map(({ body }) => body);
    }

    async steer(method, what, order) {
        const answer = await fetch(`${this.address}/_simulator/${what}`, {
            method,
            body: order === undefined ? undefined : JSON.stringify(order),
        });
        const parsed = await answer.json();
        if (!answer.ok) throw new Error(`${method} ${what}: ${parsed.error}`);
        return parsed;
    }
}
