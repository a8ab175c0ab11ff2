// Runs in the page of the sheet. It counts and stores the remarks, and saves them as a file.
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

  const boxes = [...document.querySelectorAll('input[data-read]')]
  const isOpen = (row) => row.dataset.state !== 'approved'

  const show = () => {
    const remarks = readRemarks()
    const approved = rows.filter((row) => !isOpen(row)).length
    say('count', `${remarks.length} of ${rows.length} texts with a remark, ${approved} approved before`)
    return remarks
  }

  /** Returns the texts that were read and have no remark, with their digests. */
  const listApproved = () =>
    Object.fromEntries(
      boxes
        .filter(({ checked }) => checked)
        .flatMap((box) => [...box.closest('section').querySelectorAll('tr[data-key]')])
        .filter((row) => !row.classList.contains('marked'))
        .map((row) => [row.dataset.key, row.dataset.digest]),
    )

  /** Some browsers store nothing for a page that was opened from a file. */
  const keep = (remarks) => {
    try {
      const read = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.read)
      localStorage.setItem(place, JSON.stringify({ remarks, read }))
    } catch (error) {
      say('kept', `This browser keeps nothing (${error.name}): save before you close the page.`)
    }
  }

  const nothing = { remarks: [], read: [] }
  const readKept = () => {
    try {
      return JSON.parse(localStorage.getItem(place)) ?? nothing
    } catch (error) {
      say('kept', `Nothing could be read that was kept before (${error.name}).`)
      return nothing
    }
  }

  const kept = readKept()
  for (const box of boxes) box.checked = kept.read.includes(box.dataset.read)
  for (const { key, wrong, remark } of kept.remarks) {
    const row = rows.find((each) => each.dataset.key === key)
    if (row === undefined) continue
    row.querySelector('input').checked = wrong
    row.querySelector('textarea').value = remark
  }
  show()

  document.addEventListener('input', () => keep(show()))
  document.getElementById('open').addEventListener('change', ({ target }) => {
    for (const row of rows) row.hidden = target.checked && !isOpen(row)
  })
  document.getElementById('save').addEventListener('click', () => {
    const file = new Blob([JSON.stringify({ language, remarks: show(), approved: listApproved() }, null, 2)], { type: 'application/json' })
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: `${place}.json` })
    link.click()
    URL.revokeObjectURL(link.href)
  })
}
