// @cognite/sdk: lists with every filter, search, retrieval (cdf-files.md sections 3.6, 3.8 and 3.10).
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { cognite, refusal } from './cognite.mjs';
import { unique } from './stack.mjs';

const client = cognite();
const labels = (...names) => names.map((externalId) => ({ externalId }));
function square(west, south, size) {
  const [east, north] = [west + size, south + size];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}
const feature = (geometry) => ({ type: 'Feature', geometry });

describe('a list', () => {
  const run = unique('find');
  const times = {};

  before(async () => {
    const files = [
      {
        name: `${run}-one.txt`,
        externalId: `${run}-one`,
        directory: `/${run}/a`,
        mimeType: 'text/plain',
        metadata: { color: 'red', size: 'small' },
        assetIds: [1, 2],
        sourceCreatedTime: new Date(1000),
        sourceModifiedTime: new Date(2000),
        labels: labels('red'),
        geoLocation: feature({ type: 'Point', coordinates: [10, 60] }),
      },
      {
        name: `${run}-two.png`,
        externalId: `${run}-two`,
        directory: `/${run}/b`,
        mimeType: 'image/png',
        metadata: { color: 'blue', size: 'small' },
        assetIds: [2, 3],
        sourceCreatedTime: new Date(3000),
        sourceModifiedTime: new Date(4000),
        labels: labels('red', 'blue'),
        geoLocation: feature(square(20, 50, 2)),
      },
      { name: `${run}-three`, externalId: `${run}-three` },
    ];
    for (const each of files) {
      const word = each.externalId.slice(run.length + 1);
      const content = word === 'one' ? 'content' : undefined;
      times[word] = await client.files.upload({ ...each, source: run }, content, false, content !== undefined);
    }
  });

  /** The words of the files that are found, in the order of their creation. */
  async function found(filter) {
    const files = await client.files.list({ filter: { source: run, ...filter } }).autoPagingToArray();
    return ['one', 'two', 'three'].filter((word) => files.some(({ externalId }) => externalId === `${run}-${word}`));
  }

  /** Filter, its value, the files that it leaves. */
  const filters = [
    ['name', `${run}-two.png`, ['two']],
    ['name', `${run}-TWO.png`, []],
    ['mimeType', 'text/plain', ['one']],
    ['metadata', { color: 'red' }, ['one']],
    ['metadata', { color: 'red', size: 'large' }, []],
    ['metadata', { size: 'small' }, ['one', 'two']],
    ['assetIds', [1], ['one']],
    ['assetIds', [1, 3], ['one', 'two']],
    ['source', run, ['one', 'two', 'three']],
    ['source', `${run}_`, []],
    ['directoryPrefix', `/${run}/`, ['one', 'two']],
    ['directoryPrefix', `/${run}/b`, ['two']],
    ['directoryPrefix', '/%', []],
    ['externalIdPrefix', `${run}-t`, ['two', 'three']],
    ['uploaded', true, ['one']],
    ['uploaded', false, ['two', 'three']],
    ['uploadedTime', { min: new Date(0) }, ['one']],
    ['sourceCreatedTime', { min: new Date(1000), max: new Date(1000) }, ['one']],
    ['sourceCreatedTime', { min: new Date(1001) }, ['two']],
    ['sourceModifiedTime', { max: new Date(3999) }, ['one']],
    ['labels', { containsAny: labels('red') }, ['one', 'two']],
    ['labels', { containsAny: labels('blue', 'green') }, ['two']],
    ['labels', { containsAll: labels('red', 'blue') }, ['two']],
    ['geoLocation', { relation: 'intersects', shape: square(9, 59, 2) }, ['one']],
    ['geoLocation', { relation: 'intersects', shape: square(21, 51, 5) }, ['two']],
    ['geoLocation', { relation: 'within', shape: square(21, 51, 5) }, []],
    ['geoLocation', { relation: 'within', shape: square(19, 49, 5) }, ['two']],
    ['geoLocation', { relation: 'disjoint', shape: square(9, 59, 2) }, ['two']],
  ];
  for (const [filter, value, expected] of filters) {
    const what = `${filter} ${JSON.stringify(value).replaceAll(run, '…')}`;
    test(`by ${what} has ${expected.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await found({ [filter]: value }), expected);
    });
  }

  for (const field of ['createdTime', 'lastUpdatedTime']) {
    test(`by ${field} includes both ends`, async () => {
      const time = times.two[field];

      assert.ok((await found({ [field]: { min: time, max: time } })).includes('two'));
      assert.ok(!(await found({ [field]: { max: new Date(time - 1) } })).includes('two'));
      assert.ok(!(await found({ [field]: { min: new Date(+time + 1) } })).includes('two'));
    });
  }

  test('by several filters has what fits all', async () => {
    assert.deepEqual(await found({ assetIds: [2], labels: { containsAny: labels('blue') }, uploaded: false }), ['two']);
  });

  test('by asset trees, which are not there, is refused', async () => {
    for (const filter of [{ rootAssetIds: [{ id: 1 }] }, { assetSubtreeIds: [{ externalId: 'root' }] }]) {
      assert.equal((await refusal(client.files.list({ filter }).autoPagingToArray())).status, 400);
    }
  });

  test('is that of the own project', async () => {
    for (const user of ['A2', 'B']) {
      assert.deepEqual(await cognite({ user }).files.list({ filter: { source: run } }).autoPagingToArray(), []);
    }
  });

  test('takes the filters of an aggregation and of a search', async () => {
    const filter = { source: run, mimeType: 'text/plain' };

    assert.deepEqual(await client.files.aggregate({ filter }), [{ count: 1 }]);
    assert.deepEqual((await client.files.search({ filter })).map(({ name }) => name), [`${run}-one.txt`]);
  });
});

describe('a search', () => {
  const word = unique('pump').replaceAll('-', '');
  const names = [`${word}.pdf`, `${word} drawing 7.pdf`, `the old ${word}.pdf`];
  before(async () => {
    for (const name of names) {
      await client.files.upload({ name, source: word });
    }
  });
  const search = async (name, more) =>
    (await client.files.search({ search: { name }, filter: { source: word }, ...more })).map((file) => file.name);

  test('finds names by their beginning, whatever the case', async () => {
    assert.deepEqual((await search(word.slice(0, 20).toUpperCase())).slice(0, 2).sort(), names.slice(0, 2).sort());
  });

  test('finds words within names', async () => {
    assert.ok((await search('drawing')).includes(names[1]));
    assert.deepEqual((await search(word)).sort(), [...names].sort());
  });

  test('finds no more than asked for', async () => {
    assert.equal((await search(word, { limit: 2 })).length, 2);
  });

  test('finds nothing that is not there', async () => {
    assert.deepEqual(await search(unique('xqz')), []);
  });
});

describe('a retrieval', () => {
  test('of nothing is nothing', async () => {
    assert.deepEqual(await client.files.retrieve([]), []);
  });

  test('of the same file twice is refused', async () => {
    const { id } = await client.files.upload({ name: 'twice.txt' });

    const { status, duplicated } = await refusal(client.files.retrieve([{ id }, { id }]));

    assert.equal(status, 409);
    assert.deepEqual(duplicated, [{ id }]);
  });

  test('takes both kinds of id in one request', async () => {
    const externalId = unique('both');
    const first = await client.files.upload({ name: 'first.txt', externalId });
    const second = await client.files.upload({ name: 'second.txt' });

    const files = await client.files.retrieve([{ id: second.id }, { externalId }]);

    assert.deepEqual(files.map(({ id }) => id), [second.id, first.id]);
  });
});
