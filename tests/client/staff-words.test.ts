/** The words of the Chair's menus and remedies are whole: a number says what it counts, and a length says which way it changes. */
import { expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'

const t = makeTranslateIn('en')
const formatRemedy = (more: number, reached: number) => t('remedy.winsReached', { won: 5, needed: 12, more, reached, waiting: 9 })

test('[V425] a remedy says how many it reaches, of how many, and how many more that is', () => {
  expect([formatRemedy(0, 4), formatRemedy(1, 5), formatRemedy(2, 6)]).toEqual([
    '5 of 12 min; reaches 4 of 9, as many as now',
    '5 of 12 min; reaches 5 of 9, 1 more',
    '5 of 12 min; reaches 6 of 9, 2 more',
  ])
})

test('[V425] a change of the time of a turn says whether it extends or shortens it', () => {
  expect([t('control.more', { time: '0:30' }), t('control.less', { time: '0:30' })]).toEqual(['Extend by 0:30', 'Shorten by 0:30'])
})
