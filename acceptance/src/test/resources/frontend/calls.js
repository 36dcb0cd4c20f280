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

/** Its width as the browser's own cache gives it, or the server where the cache has to ask. */
const cached = async (src) => (await createImageBitmap(await (await fetch(src)).blob())).width;

/** Seconds of silence. */
function sound(seconds) {
  const rate = 8000;
  const head = new DataView(new ArrayBuffer(44));
  const text = (at, letters) => [...letters].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  head.setUint32(4, 36 + seconds * rate, true);
  text(8, 'WAVEfmt ');
  [[16, 16], [24, rate], [28, rate], [40, seconds * rate]].forEach(([at, value]) => head.setUint32(at, value, true));
  [[20, 1], [22, 1], [32, 1], [34, 8]].forEach(([at, value]) => head.setUint16(at, value, true));
  text(36, 'data');
  return new File([head, crypto.getRandomValues(new Uint8Array(rate)), new Uint8Array((seconds - 1) * rate)],
    `${crypto.randomUUID()}.wav`);
}

async function upload(content, more = {}) {
  const form = new FormData();
  form.append('image', content);
  Object.entries(more).forEach(([name, value]) => form.append(name, value));
  return (await (await post('/api/upload/image', form)).json()).name;
}

await step('image: a name shows its new bytes at once', async () => {
  const first = await picture(71);
  await upload(first);
  const named = `/api/view?type=input&filename=${encodeURIComponent(first.name)}`;
  for (const src of [named, `${named}&redirect=false`, `${named}&res=64`]) {
    expect((await cached(src)) === Math.min(71, src.endsWith('64') ? 64 : 71), `${src} is another`);
  }
  await upload(new File([await picture(51)], first.name), { overwrite: 'true' });
  for (const src of [named, `${named}&redirect=false`, `${named}&res=64`]) {
    expect((await cached(src)) === 51, `${src} shows the old bytes`);
  }
});
await step('image: a drawing is shown, with its styles, and runs nothing', async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="83" height="48"><!-- ${crypto.randomUUID()} -->
    <style>rect { fill: #00f }</style><rect width="83" height="48"/><script>parent.ran = true</script></svg>`;
  const src = `/api/view?filename=${await upload(new File([drawing], 'a.svg'))}&type=input`;
  expect((await shown(src)) === 83, 'it is not shown');
  const pen = Object.assign(document.createElement('canvas'), { width: 83, height: 48 }).getContext('2d');
  pen.drawImage(document.body.lastChild, 0, 0);
  expect(same([...pen.getImageData(40, 20, 1, 1).data], [0, 0, 255, 255]), 'it has lost its styles');
  expect(!window.ran, 'it ran');
});
await step('sound: played from the middle', async () => {
  const src = `/api/view?filename=${await upload(sound(60))}&type=input`;
  for (const way of [src, `${src}&redirect=false`]) {
    const duration = await new Promise((resolve) => {
      const player = new Audio(way);
      player.onerror = () => resolve(player.error.message);
      player.onloadedmetadata = () => { player.currentTime = 55; };
      player.onseeked = () => resolve(player.duration);
    });
    expect(duration === 60, `${way}: ${duration}`);
  }
});
await step('video: played', async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  recorder.start();
  for (let i = 0; i < 10; i++) {
    pen.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
    pen.fillRect(0, 0, 64, 48);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => { recorder.onstop = resolve; recorder.stop(); });
  const src = `/api/view?filename=${await upload(new File(chunks, `${crypto.randomUUID()}.webm`))}&type=input`;
  for (const way of [src, `${src}&redirect=false`]) {
    const width = await new Promise((resolve) => {
      const player = Object.assign(document.createElement('video'), { muted: true, src: way });
      player.onerror = () => resolve(player.error.message);
      player.onloadeddata = () => resolve(player.videoWidth);
      document.body.append(player);
    });
    expect(width === 64, `${way}: ${width}`);
  }
});
await step('content: opened as a page it is in a sandbox', async () => {
  const page = new File([`<script>parent.ran = true; top.ran = true</script>${crypto.randomUUID()}`], 'a.txt');
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => { frame.onload = resolve; });
  frame.src = `/api/view?filename=${await upload(page)}&type=input&redirect=false`;
  document.body.append(frame);
  await loaded;
  expect(frame.contentDocument === null, 'it is of our origin');
  expect(!window.ran, 'it ran');
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
