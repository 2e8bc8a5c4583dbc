// Twilio's own client, which finds Twilio elsewhere than at api.twilio.com.
import { twilio } from './programs.mjs';
import { account_sid, auth_token } from './simulator.mjs';

/** Throws what the validating proxy found, if that answered in place of the simulator. */
function refuse_violation(body) {
    if (!body?.type?.startsWith('https://stoplight.io/prism/errors')) return;
    throw new Error(`Twilio's specification is violated: ${body.title}: ${JSON.stringify(body.validation)}`);
}

class Redirected extends twilio.RequestClient {
    #address;

    constructor(address) {
        super({ timeout: 300_000 }); // only against a hang
        this.#address = address;
    }

    async request(options) {
        const { origin } = new URL(options.uri);
        if (origin !== 'https://api.twilio.com') throw new Error(`${origin} is not where the messages are`);
        const response = await super.request({ ...options, uri: this.#address + options.uri.slice(origin.length) });
        refuse_violation(response.body);
        return response;
    }
}

/** The client of the account at this address; with an API key: its SID and secret. */
export function official_client(address, user = account_sid, password = auth_token) {
    return twilio(user, password, { accountSid: account_sid, httpClient: new Redirected(address) });
}
