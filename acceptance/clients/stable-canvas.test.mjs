// @stable-canvas/comfyui-client, once under /api and once as its users configure it, without (comfy.md section 0.2).
// It has no notion of keys: its users hand it a fetch that adds one.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Client } from '@stable-canvas/comfyui-client';
import { content, image, setting, unique, url } from './stack.mjs';

const withKey = (key) => (address, options) =>
  fetch(address, { ...options, headers: { ...options?.headers, 'X-API-Key': key } });

const client = (base, key = setting('COFFER_API_KEY_A')) =>
  new Client({ api_host: new URL(url).host, api_base: base, fetch: withKey(key), WebSocket: class {} });

/** The library reads every error as JSON, and those of user data are text: the status is asked for beneath it. */
const status = async (api, file) => (await api.fetch(api.apiURL(`/userdata/${encodeURIComponent(file)}`))).status;

const bytes = async (answer) => Buffer.from(await answer.arrayBuffer());

async function upload(api, picture) {
  const form = new FormData();
  form.append('image', new Blob([picture], { type: 'image/png' }), 'photo.png');
  form.append('subfolder', 'canvas');
  return (await api.fetchApi('/upload/image', { method: 'POST', body: form })).json();
}

for (const base of ['/api', '']) {
  const api = client(base);

  describe(`images under ${base || '/'}`, () => {
    test('an image that was uploaded is seen at its address', async () => {
      const picture = image();

      const { name, subfolder, type } = await upload(api, picture);
      const answer = await api.fetch(api.viewURL(name, subfolder, type));

      assert.equal(answer.headers.get('content-type'), 'image/png');
      assert.ok((await bytes(answer)).equals(picture));
    });

    test('an image that nobody uploaded is an HTTP error', async () => {
      const error = await api.fetchApi(`/view?filename=${unique('nothing')}.png`).then(assert.fail, (thrown) => thrown);

      assert.equal(error.status, 404);
    });
  });

  describe(`user data under ${base || '/'}`, () => {
    const folder = unique('canvas');
    const workflow = { nodes: [], version: 0.4, title: 'Größe' };

    test('a workflow that was saved is read back', async () => {
      await api.storeUserData(`${folder}/größe %.json`, workflow, { stringify: true });

      const answer = await api.getUserData(`${folder}/größe %.json`);

      assert.deepEqual(await answer.json(), workflow);
    });

    test('bytes are read back as they were', async () => {
      const data = content();
      await api.storeUserData(`${folder}/bytes.bin`, data);

      assert.ok((await bytes(await api.getUserData(`${folder}/bytes.bin`))).equals(data));
    });

    test('the last content that was saved is the one that is read', async () => {
      await api.storeUserData(`${folder}/twice.json`, 'first');
      await api.storeUserData(`${folder}/twice.json`, 'second');

      assert.equal(await (await api.getUserData(`${folder}/twice.json`)).text(), 'second');
    });

    test('a range of a file is a range', async () => {
      await api.storeUserData(`${folder}/range.txt`, '0123456789');

      const answer = await api.getUserData(`${folder}/range.txt`, { headers: { Range: 'bytes=2-5' } });

      assert.equal(answer.status, 206);
      assert.equal(await answer.text(), '2345');
    });

    test('a file that is not there is an error', async () => {
      await assert.rejects(api.getUserData(`${folder}/nothing.json`));
      assert.equal(await status(api, `${folder}/nothing.json`), 404);
    });
  });

  describe(`settings under ${base || '/'}`, () => {
    test('settings are kept together and one by one', async () => {
      const [one, other] = [unique('Canvas.One'), unique('Canvas.Other')];

      await api.storeSettings({ [one]: 'ü', [other]: { nested: [1, null] } });
      await api.storeSetting(one, 2);

      assert.equal(await api.getSetting(one), 2);
      const all = await api.getSettings();
      assert.deepEqual([all[one], all[other]], [2, { nested: [1, null] }]);
      assert.equal(await api.getSetting(unique('Canvas.Never')), null);
    });

    test('the user and the system are those that a front end expects', async () => {
      assert.deepEqual(await api.getUserConfig(), { storage: 'server', migrated: true });
      assert.equal(typeof (await api.getSystemStats()).system.os, 'string');
    });
  });
}

describe('callers', () => {
  test('settings are personal', async () => {
    const id = unique('Canvas.Mine');
    await client('').storeSetting(id, 'mine');

    assert.equal(await client('', setting('COFFER_API_KEY_A2')).getSetting(id), null);
  });

  test('nobody sees the files of another user', async () => {
    const path = `${unique('private')}/a.json`;
    await client('').storeUserData(path, '{}');

    assert.equal(await status(client(''), path), 200);
    assert.equal(await status(client('', setting('COFFER_API_KEY_A2')), path), 404);
  });

  test('a name in Comfy-User is nobody', async () => {
    const path = `${unique('private')}/a.json`;
    await client('').storeUserData(path, '{}');
    const pretender = client('', setting('COFFER_API_KEY_B'));
    pretender.user = setting('COFFER_USER_A');

    assert.equal(await status(pretender, path), 404);
  });

  test('a request without a key is refused', async () => {
    assert.equal(await status(client('', ''), 'a.json'), 401);
  });
});
