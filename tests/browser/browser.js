// What every test file needs: a browser, the address of a running Leerloop, people to sign in as.

import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const SCREENS = fileURLToPath(new URL('./schermen/', import.meta.url))

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (!process.env.LEERLOOP_URL) {
  stop('Set LEERLOOP_URL to the address of a running Leerloop demo, for example http://127.0.0.1:8080.')
}
if (!existsSync(CHROMIUM)) {
  stop(`There is no Chromium at ${CHROMIUM}: install it (apt-get install chromium) or set CHROMIUM to its path.`)
}
const { chromium } = await import('playwright-core').catch(() =>
  stop('The Node packages are not installed: run "npm ci" in tests/browser.'),
)

const axe = await readFile(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const BASE = process.env.LEERLOOP_URL.replace(/\/$/, '')
export const LANGUAGES = ['nl', 'en']
export const WIDE = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }
export const NARROW = { width: 320, height: 720 }

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })

/** A fresh visitor with a language and a screen. */
export async function visitor(browser, { language = 'nl', viewport = WIDE, script = true } = {}) {
  const context = await browser.newContext({
    viewport,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** Signs in as the first person of a role, whoever was signed in before. */
export async function signIn(page, role) {
  await page.context().clearCookies()
  await page.goto(BASE + '/')
  const buttons = page.locator(`[data-rol="${role}"] button`)
  if ((await buttons.count()) === 0) throw new Error(`nobody to sign in as: ${role}`)
  await Promise.all([page.waitForNavigation(), buttons.first().click()])
}

/** Signs in as someone by the key of the account. */
export async function signInAs(page, account) {
  await page.goto(BASE + '/')
  await Promise.all([page.waitForNavigation(), page.locator(`button[value="${account}"]`).click()])
}

/** The address of the family of which one can be a member. */
export async function ownFamily(browser) {
  const page = await visitor(browser)
  await signIn(page, 'gezinslid')
  const path = new URL(page.url()).pathname.replace(/\/ons$/, '')
  await page.context().close()
  return path
}

/** What axe has against the page. The content policy forbids scripts in pages, so axe comes in as the test's own. */
export async function faults(page, least = 10) {
  await page.evaluate(axe)
  const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), RULES)
  if (result.passes.length < least) throw new Error(`axe looked at ${result.passes.length} things on ${page.url()}`)
  return result.violations.map((v) => `${v.id}: ${v.help} – ${v.nodes.map((n) => n.target).join(', ')}`)
}

/** Goes on with the Tab key until something has the focus. */
export async function tabTo(page, wanted) {
  for (let n = 0; n < 300; n += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return
  }
  throw new Error(`the keyboard does not reach ${wanted}`)
}

/** The address behind the first link that begins in this way. */
export async function firstLink(page, begin) {
  const href = await page.locator(`main a[href^="${begin}"]`).first().getAttribute('href')
  if (!href) throw new Error(`no link to ${begin} on ${page.url()}`)
  return href
}

/** Every page, as role and a way to its address. */
export const PAGES = [
  { name: 'start', role: null, path: async () => '/' },
  { name: 'regio', role: 'beleid', path: async () => '/regio' },
  { name: 'cijfers', role: 'beleid', path: async () => '/cijfers' },
  { name: 'cijfers-gemeente', role: 'raad', path: async () => '/cijfers/gemeente/0758' },
  { name: 'cijfers-wijk', role: 'beleid', path: async () => '/cijfers/wijk/WK075801' },
  { name: 'cijfers-scholen', role: 'beleid', path: async () => '/cijfers/scholen' },
  { name: 'monitor', role: 'beleid', path: async () => '/cijfers/monitor' },
  { name: 'buren', role: 'raad', path: async () => '/cijfers/buren' },
  { name: 'analyses', role: 'beleid', path: async () => '/analyses' },
  { name: 'cijfers-vooruit', role: 'beleid', path: async () => '/cijfers/vooruit' },
  { name: 'cijfers-indicatoren', role: 'beleid', path: async () => '/cijfers/indicatoren' },
  { name: 'oorzaken', role: 'raad', path: async () => '/oorzaken' },
  { name: 'oorzaken-begrip', role: 'beleid', path: async () => '/oorzaken?begrip=wachttijd&lus=LR1&uit=LR1&uit=C24' },
  { name: 'uitproberen', role: 'beleid', path: async () => '/uitproberen' },
  { name: 'uitproberen-lezer', role: 'raad', path: async () => '/uitproberen' },
  { name: 'uitproberen-nieuw', role: 'beleid', path: async () => '/uitproberen/nieuw?van=alle-bouwstenen' },
  { name: 'uitproberen-uitkomst', role: 'beleid', path: (page) => tried(page) },
  { name: 'cijfers-aanbieders', role: 'contract', path: async () => '/cijfers/aanbieders' },
  { name: 'wijk', role: 'beleid', path: (page) => via(page, '/regio', '/wijk/') },
  { name: 'gezinnen', role: 'wijkteam', path: async () => '/gezinnen' },
  { name: 'gezinnen-geen', role: 'wijkteam', path: async () => '/gezinnen', then: (page) => search(page, 'qqqq') },
  { name: 'gezin', role: 'wijkteam', path: (page) => via(page, '/gezinnen', '/gezin/') },
  { name: 'mijn-gezin', role: 'gezinslid', path: async () => '/' },
  { name: 'berichten', role: 'beheer', path: async () => '/berichten' },
  { name: 'berichten-fout', role: 'beheer', status: 400, path: async () => '/berichten?gemeente=x&aanbieder=x&tot=x' },
  { name: 'bericht', role: 'beheer', path: (page) => via(page, '/berichten', '/bericht/') },
  { name: 'bericht-xml', role: 'beheer', path: async (page) => (await via(page, '/berichten', '/bericht/')) + '?deel=xml' },
  { name: 'bericht-oordeel', role: 'beheer', path: async (page) => (await via(page, '/berichten', '/bericht/')) + '?deel=oordeel' },
  { name: 'berichten-afgekeurd', role: 'beheer', path: async () => '/berichten?afgekeurd=ja' },
  { name: 'bericht-afgekeurd', role: 'beheer', path: (page) => via(page, '/berichten?afgekeurd=ja', '/bericht/') },
  { name: 'gesprek', role: 'wijkteam', path: async (page) => via(page, await via(page, '/gezinnen', '/gezin/'), '/toewijzingen/') },
  { name: 'verzoeken', role: 'wijkteam', path: async () => '/verzoeken' },
  { name: 'verzoek', role: 'wijkteam', path: (page) => via(page, '/verzoeken', '/verzoeken/') },
  { name: 'verzoek-beheer', role: 'beheer', path: (page) => via(page, '/verzoeken', '/verzoeken/') },
  { name: 'termijnen', role: 'beheer', path: async () => '/termijnen' },
  { name: 'termijnen-contract', role: 'contract', path: async () => '/termijnen' },
  { name: 'quarantaine', role: 'beheer', path: async () => '/quarantaine' },
  { name: 'quarantaine-stuk', role: 'beheer', path: (page) => via(page, '/quarantaine', '/quarantaine/') },
  { name: 'aanbieders', role: 'contract', path: async () => '/aanbieders' },
  { name: 'aanbieder', role: 'contract', path: (page) => via(page, '/aanbieders', '/aanbieder/') },
  { name: 'mijn-account', role: 'wijkteam', path: async () => '/mijn-account' },
  { name: 'accounts', role: 'beheer', path: async () => '/accounts' },
  { name: 'niet-gevonden', role: null, status: 404, path: async () => '/bestaat-niet' },
]

async function via(page, list, begin) {
  await page.goto(BASE + list)
  return firstLink(page, begin)
}

/** Tries a small choice and gives the address of what came of it. */
async function tried(page) {
  await page.goto(BASE + '/uitproberen/nieuw')
  const toml = "naam = 'Eerst de toegang'\njaren = 4\nherhalingen = 4\n[bouwstenen.toegang]\nniveau = 0.8\nopbouw = 2"
  const press = (text) => {
    document.getElementById('toml').value = text
    document.querySelector('button[value="bestand"]').click()
  }
  await Promise.all([page.waitForNavigation(), page.evaluate(press, toml)])
  await page.locator('#woorden').waitFor({ timeout: 120_000 })
  return new URL(page.url()).pathname
}

async function search(page, name) {
  await page.locator('#zoek').fill(name)
  await page.locator('.filter button').click()
  await page.waitForLoadState()
}

/** Opens a page of the list as the right person. */
export async function open(page, entry) {
  if (entry.role) await signIn(page, entry.role)
  const path = await entry.path(page)
  const response = await page.goto(BASE + path)
  if (entry.then) await entry.then(page)
  return response.status()
}

export async function screenshot(page, name) {
  await mkdir(SCREENS, { recursive: true })
  await page.screenshot({ path: `${SCREENS}${name}.png`, fullPage: true })
}
