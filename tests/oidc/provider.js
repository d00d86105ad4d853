// A real OpenID provider on this machine, for the test that signs in at one (crates/leerloop/tests/it/oidc.rs).
// Started as: node provider.js SETTINGS, a JSON object with redirects, the key of the client (PEM) and the numbers of residents. Prints its address.

import { createPublicKey, generateKeyPair } from 'node:crypto'
import http from 'node:http'
import { promisify } from 'node:util'

import { Provider } from 'oidc-provider'

const settings = JSON.parse(process.argv[2])
const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'sig-1' }

const server = http.createServer()
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
const issuer = `http://127.0.0.1:${server.address().port}`

const common = { grant_types: ['authorization_code'], response_types: ['code'] }
const provider = new Provider(issuer, {
  clients: [
    {
      ...common,
      client_id: 'met-sleutel',
      redirect_uris: [settings.redirects.sleutel],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [{ ...createPublicKey(settings.key).export({ format: 'jwk' }), kid: 'ons', alg: 'ES256' }] },
    },
    {
      ...common,
      client_id: 'met-geheim',
      client_secret: settings.secret,
      redirect_uris: [settings.redirects.geheim, settings.redirects.digid],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  jwks: { keys: [signing] },
  acrValues: ['hoog', 'laag'],
  claims: { openid: ['sub', 'urn:bsn'], acr: null, iss: null, sid: null, auth_time: null },
  conformIdTokenClaims: false,
  cookies: { keys: ['only for this test'] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  pkce: { required: () => true },
  ttl: { IdToken: 300, AccessToken: 300, Interaction: 300, Session: 300, Grant: 300 },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...(settings.bsn[id] && { 'urn:bsn': settings.bsn[id] }) }),
  }),
  interactions: { url: (_, interaction) => `/wie/${interaction.uid}` },
})

// Whoever asks is let in at once, as the account and at the level that the settings of the moment name: /word?sub=…&acr=….
let who = { sub: 'niemand', acr: 'hoog', error: null }
server.on('request', async (request, response) => {
  const url = new URL(request.url, issuer)
  if (url.pathname === '/word') {
    who = Object.fromEntries(url.searchParams)
    return response.end('ok')
  }
  if (!url.pathname.startsWith('/wie/')) return provider.callback()(request, response)
  const details = await provider.interactionDetails(request, response)
  if (who.error) {
    return provider.interactionFinished(request, response, { error: who.error }, { mergeWithLastSubmission: false })
  }
  const grant = new provider.Grant({ accountId: who.sub, clientId: details.params.client_id })
  grant.addOIDCScope('openid')
  grant.addOIDCClaims(['urn:bsn'])
  const grantId = await grant.save()
  const result = { login: { accountId: who.sub, acr: who.acr }, consent: { grantId } }
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
})
console.log(issuer)
