// Every page in both languages on a wide and a small screen: no accessibility faults, no sideways scrolling.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { LANGUAGES, NARROW, PAGES, PHONE, WIDE, faults, launch, open, screenshot, visitor } from './browser.js'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test('a page with faults is caught', async () => {
  const page = await visitor(browser)
  await page.setContent('<html><body><h1>x</h1><img src="data:,"><input><p style="color:#ccc">pale</p></body></html>')
  const found = (await faults(page, 0)).map((fault) => fault.split(':')[0])
  for (const rule of ['html-has-lang', 'image-alt', 'label', 'color-contrast']) assert.ok(found.includes(rule), rule)
  await page.setContent('<html lang="nl"><body><div style="width:2000px">wide</div></body></html>')
  assert.ok((await overflow(page)) > 0)
  await page.context().close()
})

for (const language of LANGUAGES) {
  for (const entry of PAGES) {
    test(`${entry.name} (${language})`, async () => {
      const page = await visitor(browser, { language, viewport: WIDE })
      const complaints = []
      page.on('console', (message) => {
        const expected = entry.status && message.text().includes('Failed to load resource')
        if (message.type() === 'error' && !expected) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      assert.equal(await open(page, entry), entry.status ?? 200)
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      assert.equal(await page.locator('h1').count(), 1)
      for (const [size, viewport] of Object.entries({ breed: WIDE, telefoon: PHONE, smal: NARROW })) {
        await page.setViewportSize(viewport)
        if (size !== 'smal') {
          assert.deepEqual(await faults(page), [], `${entry.name} on ${viewport.width} px`)
          await screenshot(page, `${entry.name}-${language}-${viewport.width}`)
        }
        assert.ok((await overflow(page)) <= 0, `${entry.name} scrolls sideways on ${viewport.width} px`)
      }
      assert.deepEqual(complaints, [], 'the browser refused nothing of the page')
      await page.context().close()
    })
  }
}
