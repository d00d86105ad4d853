// Passkeys: the one thing on these pages that a browser does through script only. A form says where its challenge comes
// from; the answer goes into the form, which is then sent as any other, with its proof.
'use strict'

{
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')

  const make = async (asked) => {
    const publicKey = { ...asked, challenge: bytes(asked.challenge) }
    publicKey.user = { ...asked.user, id: bytes(asked.user.id) }
    publicKey.excludeCredentials = (asked.excludeCredentials ?? []).map((c) => ({ ...c, id: bytes(c.id) }))
    const made = await navigator.credentials.create({ publicKey })
    const response = {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
    }
    return { id: made.id, rawId: text(made.rawId), type: made.type, response }
  }

  const show = async (asked) => {
    const publicKey = { ...asked, challenge: bytes(asked.challenge) }
    delete publicKey.allowCredentials
    const shown = await navigator.credentials.get({ publicKey })
    const response = {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
    }
    return { id: shown.id, rawId: text(shown.rawId), type: shown.type, response }
  }

  const ways = { make, show }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const said = form.querySelector('[data-said]')
    const tell = (sentence) => {
      said.textContent = sentence
      said.hidden = !sentence
    }
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const button = form.querySelector('button')
      button.disabled = true
      tell('')
      try {
        const begun = await fetch(form.dataset.begin, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
        if (!begun.ok) {
          tell(begun.status === 429 ? said.dataset.often : said.dataset.refused)
          return
        }
        const answer = await ways[form.dataset.passkey]((await begun.json()).publicKey)
        for (const field of form.querySelectorAll('input[type="password"]')) field.value = ''
        form.elements.antwoord.value = JSON.stringify(answer)
        form.submit()
      } catch {
        tell(said.dataset.stopped)
      } finally {
        button.disabled = false
      }
    })
    if (window.PublicKeyCredential) form.hidden = false
  }
}
