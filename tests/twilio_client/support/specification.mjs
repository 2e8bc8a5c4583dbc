// Twilio's specification of its messages (README.md has where it is from), and a proxy that holds requests and answers
// against it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prism_program, Server } from './programs.mjs';

const file = new URL('../twilio_messages_openapi.json', import.meta.url);
const page_of_messages = '/2010-04-01/Accounts/{AccountSid}/Messages.json';

/**
 * The specification, made as strict as its examples and its words are: every property is there and no other, and dates
 * are in RFC 2822. In one thing it contradicts its own examples: the addresses of pages are called absolute, and are
 * relative.
 */
export async function specification() {
    const spec = JSON.parse(await readFile(file, 'utf8'));
    const message = spec.components.schemas['api.v2010.account.message'];
    const { post, get } = spec.paths[page_of_messages];
    // The default of OpenAPI, which the proxy does not know.
    post.requestBody.content['application/x-www-form-urlencoded'].encoding = {
        MediaUrl: { style: 'form', explode: true },
    };
    const page = get.responses['200'].content['application/json'].schema;
    for (const schema of [message, page]) {
        schema.required = Object.keys(schema.properties);
        schema.additionalProperties = false;
        for (const property of Object.values(schema.properties)) {
            if (property.format === 'uri') property.format = 'uri-reference';
            if (property.format === 'date-time-rfc-2822')
                property.pattern = '^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} [+]0000$';
            if (property.format === 'phone-number') property.pattern = '^[+][0-9]{8,15}$';
        }
    }
    return spec;
}

/** A proxy to `upstream`. What is not as the specification has it is answered with an error instead. */
export class ValidatingProxy {
    #server;
    #folder;

    static async start(upstream) {
        const proxy = new ValidatingProxy();
        proxy.#folder = await mkdtemp(join(tmpdir(), 'send-text-specification-'));
        const strict = join(proxy.#folder, 'specification.json');
        await writeFile(strict, JSON.stringify(await specification()));
        proxy.#server = await Server.start(
            [process.execPath, prism_program, 'proxy', strict, upstream, '--errors', '--port', '0'],
            /(?<=listening on )http:\/\/127\.0\.0\.1:\d+/,
        );
        return proxy;
    }

    get address() {
        return this.#server.address;
    }

    async end() {
        await this.#server.end();
        await rm(this.#folder, { recursive: true, force: true });
    }
}
