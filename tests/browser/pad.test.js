// The whole path of a family: a first question, a conversation, the plan, help that is allocated, the provider's message that it
// began, and the family that sees it. As a professional, a parent, and young people on either side of twelve and sixteen.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { BASE, PHONE, WIDE, faults, launch, ownFamily, screenshot, signIn, signInAs, tabTo, visitor } from './browser.js'

// The program and the folder of its register: a provider's message comes in through them.
const { LEERLOOP_PROGRAM, LEERLOOP_DATA } = process.env

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

const text = (page) => page.locator('main').innerText()
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** No fault of accessibility, nothing that sticks out. */
async function sound(page, name) {
  assert.deepEqual(await faults(page), [], name)
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} is too wide`)
  await screenshot(page, `pad-${name}`)
}

async function send(page, button) {
  await Promise.all([page.waitForNavigation(), button.click()])
}

const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])

/** The newest JW301, as a functional manager reads it. */
async function newestAllocation() {
  const page = await visitor(browser)
  await signIn(page, 'beheer')
  await page.goto(BASE + '/berichten?soort=JW301')
  await send(page, page.locator('main a[href^="/bericht/"]').first())
  await page.goto(page.url() + '?deel=xml')
  const xml = await text(page)
  await page.context().close()
  const of = (name) => xml.match(new RegExp(`<[^<>/]*${name}>\\s*([^<\\s][^<]*?)\\s*</`))?.[1]
  const names = ['Afzender', 'Ontvanger', 'Bsn', 'ToewijzingNummer', 'Ingangsdatum', 'Categorie', 'Code', 'Achternaam', 'Voornamen']
  const found = Object.fromEntries(names.map((name) => [name, of(name)]))
  const born = xml.match(/Geboortedatum>[\s\S]*?Datum>\s*([\d-]+)/)?.[1]
  return { ...found, born, sex: of('Geslacht') }
}

/** What the provider answers: that the help began. */
function started(allocation) {
  const a = allocation
  const name = `<ijw:Geslachtsnaam><ijw:Achternaam>${a.Achternaam}</ijw:Achternaam></ijw:Geslachtsnaam><ijw:Voornamen>${a.Voornamen}</ijw:Voornamen>`
  const product = `<j:Product><ijw:Categorie>${a.Categorie}</ijw:Categorie>${a.Code ? `<ijw:Code>${a.Code}</ijw:Code>` : ''}</j:Product>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<j:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:j="http://www.istandaarden.nl/ijw/3_2/jw305/schema"><j:Header><j:BerichtCode>438</j:BerichtCode><j:BerichtVersie>3</j:BerichtVersie><j:BerichtSubversie>2</j:BerichtSubversie><j:Afzender>${a.Ontvanger}</j:Afzender><j:Ontvanger>${a.Afzender}</j:Ontvanger><j:BerichtIdentificatie><ijw:Identificatie>PAD${Date.now() % 1_000_000_000}</ijw:Identificatie><ijw:Dagtekening>${day(0)}</ijw:Dagtekening></j:BerichtIdentificatie><j:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></j:XsdVersie></j:Header><j:Client><j:Bsn>${a.Bsn}</j:Bsn><j:Geboortedatum><ijw:Datum>${a.born}</ijw:Datum></j:Geboortedatum><j:Geslacht>${a.sex}</j:Geslacht><j:Naam>${name}</j:Naam><j:StartProducten><j:StartProduct><j:ToewijzingNummer>${a.ToewijzingNummer}</j:ToewijzingNummer>${product}<j:ToewijzingIngangsdatum>${a.Ingangsdatum}</j:ToewijzingIngangsdatum><j:Begindatum>${a.Ingangsdatum}</j:Begindatum><j:StatusAanlevering>1</j:StatusAanlevering></j:StartProduct></j:StartProducten></j:Client></j:Bericht>
`
}

async function takeIn(message) {
  const folder = await mkdtemp(join(tmpdir(), 'leerloop-pad-'))
  const file = join(folder, 'jw305.xml')
  await writeFile(file, message)
  const said = spawnSync(LEERLOOP_PROGRAM, ['import', '--data', LEERLOOP_DATA, file], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  assert.equal(said.status, 0, said.stdout + said.stderr)
}

test('first question, conversation, plan, 301, 305, and the family sees it', { skip: !LEERLOOP_PROGRAM && 'LEERLOOP_PROGRAM is not set' }, async () => {
  const family = await ownFamily(browser)
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')

  // Somebody asks. No file, no number.
  await page.goto(BASE + '/vragen')
  const mark = String(Date.now() % 100_000)
  const HELP = `Samen uitzoeken wat Noor wakker houdt (${mark})`
  const question = `Noor slaapt al weken slecht. Gaat dat vanzelf over? (${mark})`
  await page.locator('#t0').fill(question)
  await page.locator('#s0-gesprek').check()
  await send(page, page.locator('form', { has: page.locator('#t0') }).locator('button.knop'))
  const asked = page.locator('section, article', { hasText: question }).last()
  assert.ok(await asked.isVisible())
  await sound(page, 'vragen')
  const join = asked.locator('details', { has: page.locator('select[name="gezin"]') })
  await join.locator('summary').click()
  await join.locator('select[name="gezin"]').selectOption(family.split('/').pop())
  await send(page, join.locator('button').first())

  // The conversation: saved while one types, finished at the end.
  await page.goto(BASE + family + '/gesprekken')
  await send(page, page.locator('main form .knop').first())
  await page.waitForURL(/gesprekken\/[0-9a-f]{32}/)
  await page.locator('#gewoon_goed').fill('Dat Noor uitgerust naar school gaat.')
  await page.locator('[data-status][data-stand="bewaard"]').waitFor()
  await sound(page, 'gesprek')
  await send(page, page.locator('button[value="afronden"]'))
  assert.ok((await text(page)).includes('Dat Noor uitgerust naar school gaat.'))

  // The plan: an arrangement from the Jeugdwet for Noor.
  await page.goto(BASE + family + '/plan')
  await page.locator('details', { has: page.locator('#regel-wat') }).locator('summary').first().click()
  await page.locator('#regel-wat').fill(HELP)
  await page.locator('#regel-voor').selectOption({ label: 'Noor' })
  await page.locator('#regel-bron').selectOption('jeugdwet')
  await send(page, page.locator('form', { has: page.locator('#regel-wat') }).locator('button').first())
  const line = page.locator('li', { hasText: HELP }).last()
  await sound(page, 'plan')
  await send(page, line.locator('a[href*="/plan/hulp?regel="]'))

  // A form that cannot be sent yet says why, and keeps what was typed.
  const fill = (name, value) => page.locator(`#toewijzen-${name}`).fill(value)
  await fill('aanbieder', 'zomaar iemand')
  await fill('ingang', day(0))
  await send(page, page.locator('form', { has: page.locator('#toewijzen-aanbieder') }).locator('button.knop'))
  assert.equal(await page.locator('#toewijzen-aanbieder').inputValue(), 'zomaar iemand')
  assert.equal(await page.locator('#toewijzen-ingang').inputValue(), day(0))
  await sound(page, 'hulp-mis')
  const provider = await page.locator('datalist option').first().getAttribute('value')
  await fill('aanbieder', provider)
  await page.locator('#toewijzen-categorie').selectOption('45')
  await fill('code', `45A${10 + (Number(mark) % 90)}`)
  await fill('eind', day(180))
  await fill('volume', '120')
  await page.locator('#toewijzen-eenheid').selectOption('01')
  await page.locator('#toewijzen-frequentie').selectOption('2')
  await send(page, page.locator('form', { has: page.locator('#toewijzen-aanbieder') }).locator('button.knop'))
  assert.equal(new URL(page.url()).pathname, family + '/plan', await text(page))
  const now = page.locator('li', { hasText: HELP }).last()
  assert.match(await now.innerText(), /kan beginnen|wacht/i)

  // The provider answers with a message; nobody types it.
  const allocation = await newestAllocation()
  assert.equal(allocation.Voornamen, 'Noor')
  await takeIn(started(allocation))
  await page.goto(BASE + family + '/plan')
  assert.match(await now.innerText(), /begonnen|loopt|gestart/i)
  await page.context().close()

  // Noor and her mother see it on the telephone; her older sister does not, and Tom, who is eleven, has no door of his own.
  const seen = {}
  for (const who of ['gezin-noor', 'gezin-marieke', 'gezin-lotte']) {
    const own = await visitor(browser, { viewport: PHONE })
    await signInAs(own, who)
    assert.match(new URL(own.url()).pathname, /\/ons$/)
    await sound(own, `ons-${who}`)
    seen[who] = await text(own)
    await own.goto(BASE + family + '/plan')
    await sound(own, `plan-${who}`)
    seen[who] += await text(own)
    await own.context().close()
  }
  assert.ok(seen['gezin-noor'].includes(HELP))
  assert.match(seen['gezin-noor'], /begonnen|loopt|gestart/i)
  assert.ok(seen['gezin-marieke'].includes(HELP))
  assert.ok(!seen['gezin-lotte'].includes(HELP), 'of a sister of seventeen')
  const start = await visitor(browser)
  await start.goto(BASE + '/')
  assert.equal(await start.locator('button[value="gezin-tom"]').count(), 0, 'eleven years')
  assert.equal(await start.locator('button[value="gezin-noor"]').count(), 1, 'thirteen years')
  assert.equal(await start.locator('button[value="gezin-lotte"]').count(), 1, 'seventeen years')
  await start.context().close()
})

test('by keyboard alone: a question, a family for it, and a goal in its plan', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  await page.goto(BASE + '/vragen')
  await tabTo(page, '#t0')
  await page.keyboard.type('Mag mijn zoon van zeven nog in bed plassen?')
  await tabTo(page, 'form button.knop')
  await enter(page)
  await page.goto(BASE + '/gezinnen/nieuw')
  await tabTo(page, '#voornaam')
  await page.keyboard.type('Anouk')
  await tabTo(page, '#achternaam')
  await page.keyboard.type('Toetsenbord')
  await tabTo(page, 'form.kaart button.knop')
  await enter(page)
  await page.waitForURL(/\/gezin\/[0-9a-f]{32}/)
  const family = new URL(page.url()).pathname.match(/\/gezin\/[0-9a-f]{32}/)[0]
  await page.goto(BASE + family + '/plan')
  const goal = 'details:has(#doel-tekst) > summary'
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
  await tabTo(page, '#doel-tekst')
  await page.keyboard.type('Droog wakker worden, en anders is het ook goed.')
  await tabTo(page, 'form:has(#doel-tekst) button')
  await enter(page)
  assert.ok((await text(page)).includes('Droog wakker worden'))
  await page.context().close()
})

test('two people change the same goal: the second sees both texts and loses nothing', async () => {
  const family = await ownFamily(browser)
  const one = await visitor(browser)
  await signIn(one, 'wijkteam')
  const other = await visitor(browser)
  await signIn(other, 'regisseur')
  const change = async (page, words) => {
    await page.locator('details', { has: page.locator('#gewoon-tekst') }).locator('summary').first().click()
    await page.locator('#gewoon-tekst').fill(words)
  }
  for (const page of [one, other]) await page.goto(BASE + family + '/plan')
  await change(one, 'Samen eten, zegt de een.')
  await change(other, 'Samen eten, zegt de ander.')
  for (const page of [one, other]) {
    await send(page, page.locator('form', { has: page.locator('#gewoon-tekst') }).locator('button').first())
  }
  const both = await other.locator('main').evaluate((main) => main.innerText + [...main.querySelectorAll('textarea')].map((t) => t.value).join(' '))
  assert.ok(both.includes('zegt de een') && both.includes('zegt de ander'), both)
  await sound(other, 'plan-twee')
  await one.context().close()
  await other.context().close()
})

test('the session ends in the middle of a message: the words stand in the answer', async () => {
  const page = await visitor(browser, { viewport: PHONE, script: false })
  await signInAs(page, 'gezin-marieke')
  await page.goto(page.url().replace(/\/ons$/, '/post'))
  await page.locator('textarea').first().fill('Ik schreef dit terwijl mijn tijd voorbij was.')
  await page.context().clearCookies()
  await send(page, page.locator('form', { has: page.locator('textarea') }).locator('button').first())
  assert.ok((await page.locator('textarea[readonly]').inputValue()).includes('terwijl mijn tijd voorbij was'))
  await page.context().close()
})

for (const [size, viewport] of Object.entries({ breed: WIDE, telefoon: PHONE })) {
  test(`every page of a family holds no fault (${size})`, async () => {
    const family = await ownFamily(browser)
    const pages = {
      wijkteam: ['', '/leden', '/plan', '/plan/versies', '/achttien', '/gesprekken', '/brieven', '/post', '/delen', '/inzagen'],
      gezinslid: ['/ons', '/plan', '/post', '/delen', '/inzagen', ''],
    }
    const others = {
      wijkteam: ['/vandaag', '/vragen', '/gezinnen/nieuw', '/gezinnen/dubbel', '/expertvragen', '/verwijzingen', '/mijn-account', '/mijn-gegevens'],
      expertteam: ['/expertvragen'],
      verwijzer: ['/verwijzingen', '/verwijzingen/nieuw', '/verwijsafspraken'],
      beleid: ['/verwijsafspraken', '/regeldruk', '/groepen'],
      gezinslid: ['/mijn-gegevens'],
    }
    let looked = 0
    for (const role of Object.keys(others)) {
      const page = await visitor(browser, { viewport })
      await signIn(page, role)
      for (const path of [...(pages[role] ?? []).map((end) => family + end), ...others[role]]) {
        const answer = await page.goto(BASE + path)
        if (answer.status() === 404) continue
        assert.equal(answer.status(), 200, `${role} ${path}`)
        assert.deepEqual(await faults(page), [], `${role} ${path}`)
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${role} ${path}`)
        looked += 1
      }
      await page.context().close()
    }
    assert.ok(looked >= 24, `${looked} pages`)
  })
}
