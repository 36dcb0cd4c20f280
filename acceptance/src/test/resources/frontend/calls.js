// The calls that a ComfyUI front end makes, in its order and its spelling (comfy.md sections 0.3, 0.7 and 5.8 to 5.10).
// Each step is reported under its name to the server that this page came from, with what went wrong, if anything.
const { token } = await (await fetch('/page/token')).json();
const steps = [];

async function step(name, calls) {
  try {
    await calls();
    steps.push({ name, failure: '' });
  } catch (error) {
    steps.push({ name, failure: String(error) });
  }
}

/** A request as the front end sends it: the bearer and an empty user. */
async function call(path, { status = [200], headers, ...options } = {}) {
  const sent = { Authorization: `Bearer ${token}`, 'Comfy-User': '', ...headers };
  const answer = await fetch(path, { cache: 'no-store', ...options, headers: sent });
  expect(status.includes(answer.status), `${path} is ${answer.status}: ${await answer.clone().text()}`);
  return answer;
}

const get = async (path) => (await call(path)).json();
const post = (path, body, options) => call(path, { method: 'POST', body, ...options });
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function expect(condition, otherwise) {
  if (!condition) {
    throw new Error(otherwise);
  }
}

/** Its width when an element of a page loads it, without any header of ours; 0 if it cannot be shown. */
const shown = (src) => new Promise((resolve) => {
  const image = new Image();
  image.onload = () => resolve(image.naturalWidth);
  image.onerror = () => resolve(0);
  image.src = src;
  document.body.append(image);
});

/** An image that nobody has uploaded before, as a file. */
async function picture(width) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height: 48 });
  const pen = canvas.getContext('2d');
  for (let x = 0; x < width; x++) {
    pen.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
    pen.fillRect(x, 0, 1, 48);
  }
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob], `größe ${crypto.randomUUID()}.png`, { type: 'image/png' });
}

const WORKFLOWS = '/api/userdata?dir=workflows&recurse=true&split=false&full_info=true';
const file = (path) => `/api/userdata/${encodeURIComponent(path)}`;

await step('start: what may be missing is 404', async () => {
  await call('/api/userdata/user.css', { status: [200, 404] });
  await call(file('comfy.templates.json'), { status: [404] });
  await call('/api/userdata?dir=subgraphs&recurse=true&split=false&full_info=true', { status: [404] });
});
await step('start: the server says what it is', async () => {
  expect(typeof (await get('/api/features')) === 'object', 'features are no object');
  expect(same(await get('/api/users'), { storage: 'server', migrated: true }), 'users');
  expect(typeof (await get('/api/system_stats')).system.os === 'string', 'system_stats has no system');
});
await step('start: settings are kept', async () => {
  await post('/api/settings/Comfy.InstalledVersion', JSON.stringify('1.58.1'));
  expect((await get('/api/settings'))['Comfy.InstalledVersion'] === '1.58.1', 'the setting is not there');
});
await step('start: the list of workflows', () => call(WORKFLOWS, { status: [200, 404] }));
await step('start: no image is shown without a session', async () => {
  expect((await shown(`/api/view?filename=${crypto.randomUUID()}.png&type=input`)) === 0, 'something was shown');
});
await step('start: a session', async () => {
  expect((await (await post('/api/auth/session')).json()).success === true, 'no success');
  expect(document.cookie === '', 'the page can read the cookie');
});

const name = `Größe & Co ${crypto.randomUUID()}`;
const [saved, renamed] = [`workflows/sub/${name}.json`, `workflows/${name} (2).json`];
const graph = { last_node_id: 1, nodes: [{ id: 1, type: 'KSampler', title: '夜 🌙' }], links: [], version: 0.4 };
const listed = async (path) => (await get(WORKFLOWS)).find((each) => `workflows/${each.path}` === path);

await step('workflow: saved as a new one', async () => {
  const answer = await (await post(`${file(saved)}?overwrite=false`, '{"nodes":[]}')).json();
  expect(answer.path === saved && answer.size === 12, JSON.stringify(answer));
  expect(!Number.isNaN(Date.parse(answer.modified)), `modified is ${answer.modified}`);
});
await step('workflow: a second new one of that name is refused', () =>
  post(`${file(saved)}?overwrite=false`, 'other', { status: [409] }));
await step('workflow: saved again', () => post(`${file(saved)}?overwrite=true`, JSON.stringify(graph)));
await step('workflow: listed with times in milliseconds', async () => {
  const row = await listed(saved);
  expect(row && Number.isInteger(row.modified) && Number.isInteger(row.created), JSON.stringify(row));
  expect(Math.abs(Date.now() - row.modified) < 600_000, `modified is ${row.modified}`);
});
await step('workflow: never published', () => call(`${file(saved)}/publish`, { status: [404] }));
await step('workflow: renamed', async () => {
  const move = `${file(saved)}/move/${encodeURIComponent(renamed)}?overwrite=false`;
  expect((await (await post(move)).json()).path === renamed, 'the path is another');
  expect(!(await listed(saved)) && (await listed(renamed)), 'the list has the old name');
});
await step('workflow: read back', async () => {
  expect(same(await get(file(renamed)), graph), 'the content is another');
  await call(file(saved), { status: [404] });
});
await step('workflow: bookmarked out of sight', async () => {
  await post(`${file('workflows/.index.json')}?overwrite=true`, JSON.stringify({ favorites: [renamed] }));
  expect(same((await get(file('workflows/.index.json'))).favorites, [renamed]), 'the bookmarks are others');
  expect(!(await listed('workflows/.index.json')), 'the bookmarks are listed as a workflow');
});
await step('workflow: deleted', async () => {
  await call(file(renamed), { method: 'DELETE', status: [204] });
  expect(!(await listed(renamed)), 'it is still listed');
});

let uploaded;
let view;
await step('image: uploaded', async () => {
  const form = new FormData();
  form.append('image', await picture(61));
  uploaded = await (await post('/api/upload/image', form)).json();
  const { name, type, subfolder } = uploaded;
  view = `/api/view?filename=${encodeURIComponent(name)}&type=${type}&subfolder=${subfolder}`;
});
await step('image: shown through the session', async () => {
  const width = await shown(view);
  expect(width === 61, `it is ${width} wide`);
});
await step('image: an original is shown through the session', async () => {
  const width = await shown(`/api/assets/${uploaded.asset.id}/content?disposition=inline`);
  expect(width === 61, `it is ${width} wide`);
});

let asset;
await step('asset: uploaded and in the list', async () => {
  const form = new FormData();
  form.append('file', await picture(67));
  form.append('tags', 'input');
  const { id } = await (await post('/api/assets', form, { status: [201] })).json();
  const query = 'include_public=false&limit=100&sort=created_at&tags_any=input&tags_none=missing';
  asset = (await get(`/api/assets?${query}`)).assets.find((each) => each.id === id);
  expect(asset, 'it is not among the latest');
});
await step('asset: its preview is shown', async () => {
  const width = await shown(asset.preview_url);
  expect(width === 67, `it is ${width} wide`);
});
await step('asset: its thumbnail is shown', async () => {
  expect((await shown(asset.thumbnail_url)) > 0, 'it is not shown');
});

await step('end: without the session no image is shown', async () => {
  await call('/api/auth/session', { method: 'DELETE', status: [204] });
  expect((await shown(`${view}&rand=${Math.random()}`)) === 0, 'it is still shown');
});
await step('end: the browser has kept nothing that the session showed', async () => {
  const { status } = await fetch(view, { redirect: 'manual' });
  expect(status === 401, `it is ${status}`);
});
await step('end: a preview shows itself', async () => {
  expect((await shown(`${asset.preview_url}&rand=${Math.random()}`)) === 67, 'it is not shown');
});

await fetch('/page/report', { method: 'POST', body: JSON.stringify(steps) });
