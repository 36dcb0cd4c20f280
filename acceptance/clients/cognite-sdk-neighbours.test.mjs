// @cognite/sdk: labels and data sets, as far as files need them (cdf-files.md section 7).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cognite, refusal } from './cognite.mjs';
import { unique } from './stack.mjs';

const client = cognite();

describe('labels', () => {
  test('are made, found by their name, and deleted', async () => {
    const label = { externalId: unique('label'), name: unique('A label'), description: 'Of a test' };

    const [{ createdTime, ...created }] = await client.labels.create([label]);
    assert.deepEqual(created, label);
    assert.ok(createdTime instanceof Date);

    const found = () => client.labels.list({ filter: { name: label.name } }).autoPagingToArray();
    assert.deepEqual((await found()).map(({ externalId }) => externalId), [label.externalId]);

    await client.labels.delete([{ externalId: label.externalId }]);
    assert.deepEqual(await found(), []);
  });

  test('stay on a file when they are deleted', async () => {
    const externalId = unique('label');
    await client.labels.create([{ externalId, name: 'short-lived' }]);
    const { id } = await client.files.upload({ name: 'labelled.txt', labels: [{ externalId }] });

    await client.labels.delete([{ externalId }]);

    const filter = { labels: { containsAny: [{ externalId }] } };
    assert.deepEqual((await client.files.list({ filter }).autoPagingToArray()).map((file) => file.id), [id]);
  });
});

describe('data sets', () => {
  const create = async () => (await client.datasets.create([{ externalId: unique('set'), name: 'Of a test' }]))[0];

  test('are made, changed and retrieved', async () => {
    const { id, externalId } = await create();

    await client.datasets.update([{ id, update: { description: { set: 'changed' }, metadata: { set: { a: '1' } } } }]);

    const [dataSet] = await client.datasets.retrieve([{ externalId }]);
    assert.deepEqual([dataSet.id, dataSet.description, dataSet.metadata], [id, 'changed', { a: '1' }]);
    assert.ok(dataSet.createdTime instanceof Date);
  });

  test('gather files, that are found by both kinds of their ids', async () => {
    const { id: dataSetId, externalId } = await create();
    const { id } = await client.files.upload({ name: 'gathered.txt', dataSetId });
    await client.files.upload({ name: 'not gathered.txt' });

    for (const dataSet of [{ id: dataSetId }, { externalId }]) {
      const files = await client.files.list({ filter: { dataSetIds: [dataSet] } }).autoPagingToArray();
      assert.deepEqual(files.map((file) => file.id), [id]);
    }
  });

  test('are given to a file and taken from it', async () => {
    const { id: dataSetId } = await create();
    const { id } = await client.files.upload({ name: 'moved.txt' });

    const [given] = await client.files.update([{ id, update: { dataSetId: { set: dataSetId } } }]);
    const [taken] = await client.files.update([{ id, update: { dataSetId: { setNull: true } } }]);

    assert.deepEqual([given.dataSetId, taken.dataSetId], [dataSetId, undefined]);
  });

  test('that are unknown are missing', async () => {
    const dataSetId = Number.MAX_SAFE_INTEGER;

    const { status, missing } = await refusal(client.files.upload({ name: 'lost.txt', dataSetId }));

    assert.equal(status, 400);
    assert.deepEqual(missing, [{ id: dataSetId }]);
  });

  test('of another project are unknown', async () => {
    const { id, externalId } = await create();

    const { missing } = await refusal(cognite({ user: 'B' }).datasets.retrieve([{ id }, { externalId }]));

    assert.deepEqual(missing, [{ id }, { externalId }]);
  });
});
