// An account of one's own, from the code of an invitation to a passkey. Not a test of the demo: `passkeys.rs` of the program
// tests starts a register of its own and runs this with its address and the code.

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'

import { BASE, PHONE, launch, screenshot, visitor } from './browser.js'

const CODE = process.env.LEERLOOP_CODE
const ACCOUNT = 'j.jansen'
const PASSWORD = 'paarse fiets in de regen'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

/** The six digits of an app (RFC 6238), so many steps of half a minute from now. */
function digits(secret, later = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(/\s/g, '')].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = hash[19] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** A device that keeps passkeys, in this page's browser. */
async function device(page, { verified = true } = {}) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  })
  return {
    keys: async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    hold: (isUserVerified) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

const signedIn = async (page) => (await page.locator('.ik').count()) === 1

async function signOut(page) {
  await page.locator('.ik button').click()
  await page.waitForURL(BASE + '/')
  assert.equal(await signedIn(page), false)
}

test('from an invitation to a password, and from there to a passkey', async () => {
  const page = await visitor(browser)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 400')) complaints.push(message.text())
  })
  const keys = await device(page)

  await page.goto(BASE + '/uitnodiging')
  await page.locator('#account').fill(ACCOUNT)
  await page.locator('#uitnodiging').fill(CODE)
  await page.locator('main form button').click()
  const secret = await page.locator('.code').innerText()
  await page.locator('#wachtwoord').fill(PASSWORD)
  await page.locator('#nogmaals').fill(PASSWORD)
  await page.locator('#code').fill(digits(secret))
  await page.locator('main form button').click()
  assert.equal(await page.locator('.codes li').count(), 10)
  await page.locator('main a.knop').click()
  assert.ok(await signedIn(page))
  await signOut(page)

  // With the password and the next code of the app.
  await page.locator('#aanmeldnaam').fill(ACCOUNT)
  await page.locator('#wachtwoord').fill(PASSWORD)
  await page.locator('#code').fill(digits(secret, 1))
  await page.locator('form[action="/aanmelden/wachtwoord"] button').click()
  await page.waitForLoadState()
  assert.ok(await signedIn(page), 'password and code')

  await page.goto(BASE + '/mijn-account')
  const make = page.locator('form[data-passkey="make"]')
  await make.locator('#passkey-naam').fill('Laptop van het werk')
  await make.locator('#passkey-huidig').fill('niet mijn wachtwoord')
  await make.locator('button').click()
  await make.locator('[data-said]').waitFor({ state: 'visible' })
  assert.equal((await keys.keys()).length, 0, 'no passkey without the password')
  await make.locator('#passkey-huidig').fill(PASSWORD)
  await make.locator('button').click()
  await page.waitForURL(/passkey=ja/)
  assert.equal((await keys.keys()).length, 1)
  assert.ok((await keys.keys())[0].isResidentCredential, 'the device knows for whom it is')
  assert.ok((await page.locator('main').innerText()).includes('Laptop van het werk'))
  await screenshot(page, 'passkeys-1280')
  await page.setViewportSize(PHONE)
  await screenshot(page, 'passkeys-390')
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 0)
  await signOut(page)

  // With the passkey: no name, no password, no code.
  const show = page.locator('form[data-passkey="show"] button')
  await screenshot(page, 'passkeys-aanmelden-390')
  await show.click()
  await page.locator('.ik').waitFor()
  await page.goto(BASE + '/mijn-account')
  assert.ok((await page.locator('main').innerText()).includes('met passkey'), 'the session says how it began')
  await signOut(page)

  // A device that did not check who holds it.
  await keys.hold(false)
  await show.click()
  await page.locator('form[data-passkey="show"] [data-said]').waitFor({ state: 'visible' })
  assert.equal(await signedIn(page), false)
  await keys.hold(true)
  await show.click()
  await page.locator('.ik').waitFor()

  // Removed: the device still has it, we do not.
  await page.goto(BASE + '/mijn-account')
  await page.locator('.inzage details summary').click()
  await page.locator('.inzage details input[type="password"]').fill(PASSWORD)
  await page.locator('.inzage details button').click()
  await page.waitForURL(/passkey=weg/)
  await signOut(page)
  await show.click()
  await page.waitForURL(/mis=passkey/)
  assert.equal(await signedIn(page), false)
  assert.ok(await page.locator('.melding[role="alert"]').first().isVisible())
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('without script there is no button for a passkey', async () => {
  const page = await visitor(browser, { script: false })
  await page.goto(BASE + '/')
  assert.equal(await page.locator('#aanmeldnaam').isVisible(), true)
  assert.equal(await page.locator('form[data-passkey="show"]').isVisible(), false)
  await page.context().close()
})
