// The emulated project that the tests work in, and clients for it.
import { CogniteClient } from '@cognite/sdk';

const { CDF_URL, CDF_PROJECT, CDF_TOKEN_URL, CDF_CLIENT_ID, CDF_CLIENT_SECRET } = process.env;

async function accessToken() {
  const response = await fetch(CDF_TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CDF_CLIENT_ID,
      client_secret: CDF_CLIENT_SECRET,
      scope: `${CDF_URL}/.default`,
    }),
  });
  return (await response.json()).access_token;
}

export const client = new CogniteClient({
  appId: 'emulator-conformance',
  project: CDF_PROJECT,
  baseUrl: CDF_URL,
  oidcTokenProvider: accessToken,
});

let count = 0;

/** An external id that nobody else uses. */
export function unique(name) {
  count += 1;
  return `${name}-${process.pid}-${count}`;
}

/** The error that the call ends with. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('the call was not refused');
}
