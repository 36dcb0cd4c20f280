// @cognite/sdk: every field in every mode of an update, and deletion (cdf-files.md sections 3.11 and 3.12).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cognite, refusal } from './cognite.mjs';
import { eventually, unique } from './stack.mjs';

const client = cognite();
const UNKNOWN = 9007199254740991;

const create = (info = {}) => client.files.upload({ name: 'change.txt', ...info });
const retrieve = async (id) => (await client.files.retrieve([{ id }]))[0];
const point = (...coordinates) => ({ type: 'Feature', geometry: { type: 'Point', coordinates } });
const labels = (...names) => names.map((externalId) => ({ externalId }));

/** Field, what it is before, the update of it, what it is afterwards; undefined: it is not there. */
const changes = [
  ['source', undefined, { set: 'a' }, 'a'],
  ['source', 'a', { set: 'b' }, 'b'],
  ['source', 'a', { setNull: true }, undefined],
  ['directory', '/a', { set: '/b/c' }, '/b/c'],
  ['directory', '/a', { setNull: true }, undefined],
  ['mimeType', 'text/plain', { set: 'text/csv' }, 'text/csv'],
  ['mimeType', 'text/plain', { setNull: true }, undefined],
  ['sourceCreatedTime', new Date(1), { set: new Date(2) }, new Date(2)],
  ['sourceCreatedTime', new Date(1), { setNull: true }, undefined],
  ['sourceModifiedTime', undefined, { set: new Date(0) }, new Date(0)],
  ['sourceModifiedTime', new Date(1), { setNull: true }, undefined],
  ['metadata', { a: '1', b: '2' }, { set: { c: '3' } }, { c: '3' }],
  ['metadata', { a: '1', b: '2' }, { add: { b: '3', c: '4' }, remove: ['a', 'unknown'] }, { b: '3', c: '4' }],
  ['metadata', { a: '1' }, { add: { b: '2' } }, { a: '1', b: '2' }],
  ['metadata', { a: '1', b: '2' }, { remove: ['a'] }, { b: '2' }],
  ['assetIds', [1, 2], { set: [3] }, [3]],
  ['assetIds', [1, 2], { add: [2, 3], remove: [1] }, [2, 3]],
  ['assetIds', undefined, { add: [1] }, [1]],
  ['assetIds', [1], { set: [] }, undefined],
  ['labels', labels('a'), { add: labels('a', 'b') }, labels('a', 'b')],
  ['labels', labels('a', 'b'), { remove: labels('a', 'unknown') }, labels('b')],
  ['labels', labels('a'), { remove: labels('a') }, undefined],
  ['geoLocation', undefined, { set: point(1, 2) }, point(1, 2)],
  ['geoLocation', point(1, 2), { set: point(3, 4) }, point(3, 4)],
  ['geoLocation', point(1, 2), { setNull: true }, undefined],
  ['securityCategories', undefined, { set: [] }, undefined],
];

describe('an update', () => {
  for (const [field, before, change, after] of changes) {
    const now = before === undefined ? 'nothing' : JSON.stringify(before);
    test(`of ${field} from ${now} by ${JSON.stringify(change)}`, async () => {
      const { id } = await create({ [field]: before });

      const [answer] = await client.files.update([{ id, update: { [field]: change } }]);

      assert.deepEqual((await retrieve(id))[field], after);
      assert.deepEqual(answer[field], after);
    });
  }

  test('of the metadata by nothing leaves none', async () => {
    const { id } = await create({ metadata: { a: '1' } });

    await client.files.update([{ id, update: { metadata: { set: {} } } }]);

    assert.deepEqual((await retrieve(id)).metadata ?? {}, {});
  });

  test('gives, changes and takes an external id, and is found by it', async () => {
    const [first, second] = [unique('first'), unique('second')];
    const { id } = await create();

    await client.files.update([{ id, update: { externalId: { set: first } } }]);
    await client.files.update([{ externalId: first, update: { externalId: { set: second } } }]);
    assert.equal((await retrieve(id)).externalId, second);

    await client.files.update([{ externalId: second, update: { externalId: { setNull: true } } }]);
    assert.equal('externalId' in (await retrieve(id)), false);
  });

  test('of several fields of several files answers in their order', async () => {
    const ids = [(await create()).id, (await create()).id, (await create()).id].reverse();

    const files = await client.files.update(
      ids.map((id, index) => ({
        id,
        update: { source: { set: `source ${index}` }, metadata: { add: { index: `${index}` } } },
      })),
    );

    assert.deepEqual(
      files.map(({ id, source, metadata }) => [id, source, metadata.index]),
      ids.map((id, index) => [id, `source ${index}`, `${index}`]),
    );
  });

  test('moves the time of the last update', async () => {
    const before = await create({ source: 'same' });

    const [after] = await client.files.update([{ id: before.id, update: { source: { set: 'same' } } }]);

    assert.ok(after.lastUpdatedTime > before.lastUpdatedTime);
    assert.deepEqual(after.createdTime, before.createdTime);
  });

  test('of an unknown file changes none', async () => {
    const { id } = await create({ source: 'kept' });
    const update = { source: { set: 'lost' } };

    const { status, missing } = await refusal(client.files.update([{ id, update }, { id: UNKNOWN, update }]));

    assert.equal(status, 400);
    assert.deepEqual(missing, [{ id: UNKNOWN }]);
    assert.equal((await retrieve(id)).source, 'kept');
  });

  test('of the same file twice is refused', async () => {
    const { id } = await create();
    const update = { source: { set: 'x' } };

    const { status, duplicated } = await refusal(client.files.update([{ id, update }, { id, update }]));

    assert.equal(status, 409);
    assert.deepEqual(duplicated, [{ id }]);
  });

  test('to an external id that is taken is refused', async () => {
    const externalId = unique('taken');
    await create({ externalId });
    const { id } = await create();

    const update = { externalId: { set: externalId } };
    const { status, duplicated } = await refusal(client.files.update([{ id, update }]));

    assert.equal(status, 409);
    assert.deepEqual(duplicated, [{ externalId }]);
  });

  test('of a file of others is one of an unknown file', async () => {
    const { id } = await create();

    for (const user of ['A2', 'B']) {
      const update = { source: { set: 'stolen' } };
      assert.deepEqual((await refusal(cognite({ user }).files.update([{ id, update }]))).missing, [{ id }]);
    }
  });
});

describe('deletion', () => {
  test('takes files by both kinds of id, with their content and their links', async () => {
    const externalId = unique('gone');
    const { id } = await client.files.upload({ name: 'gone.txt' }, 'gone', false, true);
    const { id: other, uploadUrl } = await create({ externalId });
    const [{ downloadUrl }] = await client.files.getDownloadUrls([{ id }]);

    assert.deepEqual(await client.files.delete([{ id }, { externalId }]), {});

    const { missing } = await refusal(client.files.retrieve([{ id }, { id: other }]));
    assert.deepEqual(missing.map((each) => each.id).sort(), [id, other].sort());
    const status = async (link, method, body) => (await fetch(link, { method, body })).status;
    await eventually('the upload link is withdrawn', async () => (await status(uploadUrl, 'PUT', 'late')) === 403);
    await eventually('the content is gone', async () => (await status(downloadUrl)) === 404);
  });

  test('of an unknown file deletes none', async () => {
    const { id } = await create();

    const { status, missing } = await refusal(client.files.delete([{ id }, { id: UNKNOWN }]));

    assert.equal(status, 400);
    assert.deepEqual(missing, [{ id: UNKNOWN }]);
    assert.equal((await retrieve(id)).id, id);
  });

  test('of the same file twice is refused', async () => {
    const { id } = await create();

    assert.deepEqual((await refusal(client.files.delete([{ id }, { id }]))).duplicated, [{ id }]);
  });

  test('makes room for the external id', async () => {
    const externalId = unique('again');
    const { id } = await create({ externalId });

    await client.files.delete([{ id }]);

    assert.notEqual((await create({ externalId })).id, id);
  });

  test('of a file of others is one of an unknown file', async () => {
    const { id } = await create();

    assert.deepEqual((await refusal(cognite({ user: 'B' }).files.delete([{ id }]))).missing, [{ id }]);
    assert.equal((await retrieve(id)).id, id);
  });
});
