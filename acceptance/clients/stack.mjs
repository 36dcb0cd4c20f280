// The stack under test and its users, from the environment as `.coffer/env` has it.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A variable of the environment; without it there is no stack to talk to. */
export function setting(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: ./coffer up, then "set -a; . .coffer/env"`);
  }
  return value;
}

export const url = setting('COFFER_URL');

/** Text that no earlier run has used, so that the tests can be repeated on one stack. */
export const unique = (word) => `${word}-${randomUUID()}`;

/** Waits until it is so: what a service does behind an answer takes a moment. */
export async function eventually(what, check) {
  const end = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > end) {
      throw new Error(`after 10 s still not: ${what}`);
    }
    await sleep(50);
  }
}

/** Content that nobody has stored before. */
export const content = (size = 1000) => randomBytes(size);

/** A fresh access token of a user: `A`, `A2` (of the same tenant) or `B` (of another one). */
export async function token(user = 'A') {
  const answer = await fetch(setting('COFFER_TOKEN_URL'), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: setting('COFFER_CLIENT_ID'),
      client_secret: setting('COFFER_CLIENT_SECRET'),
      username: setting(`COFFER_USER_${user}`),
      password: setting(`COFFER_PASSWORD_${user}`),
    }),
  });
  if (!answer.ok) {
    throw new Error(`no token for ${user}: ${answer.status} ${await answer.text()}`);
  }
  return (await answer.json()).access_token;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

/** A PNG of one red pixel that nobody has stored before: readers stop at the end of the image, stores do not. */
export const image = () => Buffer.concat([Buffer.from(PIXEL, 'base64'), randomBytes(16)]);
