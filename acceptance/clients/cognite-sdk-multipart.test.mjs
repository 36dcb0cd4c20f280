// @cognite/sdk: uploads in parts (cdf-files.md sections 3.3 and 3.4).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cognite, download, refusal } from './cognite.mjs';
import { Proxy } from './proxy.mjs';
import { content, unique } from './stack.mjs';

const SMALLEST_PART = 5 * 1024 * 1024;
const client = cognite();

const session = (parts, info = {}, overwrite = false) =>
  client.files.multipartUploadSession({ name: 'parts.bin', ...info }, parts, overwrite);
const file = async ({ multiPartFileUploadResponse: { id } }) => (await client.files.retrieve([{ id }]))[0];
const idOf = (upload) => upload.multiPartFileUploadResponse.id;

describe('an upload in parts', () => {
  test('is the parts in their order, in whichever they came', async () => {
    const parts = [content(SMALLEST_PART + 1), content(SMALLEST_PART), content(3)];
    const upload = await session(parts.length, { mimeType: 'video/mp4' });

    for (const number of [2, 0, 1]) {
      assert.equal(upload.getFinished(), false);
      assert.deepEqual(await upload.uploadPart(number, parts[number]), { partNumber: number, status: 200 });
    }

    assert.equal(upload.getFinished(), true);
    assert.equal((await file(upload)).uploaded, true);
    assert.ok((await download(client, idOf(upload))).equals(Buffer.concat(parts)));
  });

  test('takes parts side by side', async () => {
    const parts = [content(SMALLEST_PART), content(SMALLEST_PART), content(SMALLEST_PART)];
    const upload = await session(parts.length);

    await Promise.all(parts.map((part, number) => upload.uploadPart(number, part)));

    assert.equal(upload.getFinished(), true);
    assert.ok((await download(client, idOf(upload))).equals(Buffer.concat(parts)));
  });

  for (const [what, data] of Object.entries({ 'a string': 'Größe', 'an empty string': '', 'a Buffer': content() })) {
    test(`may be of one part: ${what}`, async () => {
      const upload = await session(1);

      await upload.uploadPart(0, data);

      assert.ok((await download(client, idOf(upload))).equals(Buffer.from(data)));
    });
  }

  test('has as many links as parts, up to 250', async () => {
    const { multiPartFileUploadResponse: answer } = await session(250);

    assert.equal(new Set(answer.uploadUrls).size, 250);
    assert.equal(answer.uploaded, false);
    assert.equal(typeof answer.uploadId, 'string');
  });

  test('is nothing before its last part', async () => {
    const upload = await session(2);

    await upload.uploadPart(0, content(SMALLEST_PART));

    assert.deepEqual(upload.getNotCompletedParts(), [1]);
    assert.equal((await file(upload)).uploaded, false);
    const { errorMessage } = await refusal(client.files.getDownloadUrls([{ id: idOf(upload) }]));
    assert.match(errorMessage, /^Files not uploaded/);
  });

  test('with a small part that is not the last is refused, and nothing becomes of it', async () => {
    const upload = await session(2);
    await upload.uploadPart(0, content(10));

    assert.equal((await refusal(upload.uploadPart(1, content(10)))).status, 400);

    assert.equal((await file(upload)).uploaded, false);
  });

  test('replaces what was there when it is complete, and not before', async () => {
    const externalId = unique('parts');
    const old = await client.files.upload({ name: 'parts.bin', externalId }, 'old', false, true);
    const upload = await session(1, { externalId }, true);

    assert.equal(idOf(upload), old.id);
    assert.equal((await download(client, old.id)).toString(), 'old');
    await upload.uploadPart(0, 'new');
    assert.equal((await download(client, old.id)).toString(), 'new');
  });

  test('under an external id that is taken is refused unless it may overwrite', async () => {
    const externalId = unique('parts');
    await client.files.upload({ name: 'parts.bin', externalId }, 'old');

    assert.deepEqual((await refusal(session(1, { externalId }))).duplicated, [{ externalId }]);
  });

  test('goes on after a 503 for a part and a 429 at its end', async (context) => {
    const proxy = await Proxy.start();
    context.after(() => proxy.stop());
    const upload = await cognite({ baseUrl: proxy.url }).files.multipartUploadSession({ name: 'parts.bin' }, 1);
    proxy.fail(/^PUT /, 503);
    proxy.fail(/\/completemultipartupload/, 429);

    await upload.uploadPart(0, 'content');

    assert.deepEqual(proxy.statuses(/^PUT /), [503, 200]);
    assert.deepEqual(proxy.statuses(/\/completemultipartupload/), [429, 200]);
    assert.equal((await download(client, idOf(upload))).toString(), 'content');
  });
});
