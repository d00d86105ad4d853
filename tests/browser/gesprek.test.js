// A conversation that is saved while one types: by keyboard, on a telephone, without script, when the session ends in the middle
// of a sentence, when the browser is killed, and when a colleague writes in the same page.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { BASE, PHONE, WIDE, faults, launch, ownFamily, screenshot, signIn, tabTo, visitor } from './browser.js'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

const saved = (page) => page.locator('[data-status][data-stand="bewaard"]').waitFor()

/** A family of the team that is not the one of the demo, in which nobody writes at the same time. */
async function family(page, nr) {
  await page.goto(BASE + '/gezinnen')
  return page.locator('main a[href^="/gezin/"]').nth(nr).getAttribute('href')
}

/** Begins a conversation; the address of the page. */
async function begin(page, nr) {
  return beginAt(page, await family(page, nr))
}

async function beginAt(page, path) {
  await page.goto(BASE + path + '/gesprekken')
  await page.locator('main form .knop').click()
  await page.waitForURL(/gesprekken\/[0-9a-f]{32}/)
  return page.url()
}

test('what is typed is saved by itself, and is there after the browser is gone', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  const address = await begin(page, 1)
  await page.locator('#gewoon_goed').pressSequentially('Dat we samen eten', { delay: 20 })
  await saved(page)
  assert.match(await page.locator('[data-zin]').innerText(), /Bewaard om \d\d:\d\d/)
  const cookies = await page.context().cookies()
  // Gone without a word: no event of the page runs.
  await page.context().close()
  const again = await visitor(browser)
  await again.context().addCookies(cookies)
  await again.goto(address)
  assert.equal(await again.locator('#gewoon_goed').inputValue(), 'Dat we samen eten')
  assert.equal(await again.evaluate(() => localStorage.length + sessionStorage.length), 0)
  await again.context().close()
})

test('the session ends in the middle of a sentence: sign in in another tab, and it is saved', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  const address = await begin(page, 2)
  await page.locator('#sterk').pressSequentially('Eerst dit. ')
  await saved(page)
  await page.context().clearCookies()
  await page.locator('#sterk').pressSequentially('En toen was ik afgemeld.')
  await page.locator('[data-status][data-stand="weg"]').waitFor()
  const door = page.locator('[data-aanmelden]')
  assert.ok(await door.isVisible())
  const [other] = await Promise.all([page.context().waitForEvent('page'), door.click()])
  await other.waitForLoadState()
  await Promise.all([other.waitForNavigation(), other.locator('[data-rol="wijkteam"] button').first().click()])
  await other.close()
  await page.bringToFront()
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await saved(page)
  await page.goto(address)
  assert.equal(await page.locator('#sterk').inputValue(), 'Eerst dit. En toen was ik afgemeld.')
  await page.context().close()
})

test('somebody else signs in on the same computer: what was typed is not saved as theirs', async () => {
  const page = await visitor(browser)
  // A family with which both work, so that the other could save it.
  await signIn(page, 'regisseur')
  const shared = await page.locator('main a[href^="/gezin/"]').first().getAttribute('href')
  await page.context().clearCookies()
  await signIn(page, 'wijkteam')
  const address = await beginAt(page, shared)
  await page.locator('#sterk').pressSequentially('Van mij. ')
  await saved(page)
  await page.context().clearCookies()
  const other = await page.context().newPage()
  await signIn(other, 'regisseur')
  await page.bringToFront()
  await page.locator('#sterk').pressSequentially('Niet van een ander.')
  await page.locator('[data-status][data-stand="weg"]').waitFor()
  assert.equal(await page.locator('#sterk').inputValue(), 'Van mij. Niet van een ander.')
  await other.goto(address)
  assert.equal(await other.locator('#sterk').inputValue(), 'Van mij.', 'the other could have written in it')
  await page.context().close()
})

test('a colleague writes in the same page: both texts are shown', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  const address = await begin(page, 4)
  await page.locator('#sterk').fill('van de een')
  await saved(page)
  const other = await page.context().newPage()
  await other.goto(address)
  await other.locator('#sterk').fill('van de ander')
  await saved(other)
  await page.locator('#sterk').fill('van de een, en verder')
  await page.locator('[data-status][data-stand="nieuwer"]').waitFor()
  await Promise.all([page.waitForNavigation(), page.locator('button[value="bewaar"]').click()])
  const both = await page.locator('#botsing ~ .naast').innerText()
  assert.ok(both.includes('van de ander') && both.includes('van de een, en verder'), both)
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})

test('who carries all they can is not asked what more they could do', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  await begin(page, 5)
  assert.ok(await page.locator('.eigen-kracht').isVisible())
  await page.locator('#gg-belasting-max').check()
  assert.ok(await page.locator('.eigen-kracht').isHidden())
  await saved(page)
  await page.reload()
  assert.equal(await page.locator('.eigen-kracht').count(), 0)
  await page.context().close()
})

test('without script, on a telephone: write, save, finish', async () => {
  const page = await visitor(browser, { script: false, viewport: PHONE })
  await signIn(page, 'wijkteam')
  const address = await begin(page, 6)
  await page.locator('#gewoon_goed').fill('Dat het rustig is in de ochtend')
  await page.locator('#a-waakvlam').check()
  await page.locator('#wanneer-waakvlam').fill('elke maand')
  await Promise.all([page.waitForNavigation(), page.locator('button[value="bewaar"]').click()])
  assert.ok((await page.locator('.melding.goed').count()) === 1)
  await page.locator('button[value="afronden"]').click()
  await page.waitForURL(address)
  assert.ok((await page.locator('main').innerText()).includes('elke maand, zonder einddatum'))
  await page.context().close()
})

test('by keyboard alone, from the family to a saved word', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  await page.goto(BASE + (await family(page, 7)))
  await tabTo(page, 'section[aria-labelledby="gesprekken"] button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/gesprekken\/[0-9a-f]{32}/)
  await tabTo(page, '#gewoon_goed')
  await page.keyboard.type('Met de toetsen')
  await saved(page)
  await page.context().close()
})

for (const [size, viewport] of Object.entries({ breed: WIDE, telefoon: PHONE })) {
  test(`the pages hold no faults (${size})`, async () => {
    const page = await visitor(browser, { viewport })
    const own = BASE + (await ownFamily(browser))
    await signIn(page, 'gezinslid')
    await page.goto(own + '/gesprekken')
    await Promise.all([page.waitForNavigation(), page.locator('main a[href*="/gesprekken/"]').first().click()])
    const pages = { gelezen: page.url(), gesprekken: own + '/gesprekken', regeldruk: BASE + '/regeldruk', groepen: BASE + '/groepen' }
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address)
      assert.deepEqual(await faults(page), [], address)
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, address)
      await screenshot(page, `gesprek-${name}-${viewport.width}`)
    }
    await signIn(page, 'wijkteam')
    await page.goto(own + '/gesprekken')
    await Promise.all([page.waitForNavigation(), page.locator('main .stukken a').first().click()])
    assert.equal(await page.locator('form[data-concept]').count(), 1, 'the draft of the demo')
    assert.deepEqual(await faults(page), [])
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
    await screenshot(page, `gesprek-concept-${viewport.width}`)
    await page.context().close()
  })
}
