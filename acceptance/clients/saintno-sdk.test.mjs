// @saintno/comfyui-sdk, once under /api and once as its users configure it, without (comfy.md section 0.2).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ComfyApi } from '@saintno/comfyui-sdk';
import { content, image, setting, token, unique, url } from './stack.mjs';

const bearer = (token) => ({ credentials: { type: 'bearer_token', token } });
const client = (base, credentials = bearer(setting('COFFER_API_KEY_A'))) => new ComfyApi(base, 'coffer', credentials);
const bytes = async (blob) => Buffer.from(await blob.arrayBuffer());

for (const base of [`${url}/api`, url]) {
  const api = client(base);

  describe(`images under ${base}`, () => {
    test('an image that was uploaded can be viewed', async () => {
      const picture = image();

      const { info } = await api.uploadImage(picture, 'photo.png', { subfolder: 'sdk' });

      assert.equal(info.type, 'input');
      assert.equal(info.subfolder, 'sdk');
      assert.ok((await bytes(await api.getImage(info))).equals(picture));
    });

    test('the address of an image that was uploaded is that of the image', async () => {
      const picture = image();
      const { url: address } = await api.uploadImage(new Blob([picture]), 'photo.png', { override: true });

      const answer = await fetch(address, { headers: { 'X-API-Key': setting('COFFER_API_KEY_A') } });

      assert.equal(answer.headers.get('content-type'), 'image/png');
      assert.ok((await bytes(answer)).equals(picture));
    });

    test('a mask makes a new image of an image', async () => {
      const original = await api.uploadImage(image(), 'photo.png');

      const masked = await api.uploadMask(image(), original.info);

      assert.notEqual(masked.info.name, original.info.name);
      const picture = await bytes(await api.getImage(masked.info));
      assert.equal(picture.subarray(1, 4).toString(), 'PNG');
    });

    test('a mask for an image that is not there is refused', async () => {
      const nothing = { filename: unique('nothing') + '.png', type: 'input', subfolder: '' };

      assert.equal(await api.uploadMask(image(), nothing), false);
    });

    test('an upload without the right to is false, as the library says it', async () => {
      const stranger = client(base, bearer('cfr_unknown'));

      assert.equal(await stranger.uploadImage(image(), 'photo.png'), false);
    });
  });

  describe(`user data under ${base}`, () => {
    const folder = unique('saintno');
    const workflow = { nodes: [], version: 0.4, title: 'Größe' };
    const saved = async (name) => {
      const path = `${folder}/${name}`;
      await api.storeUserData(path, workflow);
      return path;
    };

    test('a workflow that was saved is read back', async () => {
      const path = await saved('sub folder/größe %.json');

      const answer = await api.getUserData(path);

      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), workflow);
    });

    test('bytes are read back as they were', async () => {
      const data = content();
      await api.storeUserData(`${folder}/bytes.bin`, data, { stringify: false });

      assert.ok((await bytes(await api.getUserData(`${folder}/bytes.bin`))).equals(data));
    });

    test('a file that is there is not overwritten unless asked for', async () => {
      const path = await saved('once.json');

      await assert.rejects(api.storeUserData(path, {}, { overwrite: false, stringify: true }), /409/);

      assert.deepEqual(await (await api.getUserData(path)).json(), workflow);
    });

    test('a file is found under its new name only', async () => {
      const path = await saved('before.json');

      const answer = await api.moveUserData(path, `${folder}/after.json`);

      assert.equal(answer.status, 200);
      assert.deepEqual(await (await api.getUserData(`${folder}/after.json`)).json(), workflow);
      assert.equal((await api.getUserData(path)).status, 404);
    });

    test('a move does not overwrite', async () => {
      const [from, to] = [await saved('from.json'), await saved('to.json')];

      assert.equal((await api.moveUserData(from, to)).status, 409);
    });

    test('a file that was deleted is gone', async () => {
      const path = await saved('gone.json');

      await api.deleteUserData(path);

      assert.equal((await api.getUserData(path)).status, 404);
      await assert.rejects(api.deleteUserData(path), /404/);
    });

    test('a folder lists its files, in both ways', async () => {
      const listed = unique('saintno-list');
      await api.storeUserData(`${listed}/a.json`, workflow);
      await api.storeUserData(`${listed}/deep/b.json`, workflow);

      const split = await api.listUserData(listed, true, true);
      const entries = await api.listUserDataV2(listed);

      assert.deepEqual(split, [['a.json', 'a.json'], ['deep/b.json', 'deep', 'b.json']]);
      assert.deepEqual(
        entries.map(({ type, path }) => [type, path]),
        [['directory', `${listed}/deep`], ['file', `${listed}/a.json`], ['file', `${listed}/deep/b.json`]],
      );
    });

    test('a folder that does not exist is empty', async () => {
      assert.deepEqual(await api.listUserData(unique('nowhere')), []);
      assert.deepEqual(await api.listUserDataV2(unique('nowhere')), []);
    });
  });

  describe(`settings under ${base}`, () => {
    test('settings are kept together and one by one', async () => {
      const [one, other] = [unique('Saintno.One'), unique('Saintno.Other')];

      await api.storeSettings({ [one]: 'ü', [other]: { nested: [1, null] } });
      await api.storeSetting(one, false);

      assert.equal(await api.getSetting(one), false);
      assert.deepEqual(await api.getSetting(other), { nested: [1, null] });
      const all = await api.getSettings();
      assert.deepEqual([all[one], all[other]], [false, { nested: [1, null] }]);
    });

    test('settings that are stored side by side are all kept', async () => {
      const ids = Array.from({ length: 10 }, () => unique('Saintno.Beside'));

      await Promise.all(ids.map((id) => api.storeSetting(id, id)));

      const all = await api.getSettings();
      assert.deepEqual(ids.map((id) => all[id]), ids);
    });

    test('a setting that was never stored is null', async () => {
      assert.equal(await api.getSetting(unique('Saintno.Never')), null);
    });
  });

  describe(`the server under ${base}`, () => {
    test('there is one user, whom the server knows', async () => {
      assert.deepEqual(await api.getUserConfig(), { storage: 'server', migrated: true });
      assert.equal((await api.createUser('somebody')).status, 405);
    });

    test('features and facts about the system are told without credentials', async () => {
      const nobody = new ComfyApi(base, 'coffer');

      assert.equal(typeof (await nobody.getFeatures()), 'object');
      assert.equal(typeof (await nobody.getSystemStats()).system.os, 'string');
    });
  });
}

describe('credentials', () => {
  test('a key may come in a header of its own', async () => {
    const api = client(url, { credentials: { type: 'custom', headers: { 'X-API-Key': setting('COFFER_API_KEY_A') } } });

    assert.deepEqual(await api.listUserData(unique('nowhere')), []);
  });

  test('an access token is as good as a key', async () => {
    assert.deepEqual(await client(url, bearer(await token())).listUserData(unique('nowhere')), []);
  });

  test('a name and a password are refused', async () => {
    const api = client(url, { credentials: { type: 'basic', username: 'a', password: 'b' } });

    await assert.rejects(api.listUserData('workflows'), /401/);
  });

  test('nobody sees the files of another user', async () => {
    const path = `${unique('private')}/a.json`;
    await client(url).storeUserData(path, {});

    for (const user of ['A2', 'B']) {
      const other = client(url, bearer(setting(`COFFER_API_KEY_${user}`)));
      assert.equal((await other.getUserData(path)).status, 404);
    }
  });
});
