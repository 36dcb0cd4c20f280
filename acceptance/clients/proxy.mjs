// A proxy in front of the stack that writes down what a client sends and can have a bad moment.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { url as target } from './stack.mjs';

const HOP_BY_HOP = ['host', 'connection', 'content-length', 'transfer-encoding', 'content-encoding'];

const endToEnd = (headers) => Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name));

export class Proxy {
  /** What went by: `{method, path, authorization, status}`, in order. */
  requests = [];
  #failures = [];
  #server = createServer((request, response) => this.#handle(request, response));

  static async start() {
    const proxy = new Proxy();
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Answers the next requests whose "METHOD /path" fits with these statuses, one each, instead of passing them on. */
  fail(pattern, ...statuses) {
    this.#failures.push(...statuses.map((status) => ({ pattern, status })));
  }

  /** The statuses that the requests whose "METHOD /path" fits were answered with. */
  statuses(pattern) {
    return this.requests.filter((each) => pattern.test(`${each.method} ${each.path}`)).map((each) => each.status);
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #handle(request, response) {
    const { method, url: path, headers } = request;
    const body = await buffer(request);
    const status = this.#failure(`${method} ${path}`);
    const answer = status ? refusal(status) : await this.#pass(method, path, headers, body);
    this.requests.push({ method, path, authorization: headers.authorization, status: answer.status });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  #failure(line) {
    const due = this.#failures.findIndex(({ pattern }) => pattern.test(line));
    return due < 0 ? undefined : this.#failures.splice(due, 1)[0].status;
  }

  /** Links of the answer lead through the proxy as well. */
  async #pass(method, path, headers, body) {
    const answer = await fetch(target + path, {
      method,
      headers: endToEnd(headers),
      body: body.length || method === 'PUT' ? body : undefined,
      redirect: 'manual',
    });
    const content = Buffer.from(await answer.arrayBuffer());
    const json = answer.headers.get('content-type')?.startsWith('application/json');
    return {
      status: answer.status,
      headers: Object.fromEntries(endToEnd(Object.fromEntries(answer.headers))),
      body: json ? content.toString().replaceAll(target, this.url) : content,
    };
  }
}

function refusal(status) {
  const headers = { 'Content-Type': 'application/json' };
  return { status, headers, body: JSON.stringify({ error: { code: status, message: 'Injected by the test.' } }) };
}
