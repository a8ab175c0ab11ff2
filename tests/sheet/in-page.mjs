// Runs in the page of the sheet: counts and keeps the remarks, and saves them as a file.
{
  const { language } = document.documentElement.dataset
  const place = `rostrum-sheet-${language}`
  const rows = [...document.querySelectorAll('tr[data-key]')]
  const say = (id, text) => {
    document.getElementById(id).textContent = text
  }

  const readRemarks = () =>
    rows.flatMap((row) => {
      const wrong = row.querySelector('input').checked
      const remark = row.querySelector('textarea').value.trim()
      row.classList.toggle('marked', wrong || remark !== '')
      if (!wrong && remark === '') return []
      return [{ key: row.dataset.key, text: row.querySelector('[data-own]').textContent, wrong, remark }]
    })

  const show = () => {
    const remarks = readRemarks()
    say('count', `${remarks.length} of ${rows.length} texts with a remark`)
    return remarks
  }

  /** Some browsers keep nothing for a page that was opened from a file. */
  const keep = (remarks) => {
    try {
      localStorage.setItem(place, JSON.stringify(remarks))
    } catch (error) {
      say('kept', `This browser keeps nothing (${error.name}): save before you close the page.`)
    }
  }

  const readKept = () => {
    try {
      return JSON.parse(localStorage.getItem(place) ?? '[]')
    } catch (error) {
      say('kept', `Nothing could be read that was kept before (${error.name}).`)
      return []
    }
  }

  for (const { key, wrong, remark } of readKept()) {
    const row = rows.find((each) => each.dataset.key === key)
    if (row === undefined) continue
    row.querySelector('input').checked = wrong
    row.querySelector('textarea').value = remark
  }
  show()

  document.addEventListener('input', () => keep(show()))
  document.getElementById('save').addEventListener('click', () => {
    const file = new Blob([JSON.stringify({ language, remarks: show() }, null, 2)], { type: 'application/json' })
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: `${place}.json` })
    link.click()
    URL.revokeObjectURL(link.href)
  })
}
