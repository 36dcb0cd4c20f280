// @cognite/sdk: tokens, uploads, downloads and what happens in a bad moment (cdf-files.md sections 0, 3 and 5).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cognite, download, refusal } from './cognite.mjs';
import { Proxy } from './proxy.mjs';
import { content, setting, token, unique } from './stack.mjs';

const client = cognite();

describe('tokens', () => {
  let proxy;
  before(async () => (proxy = await Proxy.start()));
  after(() => proxy.stop());

  test('the first call has none, is told so, and is repeated with one', async () => {
    let asked = 0;
    const newcomer = cognite({ baseUrl: proxy.url, oidcTokenProvider: () => (asked++, token()) });

    const file = await newcomer.files.upload({ name: 'first.txt' });
    await newcomer.files.retrieve([{ id: file.id }]);

    assert.equal(asked, 1);
    assert.deepEqual(proxy.requests.map(({ status }) => status), [401, 201, 200]);
    const schemes = proxy.requests.map(({ authorization }) => authorization?.split(' ')[0]);
    assert.deepEqual(schemes, [undefined, 'Bearer', 'Bearer']);
  });

  test('a project that is not in the token is refused once, not for ever', async () => {
    const stranger = cognite({ user: 'B', oidcTokenProvider: () => token('A') });

    assert.equal((await refusal(stranger.files.retrieve([{ id: 1 }]))).status, 403);
  });

  test('a token that is no token is refused', async () => {
    const pretender = cognite({ oidcTokenProvider: async () => 'made.up.token' });

    await assert.rejects(pretender.files.retrieve([{ id: 1 }]), { status: 401 });
  });
});

describe('uploads', () => {
  const sent = {
    'a string': 'content: Größe',
    'a Buffer': content(),
    'an ArrayBuffer': new Uint8Array(content()).buffer,
    'an empty string': '',
    'an empty Buffer': Buffer.alloc(0),
    'some megabytes': content(9 * 1024 * 1024),
  };
  for (const [what, data] of Object.entries(sent)) {
    for (const mimeType of ['text/plain', undefined]) {
      test(`${what} ${mimeType ? 'with' : 'without'} a mime type is downloaded as it was`, async () => {
        const file = await client.files.upload({ name: 'file', mimeType }, data, false, true);

        assert.equal(file.uploaded, true);
        assert.equal(file.mimeType, mimeType);
        assert.ok(file.uploadedTime instanceof Date);
        assert.ok((await download(client, file.id)).equals(Buffer.from(data)));
      });
    }
  }

  test('every field of a file comes back', async () => {
    const info = {
      name: 'größe.txt',
      externalId: unique('fields'),
      directory: '/some/where',
      source: 'coffer-clients',
      mimeType: 'text/plain',
      metadata: { key: 'value', empty: '' },
      assetIds: [1, 9007199254740991],
      sourceCreatedTime: new Date(1),
      sourceModifiedTime: new Date(1700000000000),
      labels: [{ externalId: 'label' }],
      geoLocation: { type: 'Feature', geometry: { type: 'Point', coordinates: [10.5, 59.9] }, properties: { a: 1 } },
    };

    const { id } = await client.files.upload(info, 'x', false, true);
    const [file] = await client.files.retrieve([{ id }]);

    const { createdTime, lastUpdatedTime, uploadedTime, uploaded, ...rest } = file;
    assert.deepEqual(rest, { id, ...info });
    assert.ok([createdTime, lastUpdatedTime, uploadedTime].every((time) => time instanceof Date));
    assert.equal(uploaded, true);
  });

  test('a file without content has a link to send it to', async () => {
    const file = await client.files.upload({ name: 'later.txt', mimeType: 'text/plain' });

    assert.equal(file.uploaded, false);
    assert.equal('uploadedTime' in file, false);
    const { errorMessage } = await refusal(client.files.getDownloadUrls([{ id: file.id }]));
    assert.equal(errorMessage, `Files not uploaded, ids: ${file.id}`);

    assert.equal((await fetch(file.uploadUrl, { method: 'PUT', body: 'later' })).status, 200);
    assert.equal((await download(client, file.id)).toString(), 'later');
  });
});

describe('overwriting', () => {
  test('is refused unless it was asked for', async () => {
    const externalId = unique('once');
    await client.files.upload({ name: 'first.txt', externalId }, 'first');

    const { status, duplicated } = await refusal(client.files.upload({ name: 'second.txt', externalId }, 'second'));

    assert.equal(status, 409);
    assert.deepEqual(duplicated, [{ externalId }]);
  });

  test('keeps the id and brings new content', async () => {
    const externalId = unique('twice');
    const first = await client.files.upload({ name: 'a.txt', externalId, metadata: { a: '1' } }, 'first', false, true);

    const second = await client.files.upload({ name: 'b.txt', externalId }, 'second', true, true);

    assert.equal(second.id, first.id);
    assert.equal(second.name, 'b.txt');
    assert.deepEqual(second.metadata, { a: '1' });
    assert.deepEqual(second.createdTime, first.createdTime);
    assert.equal((await download(client, first.id)).toString(), 'second');
  });

  test('keeps the old content until the new one is there', async () => {
    const externalId = unique('meanwhile');
    const { id } = await client.files.upload({ name: 'a.txt', externalId }, 'old', false, true);

    const { uploadUrl, uploaded } = await client.files.upload({ name: 'a.txt', externalId }, undefined, true);

    assert.equal(uploaded, true);
    assert.equal((await download(client, id)).toString(), 'old');
    await fetch(uploadUrl, { method: 'PUT', body: 'new' });
    assert.equal((await download(client, id)).toString(), 'new');
  });
});

describe('downloads', () => {
  test('are found by external id, and links name it only', async () => {
    const externalId = unique('link');
    await client.files.upload({ name: 'a.txt', externalId }, 'content', false, true);

    const [link] = await client.files.getDownloadUrls([{ externalId }]);

    assert.deepEqual(Object.keys(link).sort(), ['downloadUrl', 'externalId']);
    assert.equal(await (await fetch(link.downloadUrl)).text(), 'content');
  });

  test('of several files come in the order of the request', async () => {
    const upload = (text) => client.files.upload({ name: `${text}.txt` }, text, false, true);
    const files = [await upload('one'), await upload('two'), await upload('three')].reverse();

    const links = await client.files.getDownloadUrls(files.map(({ id }) => ({ id })));

    assert.deepEqual(links.map(({ id }) => id), files.map(({ id }) => id));
    const texts = await Promise.all(links.map(async ({ downloadUrl }) => (await fetch(downloadUrl)).text()));
    assert.deepEqual(texts, ['three', 'two', 'one']);
  });

  test('of files that are not there are refused with their ids', async () => {
    const externalId = unique('nothing');

    assert.deepEqual(await refusal(client.files.getDownloadUrls([{ externalId }])), {
      status: 400,
      errorMessage: `Files ids not found: ${externalId}`,
      missing: [{ externalId }],
      duplicated: undefined,
    });
  });

  test('say what the content is', async () => {
    const { id } = await client.files.upload({ name: 'ä.csv', mimeType: 'text/csv' }, 'a,b', false, true);
    const [{ downloadUrl }] = await client.files.getDownloadUrls([{ id }]);

    const { headers } = await fetch(downloadUrl);

    assert.equal(headers.get('content-type'), 'text/csv');
    assert.match(headers.get('content-disposition'), /^attachment/);
    assert.equal(headers.get('access-control-allow-origin'), '*');
  });
});

describe('a bad moment', () => {
  let proxy, patient;
  before(async () => {
    proxy = await Proxy.start();
    patient = cognite({ baseUrl: proxy.url });
    await patient.authenticate();
  });
  after(() => proxy.stop());

  test('a file is created in spite of a 429, once', async () => {
    proxy.fail(/^POST .*\/files/, 429);

    const file = await patient.files.upload({ name: 'retried.txt', externalId: unique('retried') });

    assert.equal(file.uploaded, false);
    assert.deepEqual(proxy.statuses(/^POST .*\/files/), [429, 201]);
  });

  test('content arrives in spite of a 503 and a 429', async () => {
    proxy.fail(/^PUT /, 503, 429);
    const data = content();

    const file = await patient.files.upload({ name: 'retried.bin' }, data, false, true);

    assert.deepEqual(proxy.statuses(/^PUT /), [503, 429, 200]);
    assert.ok((await download(client, file.id)).equals(data));
  });

  test('files and links are found in spite of a 503', async () => {
    const { id } = await patient.files.upload({ name: 'found.txt' }, 'found', false, true);
    proxy.fail(/\/byids/, 503);
    proxy.fail(/\/downloadlink/, 503, 429);

    const [file] = await patient.files.retrieve([{ id }]);

    assert.equal(file.name, 'found.txt');
    assert.equal((await download(patient, id)).toString(), 'found');
    assert.deepEqual(proxy.statuses(/\/downloadlink/), [503, 429, 200]);
  });
});

describe('files of others', () => {
  test('are missing, as files that never were', async () => {
    const { id } = await client.files.upload({ name: 'mine.txt' }, 'mine', false, true);

    for (const user of ['A2', 'B']) {
      const other = cognite({ user });
      assert.deepEqual(await refusal(other.files.retrieve([{ id }])), {
        status: 400,
        errorMessage: `File ids not found: ${id}`,
        missing: [{ id }],
        duplicated: undefined,
      });
      assert.deepEqual((await refusal(other.files.getDownloadUrls([{ id }]))).missing, [{ id }]);
    }
  });
});
