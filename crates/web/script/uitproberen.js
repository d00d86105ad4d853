// Trying a choice: words beside sliders while one drags, a file that is chosen, and how far a run is. All of it works without this too.
'use strict'

{
  const AGAIN = 1500

  function said(slider) {
    const { neutraal, gelijk, meer, minder } = slider.dataset
    const apart = Math.round((Number(slider.value) - Number(neutraal)) * 1e6) / 1e6
    const size = Math.abs(apart).toLocaleString(document.documentElement.lang, { useGrouping: false })
    if (apart === 0) return gelijk
    return (apart > 0 ? meer : minder).replace('%n', size)
  }

  for (const slider of document.querySelectorAll('input[type="range"]')) {
    const words = slider.parentElement.querySelector('output')
    const tell = () => {
      words.textContent = said(slider)
      slider.setAttribute('aria-valuetext', words.textContent)
    }
    slider.addEventListener('input', tell)
    // A page that is come back to may have kept what was chosen.
    tell()
  }

  const choose = document.querySelector('[data-kies]')
  if (choose) {
    choose.hidden = false
    choose.querySelector('input').addEventListener('change', async (event) => {
      const [file] = event.target.files
      if (file && file.size <= 65_536) document.getElementById('toml').value = await file.text()
    })
  }

  const bar = document.querySelector('progress[data-stand]')
  const words = document.querySelector('[data-zin]')

  async function look() {
    try {
      const answer = await fetch(bar.dataset.stand, { headers: { Accept: 'application/json' }, redirect: 'manual' })
      if (!answer.ok) return location.reload()
      const now = await answer.json()
      if (!now.loopt) return location.reload()
      bar.value = now.gedaan
      if (words.textContent !== now.zin) words.textContent = now.zin
    } catch {
      // The line is away for a moment: ask again later.
    }
    setTimeout(look, AGAIN)
  }

  if (bar) setTimeout(look, AGAIN)
}
