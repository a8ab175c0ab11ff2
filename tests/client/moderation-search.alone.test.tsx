// @vitest-environment jsdom
/** How long a search through 2,000 questions takes on the moderation workplace. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { getListedIds, openPage } from '../support/question-page.tsx'

afterEach(cleanup)

test('a search through 2,000 questions takes at most 100 ms', async () => {
  await loadLanguage('en', 'staff')
  openPage(
    Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `q${index}`,
        { text: index === 1700 ? 'Où est la bibliothèque ?' : `Question ${index} on open networks?` },
      ]),
    ),
  )
  const field = document.querySelector<HTMLInputElement>('[data-shortcut="find"]') as HTMLInputElement
  const search = (value: string) => fireEvent.change(field, { target: { value } })
  // The least of three measurements: any other load on the machine only adds to it.
  const took = Array.from({ length: 3 }, () => {
    search('warm up')
    const startedAt = performance.now()
    search('OU EST LA BIBLIOTHEQUE')
    return performance.now() - startedAt
  })
  expect(Math.min(...took)).toBeLessThan(100)
  expect(getListedIds()).toEqual(['q1700'])
})
