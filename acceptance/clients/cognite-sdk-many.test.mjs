// @cognite/sdk: more files than one answer takes (cdf-files.md sections 3.6, 3.8, 3.12 and 3.14).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cognite, refusal } from './cognite.mjs';
import { Proxy } from './proxy.mjs';
import { unique } from './stack.mjs';

const client = cognite();

describe('1,001 files', () => {
  const source = unique('many');
  const SIDE_BY_SIDE = 16;
  let ids;

  before(async () => {
    await client.authenticate();
    let left = 1001;
    const created = [];
    const worker = async () => {
      while (left-- > 0) {
        created.push((await client.files.upload({ name: 'many.txt', source })).id);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    ids = created.sort((one, other) => one - other);
  });
  after(() => client.files.delete(ids.map((id) => ({ id }))));

  const all = (lister, more) =>
    lister.files.list({ filter: { source }, limit: 1000, ...more }).autoPagingToArray({ limit: Infinity });

  test('are retrieved by their ids, in the order of these', async () => {
    const asked = [...ids].reverse();

    const files = await client.files.retrieve(asked.map((id) => ({ id })));

    assert.deepEqual(files.map(({ id }) => id), asked);
  });

  test('are listed over the pages, in the order of their ids', async () => {
    const files = await all(client);

    assert.deepEqual(files.map(({ id }) => id), ids);
  });

  test('are listed one by one, as long as the caller wants', async () => {
    const seen = [];
    for await (const { id } of client.files.list({ filter: { source }, limit: 10 })) {
      seen.push(id);
      if (seen.length === 25) break;
    }

    assert.deepEqual(seen, ids.slice(0, 25));
  });

  test('are listed page by page', async () => {
    const first = await client.files.list({ filter: { source }, limit: 600 });
    const second = await first.next();

    assert.deepEqual([first, second].map(({ items }) => items.length), [600, 401]);
    assert.deepEqual([...first.items, ...second.items].map(({ id }) => id), ids);
    assert.equal(second.nextCursor, undefined);
  });

  test('are the same in partitions, each in one of them', async () => {
    const partitions = await Promise.all([1, 2, 3].map((m) => all(client, { partition: `${m}/3` })));

    assert.ok(partitions.every(({ length }) => length > 200));
    assert.deepEqual(partitions.flat().map(({ id }) => id), ids);
  });

  test('are counted', async () => {
    assert.deepEqual(await client.files.aggregate({ filter: { source } }), [{ count: 1001 }]);
  });

  test('and one that is unknown are refused, unless that does not matter', async () => {
    const asked = [...ids, Number.MAX_SAFE_INTEGER].map((id) => ({ id }));

    assert.deepEqual((await refusal(client.files.retrieve(asked))).missing, [{ id: Number.MAX_SAFE_INTEGER }]);
    assert.equal((await client.files.retrieve(asked, { ignoreUnknownIds: true })).length, 1001);
  });

  test('are listed in spite of a bad moment', async (context) => {
    const proxy = await Proxy.start();
    context.after(() => proxy.stop());
    proxy.fail(/\/files\/list/, 503, 429);

    assert.equal((await all(cognite({ baseUrl: proxy.url }))).length, 1001);
  });
});
