// A conversation that is saved while one types. What is typed stays in the fields of the page until the server says that it is
// stored; nothing is kept in the browser besides, so that nothing is left behind on a shared computer.
'use strict'

{
  const QUIET = 1200
  const LEAST = 4000
  const AGAIN = 10_000
  const form = document.querySelector('form[data-concept]')
  const said = document.querySelector('[data-status]')
  const door = said.querySelector('[data-aanmelden]')
  const words = said.querySelector('[data-zin]')

  // What was stored last, what is on its way, and how often was sent from this page.
  let stored = written()
  let going = null
  let timer = 0
  let last = 0
  let stopped = false

  function written() {
    const fields = new URLSearchParams(new FormData(form))
    for (const own of ['bewijs', 'beurt_nr', 'versie', 'sleutel', 'doe']) fields.delete(own)
    return fields.toString()
  }

  function tell(key, values = {}) {
    let sentence = said.dataset[key]
    for (const [name, value] of Object.entries(values)) sentence = sentence.replace(`%${name}%`, value)
    if (words.textContent !== sentence) words.textContent = sentence
    said.dataset.stand = key
    door.hidden = key !== 'weg'
  }

  function later(wait) {
    clearTimeout(timer)
    timer = setTimeout(send, wait)
  }

  // A proof of the session of now: signed in again in another tab, the page gets it by being asked for once more.
  async function renew() {
    const answer = await fetch(location.pathname, { redirect: 'manual', headers: { Accept: 'text/html' } })
    if (!answer.ok) return false
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-concept]')
    // Somebody else is signed in here now: what was typed is not theirs to store.
    if (!fresh || fresh.dataset.wie !== form.dataset.wie) return false
    for (const field of document.querySelectorAll('input[name="bewijs"]')) {
      field.value = fresh.elements.bewijs.value
    }
    return true
  }

  async function send() {
    clearTimeout(timer)
    if (going || stopped) return
    const now = written()
    if (now === stored) return
    tell('bezig')
    form.elements.beurt_nr.value = Number(form.elements.beurt_nr.value) + 1
    const body = new URLSearchParams(new FormData(form))
    last = Date.now()
    going = fetch(form.dataset.concept, { method: 'POST', body, redirect: 'manual', keepalive: body.toString().length < 60_000 })
    try {
      const answer = await going
      going = null
      if (answer.ok) {
        const heard = await answer.json()
        stored = now
        form.elements.versie.value = heard.versie
        tell('bewaard', { tijd: heard.om })
        if (written() !== stored) later(LEAST)
      } else if (answer.status === 409) {
        stopped = true
        tell('nieuwer')
      } else if (answer.status === 401 || answer.status === 403) {
        if (answer.status === 403 && (await renew())) {
          later(1000)
        } else {
          tell('weg')
          later(AGAIN)
        }
      } else if (answer.status === 404) {
        stopped = true
        tell('dicht')
      } else {
        tell('mislukt')
        later(AGAIN)
      }
    } catch {
      going = null
      tell('mislukt')
      later(AGAIN)
    }
  }

  form.addEventListener('input', () => {
    if (!stopped) later(Math.max(QUIET, LEAST - (Date.now() - last)))
  })
  form.addEventListener('change', () => {
    if (!stopped) later(Math.max(QUIET, LEAST - (Date.now() - last)))
  })
  // Coming back to the page, for example after signing in in another tab: at once.
  addEventListener('focus', () => send())
  document.addEventListener('visibilitychange', () => send())
  addEventListener('online', () => send())
  let leaving = false
  form.addEventListener('submit', () => {
    leaving = true
    clearTimeout(timer)
    form.elements.beurt_nr.value = Number(form.elements.beurt_nr.value) + 1
  })
  addEventListener('beforeunload', (event) => {
    if (!leaving && written() !== stored) event.preventDefault()
  })
  said.hidden = false
}
