// What the tests of @cognite/sdk share.
import { CogniteClient } from '@cognite/sdk';
import { setting, token, url } from './stack.mjs';

/** A client as its documentation shows it: the token is asked for when the server wants one. */
export function cognite({ user = 'A', baseUrl = url, oidcTokenProvider = () => token(user) } = {}) {
  return new CogniteClient({
    appId: 'coffer-clients',
    project: setting(`COFFER_CDF_PROJECT_${user}`),
    baseUrl,
    oidcTokenProvider,
  });
}

/** The bytes behind the download link of a file. */
export async function download(client, id) {
  const [{ downloadUrl }] = await client.files.getDownloadUrls([{ id }]);
  return Buffer.from(await (await fetch(downloadUrl)).arrayBuffer());
}

/** What the API answers to a request that it refuses: of several, into which the client cut one call, the first. */
export const refusal = (promise) =>
  promise.then(
    () => Promise.reject(new Error('it was not refused')),
    (error) => {
      const { status, errorMessage, missing, duplicated } = error.errors?.[0] ?? error;
      return { status, errorMessage, missing, duplicated };
    },
  );
