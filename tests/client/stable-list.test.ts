/** The list of questions while others ask, support and withdraw. Nothing moves until the reader asks for the update. */
import { keepOrder, makeStableList } from '@rostrum/client/features/questions/participant/stable-list'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const arbitraryIds = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
const getShownIds = (atRest: readonly string[], present: readonly string[]) => makeStableList(atRest, present).rows.map(({ id }) => id)

describe('a stable list', () => {
  test('is unchanged when nothing has arrived', () => {
    expect(makeStableList(['a', 'b'], ['a', 'b'])).toEqual({
      rows: [
        { id: 'a', gone: false },
        { id: 'b', gone: false },
      ],
      newCount: 0,
      isOutdated: false,
    })
  })

  test('lets new rows wait and counts them, however many arrive at once and wherever they belong', () => {
    const burst = Array.from({ length: 200 }, (_, index) => `new-${index}`)
    const list = makeStableList(['a', 'b'], ['new', ...burst.slice(0, 100), 'a', ...burst.slice(100), 'b'])
    expect(list.rows.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(list).toMatchObject({ newCount: 201, isOutdated: true })
  })

  test('lets a new order wait, for example after one’s own support', () => {
    expect(getShownIds(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c'])
    expect(makeStableList(['a', 'b', 'c'], ['c', 'a', 'b'])).toMatchObject({ newCount: 0, isOutdated: true })
  })

  test('keeps the row of a question that is gone, so that the rows below it stay in place', () => {
    const list = makeStableList(['a', 'b', 'c'], ['a', 'c'])
    expect(list.rows).toEqual([
      { id: 'a', gone: false },
      { id: 'b', gone: true },
      { id: 'c', gone: false },
    ])
    expect(list).toMatchObject({ newCount: 0, isOutdated: true })
  })

  test('shows a question that comes back in its old position, and not as new', () => {
    expect(makeStableList(['a', 'b'], ['b', 'a'])).toMatchObject({ newCount: 0 })
    expect(getShownIds(['a', 'b'], ['b'])).toEqual(getShownIds(['a', 'b'], ['b', 'a']))
  })

  test('never moves a row, counts exactly the rows not shown, and is up to date after an update', () => {
    fc.assert(
      fc.property(arbitraryIds, arbitraryIds, (atRest, present) => {
        const list = makeStableList(atRest, present)
        expect(list.rows.map(({ id }) => id)).toEqual(atRest)
        expect(list.rows.filter(({ gone }) => !gone).length + list.newCount).toBe(present.length)
        expect(makeStableList(present, present)).toMatchObject({ newCount: 0, isOutdated: false })
        expect(list.isOutdated).toBe(JSON.stringify(atRest) !== JSON.stringify(present))
      }),
    )
  })
})

describe('with nothing on screen to hold in place', () => {
  test('the first questions appear automatically', () => {
    expect(keepOrder([], ['a'])).toEqual(['a'])
    expect(keepOrder(['gone'], ['a', 'b'])).toEqual(['a', 'b'])
  })

  test('the list stays as it is while one of its questions is still present', () => {
    expect(keepOrder(['gone', 'a'], ['b', 'a'])).toEqual(['gone', 'a'])
  })
})
