// What people do: by keyboard, without script, from the region to a neighbourhood, from the families to one family.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { BASE, PHONE, firstLink, launch, signIn, visitor } from './browser.js'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

const heading = (page) => page.locator('h1').innerText()

test('the first tab reaches the skip link, which leads to the content', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  assert.equal(await focused.getAttribute('href'), '#inhoud')
  const box = await focused.boundingBox()
  assert.ok(box && box.y >= 0, 'the skip link is in sight when it has the focus')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'inhoud')
  await page.context().close()
})

test('everything that takes the focus shows it', async () => {
  const page = await visitor(browser)
  await signIn(page, 'beleid')
  let seen = 0
  for (let n = 0; n < 25; n += 1) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const style = getComputedStyle(element)
      return { name: element.tagName, visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }
    })
    if (outline) {
      assert.ok(outline.visible, `${outline.name} shows no focus`)
      seen += 1
    }
  }
  assert.ok(seen >= 20)
  await page.context().close()
})

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script'

  test(`from the region to a neighbourhood, ${how}`, async () => {
    const page = await visitor(browser, { script })
    await signIn(page, 'raad')
    assert.equal(new URL(page.url()).pathname, '/regio')
    await page.locator('#wijken ~ .schuif a').first().click()
    await page.waitForURL(/\/wijk\//)
    assert.ok((await page.locator('#opvallend').count()) === 1)
    await page.locator('details summary').last().click()
    assert.ok(await page.locator('.uitleg p').first().isVisible(), 'how the figures are protected')
    await page.context().close()
  })

  test(`from the families to a family, ${how}`, async () => {
    const page = await visitor(browser, { script, viewport: PHONE })
    await signIn(page, 'wijkteam')
    assert.equal(new URL(page.url()).pathname, '/vandaag')
    await page.goto(BASE + '/gezinnen')
    const name = await page.locator('.gezinnen h2 a').first().innerText()
    await page.locator('#zoek').fill(name)
    await Promise.all([page.waitForNavigation(), page.locator('.filter button').click()])
    assert.equal(page.url(), BASE + '/gezinnen', 'a name stands in no address')
    await page.locator('.gezinnen h2 a').first().click()
    await page.waitForURL(/\/gezin\//)
    assert.ok((await heading(page)).includes(name))
    await page.goto(page.url())
    assert.ok((await page.locator('#inzage ~ .inzage li').count()) >= 1, 'the look before this one is in the list')
    await page.context().close()
  })

  test(`from the messages to a message and its text, ${how}`, async () => {
    const page = await visitor(browser, { script })
    await signIn(page, 'beheer')
    await page.goto(BASE + (await firstLink(page, '/bericht/')))
    for (const tab of [1, 2, 0]) {
      await Promise.all([page.waitForNavigation(), page.locator('.tabs a').nth(tab).click()])
      assert.equal(await page.locator('.tabs a').nth(tab).getAttribute('aria-current'), 'page')
    }
    await page.context().close()
  })

  test(`the language stays and one comes back to the same page, ${how}`, async () => {
    const page = await visitor(browser, { script })
    await signIn(page, 'beheer')
    await page.goto(BASE + '/berichten?soort=JW301')
    await Promise.all([page.waitForNavigation(), page.locator('.voet button').click()])
    assert.equal(page.url(), BASE + '/berichten?soort=JW301')
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    await Promise.all([page.waitForNavigation(), page.locator('.ik button').click()])
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    await page.goto(BASE + '/berichten')
    assert.equal(new URL(page.url()).pathname, '/', 'signed out')
    await page.context().close()
  })
}

test('after signing out the back button shows no person', async () => {
  const page = await visitor(browser)
  await signIn(page, 'wijkteam')
  await page.goto(BASE + '/gezinnen')
  const name = await page.locator('.gezinnen h2 a').first().innerText()
  await page.locator('.gezinnen h2 a').first().click()
  await page.waitForURL(/\/gezin\//)
  assert.ok((await page.locator('body').innerText()).includes(name), 'the person is on the screen before')
  await page.locator('.ik button').click()
  await page.waitForURL(BASE + '/')
  for (let step = 0; step < 3; step += 1) {
    await page.goBack()
    await page.waitForLoadState()
    assert.ok(!(await page.locator('main').innerText()).includes(name), 'a person after signing out')
    assert.equal(await page.locator('.ik').count(), 0)
  }
  await page.context().close()
})

test('a page looks like a page when printed', async () => {
  const page = await visitor(browser)
  await signIn(page, 'beleid')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.balk nav').isVisible(), false)
  assert.equal(await page.locator('h1').isVisible(), true)
  await page.context().close()
})
