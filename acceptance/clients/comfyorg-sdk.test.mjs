// @comfyorg/sdk against /api/v2 (comfy.md section 3). It asks for Node 22 and works on Node 20 as well: what it needs
// of the platform (AbortSignal.any, fs.openAsBlob) is there.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { Comfy, NotFound, Output, Unauthorized } from '@comfyorg/sdk';
import * as low from '@comfyorg/sdk/low';
import { content, setting, token, unique, url } from './stack.mjs';

process.env.COMFY_BASE_URL = url;
const key = setting('COFFER_API_KEY_A');
const client = new Comfy({ apiKey: key });
const wire = new low.ComfyLow(url, key);

const text = (buffer) => Buffer.from(buffer).toString();
const bytes = async (answer) => Buffer.from(await answer.arrayBuffer());

/** An asset with content of its own, under the name `filename`. */
async function uploaded(data = content(), filename = 'photo.png') {
  const asset = client.assets.fromBytes(data, { filename });
  await asset.commit();
  return asset;
}

describe('uploads', () => {
  test('bytes become an asset with the hash that the client computed', async () => {
    const data = content();
    const asset = client.assets.fromBytes(data, { filename: 'photo.png' });
    const hash = await asset.hash();

    const id = await asset.commit();

    const stored = await wire.getAsset(id);
    assert.ok(low.schemas.zAsset.parse(stored));
    assert.equal(asset.createdNew, true);
    assert.equal(stored.hash, hash);
    assert.equal(stored.size_bytes, data.length);
    assert.equal(stored.content_type, 'image/png');
    assert.equal(stored.file_path, 'photo.png');
  });

  test('a name with spaces and umlauts comes back as it was sent', async () => {
    const asset = await uploaded(content(), 'Größe – 画像.png');

    assert.equal((await client.assets.get(asset.id)).filePath, 'Größe – 画像.png');
  });

  test('a folder in the path is kept', async () => {
    const asset = await uploaded(content(), 'models/checkpoints/x.safetensors');

    assert.equal((await client.assets.get(asset.id)).filePath, 'models/checkpoints/x.safetensors');
  });

  test('tags that come with a file are those of the asset', async () => {
    const tag = unique('sdk');
    const asset = await wire.postAssets(new Blob([content()]), 'image/png', 'tagged.png', { tags: ['input', tag] });

    const found = await fetch(`${url}/api/assets?include_tags=${tag}`, { headers: { 'X-API-Key': key } });
    assert.deepEqual((await found.json()).assets.map((each) => each.id), [asset.id]);
  });

  test('an access token is as good as a key', async () => {
    const asset = new Comfy({ apiKey: await token() }).assets.fromBytes(content());

    assert.ok(await asset.commit());
  });

  test('an asset that is mentioned to a workflow carries its hash and path', async () => {
    const asset = client.assets.fromBytes(content(), { filename: 'photo.png' });

    const reference = await asset.asReference();

    assert.ok(JSON.stringify(reference).includes(asset.id));
    assert.ok(JSON.stringify(reference).includes(await asset.hash()));
  });
});

describe('sources', () => {
  let folder;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'coffer-clients-'))));
  after(() => rm(folder, { recursive: true }));

  test('a file of some megabytes is streamed from the disk', async () => {
    const data = content(9 * 1024 * 1024);
    await writeFile(join(folder, 'large.mp4'), data);

    const asset = client.assets.fromFile(join(folder, 'large.mp4'));
    await asset.commit();

    assert.equal(asset.createdNew, true);
    assert.ok((await bytes(await wire.getAssetContent(asset.id))).equals(data));
    assert.equal((await wire.getAsset(asset.id)).content_type, 'video/mp4');
  });

  test('a stream is an asset', async () => {
    const asset = await client.assets.fromStream(Readable.from([content(10), content(20)]), { filename: 'stream.bin' });
    await asset.commit();

    assert.equal((await wire.getAsset(asset.id)).size_bytes, 30);
  });

  test('the link of an asset is itself a source, without any credential', async () => {
    const data = content();
    const asset = await uploaded(data);
    const { url: link } = await wire.getAsset(asset.id);

    const copy = await new Comfy().assets.fromUrl(link);

    assert.equal(await copy.hash(), await asset.hash());
  });
});

describe('de-duplication', () => {
  test('bytes that are there already are not sent again', async () => {
    const data = content();
    const first = await uploaded(data, 'first.png');

    const second = await uploaded(data, 'second.png');

    assert.equal(second.createdNew, false);
    assert.notEqual(second.id, first.id);
    assert.equal(await second.hash(), await first.hash());
    assert.equal((await client.assets.get(second.id)).filePath, 'second.png');
  });

  test('the same reference to the same bytes is one asset', async () => {
    const hash = await (await uploaded()).hash();

    const first = await wire.assetFromHash(hash, { filePath: 'same.png' });
    const second = await wire.assetFromHash(hash, { filePath: 'same.png' });

    assert.equal(second.id, first.id);
  });

  test('content is known to its owner and to nobody else', async () => {
    const asset = await uploaded();
    const stranger = new low.ComfyLow(url, setting('COFFER_API_KEY_B'));

    assert.equal(await wire.headAssetByHash(await asset.hash()), true);
    assert.equal(await stranger.headAssetByHash(await asset.hash()), false);
  });

  test('what another tenant has is a new asset all the same', async () => {
    const data = content();
    await uploaded(data);

    const other = new Comfy({ apiKey: setting('COFFER_API_KEY_B') }).assets.fromBytes(data);
    await other.commit();

    assert.equal(other.createdNew, true);
  });
});

describe('content', () => {
  test('comes back byte for byte', async () => {
    const data = content();
    const asset = await uploaded(data);

    assert.ok((await bytes(await wire.getAssetContent(asset.id))).equals(data));
  });

  test('comes in ranges', async () => {
    const asset = await uploaded(Buffer.from('0123456789' + unique('x')));

    const part = await wire.getAssetContent(asset.id, { range: [2, 5] });

    assert.equal(part.status, 206);
    assert.equal(text(await part.arrayBuffer()), '2345');
  });

  test('comes from a link that needs no credential', async () => {
    const data = content();
    const asset = await uploaded(data);

    const { url: link } = await wire.getAssetContentUrl(asset.id);

    assert.ok((await bytes(await fetch(link))).equals(data));
  });

  test('comes as an output of a job, too', async () => {
    const data = content();
    const asset = await uploaded(data);
    const output = new Output({ id: asset.id, node_id: '9', name: 'photo.png', type: 'image' }, wire);

    assert.ok(Buffer.from(await output.toBytes()).equals(data));
    assert.ok((await output.getDownloadUrl()).url.startsWith(url));
  });
});

describe('deletion', () => {
  test('an asset that was deleted is gone', async () => {
    const asset = await uploaded();
    const { id } = asset;

    await asset.delete();

    await assert.rejects(client.assets.get(id), NotFound);
    await assert.rejects(client.assets.delete(id), NotFound);
  });

  test('the content stays while another asset has it', async () => {
    const data = content();
    const [first, second] = [await uploaded(data, 'first.png'), await uploaded(data, 'second.png')];

    await first.delete();

    assert.ok((await bytes(await wire.getAssetContent(second.id))).equals(data));
  });
});

describe('errors', () => {
  const unknown = randomUUID();

  test('an unknown id is NotFound', async () => {
    await assert.rejects(client.assets.get(unknown), { name: 'NotFound', httpStatus: 404, code: 'asset_not_found' });
    await assert.rejects(wire.getAssetContent(unknown), low.NotFound);
  });

  test('an id of another tenant is NotFound in the same words', async () => {
    const { id } = await uploaded();
    const stranger = new Comfy({ apiKey: setting('COFFER_API_KEY_B') });
    const words = (asked) => ({ code, message }) => [code, message.replace(asked, 'ID')];
    const refusal = (asked) => stranger.assets.get(asked).then(assert.fail, words(asked));

    assert.deepEqual(await refusal(id), await refusal(unknown));
    await assert.rejects(stranger.assets.delete(id), NotFound);
  });

  test('a wrong key is Unauthorized', async () => {
    const intruder = new Comfy({ apiKey: key.slice(0, -4) + 'AAAA' });

    await assert.rejects(intruder.assets.get(unknown), { name: 'Unauthorized', httpStatus: 401 });
    await assert.rejects(new Comfy().assets.get(unknown), Unauthorized);
  });

  test('other bytes than announced are HashMismatch, and nothing is stored', async () => {
    const path = unique('mismatch') + '.png';
    const wrong = `blake3:${'0'.repeat(64)}`;

    await assert.rejects(
      wire.postAssets(new Blob([content()]), 'image/png', path, { expectedHash: wrong }),
      (error) => error instanceof low.HashMismatch && error.httpStatus === 409,
    );

    const found = await fetch(`${url}/api/assets?name_contains=${path}`, { headers: { 'X-API-Key': key } });
    assert.equal((await found.json()).total, 0);
  });

  test('a hash that nobody has stored is BlobNotFound', async () => {
    await assert.rejects(wire.assetFromHash(`blake3:${'1'.repeat(64)}`, { filePath: 'x.png' }), low.BlobNotFound);
  });

  test('an empty file is refused by name', async () => {
    await assert.rejects(uploaded(Buffer.alloc(0)), { name: 'ComfyError', httpStatus: 422, code: 'empty_upload' });
  });

  test('an idempotency key is used once', async () => {
    const idempotencyKey = randomUUID();
    const post = () => wire.postAssets(new Blob([content()]), 'image/png', 'once.png', { idempotencyKey });
    await post();

    await assert.rejects(post(), (error) => error instanceof low.IdempotencyKeyReuse && error.httpStatus === 422);
  });
});
