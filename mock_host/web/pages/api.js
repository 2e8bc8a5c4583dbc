// Talking to the mock host: JSON there and back, with the page's token on every change.

const token = document.querySelector('meta[name="mock-host-token"]')?.content ?? '';

/** What went wrong, in the server's words. status is 0 when the mock host did not answer at all. */
export class ApiProblem extends Error {
    constructor(status, words, problems) {
        super(words);
        this.name = 'ApiProblem';
        this.status = status;
        this.problems = problems ?? {};
    }
}

export const get = (path, options) => request('GET', path, undefined, options);
export const post = (path, body) => request('POST', path, body ?? {});
export const put = (path, body) => request('PUT', path, body ?? {});
export const remove = (path, body) => request('DELETE', path, body ?? {});

/** "?last_name=Baker&offset=0" of an object; empty values are left out. */
export function query(values) {
    const given = Object.entries(values).filter(
        ([, value]) => value !== '' && value !== null && value !== undefined,
    );
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function request(method, path, body, options) {
    const headers = { Accept: 'application/json' };
    if (method !== 'GET') {
        headers['Content-Type'] = 'application/json';
        headers['X-Mock-Host-Token'] = token;
    }
    let response;
    try {
        response = await fetch(path, {
            method,
            headers,
            body: body && JSON.stringify(body),
            cache: 'no-store',
            ...options,
        });
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new ApiProblem(0, 'The mock host is not responding. Check that it is still running.');
    }
    const answer = await read_json(response);
    if (!response.ok) {
        throw new ApiProblem(
            response.status,
            answer?.error ?? `The mock host answered ${response.status} to ${method} ${path}.`,
            answer?.problems,
        );
    }
    return answer ?? {};
}

async function read_json(response) {
    const text = await response.text().catch(() => '');
    try {
        return text === '' ? null : JSON.parse(text);
    } catch {
        return null;
    }
}
