/** What the list of questions shows while others ask, support and withdraw: nothing moves until it is asked for. */
import { heldList, restsOn } from '@rostrum/client/features/questions/participant/stable-list'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
const shownIds = (atRest: readonly string[], present: readonly string[]) => heldList(atRest, present).shown.map(({ id }) => id)

describe('a list that holds still', () => {
  it('shows what it showed, where nothing came', () => {
    expect(heldList(['a', 'b'], ['a', 'b'])).toEqual({
      shown: [
        { id: 'a', gone: false },
        { id: 'b', gone: false },
      ],
      fresh: 0,
      behind: false,
    })
  })

  it('lets new ones wait and counts them, however many come at once and wherever they would stand', () => {
    const burst = Array.from({ length: 200 }, (_, index) => `new-${index}`)
    const held = heldList(['a', 'b'], ['new', ...burst.slice(0, 100), 'a', ...burst.slice(100), 'b'])
    expect(held.shown.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(held).toMatchObject({ fresh: 201, behind: true })
  })

  it('lets a new order wait, as one’s own support makes it', () => {
    expect(shownIds(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c'])
    expect(heldList(['a', 'b', 'c'], ['c', 'a', 'b'])).toMatchObject({ fresh: 0, behind: true })
  })

  it('keeps the place of one that is no longer there, so that those below it stay', () => {
    const held = heldList(['a', 'b', 'c'], ['a', 'c'])
    expect(held.shown).toEqual([
      { id: 'a', gone: false },
      { id: 'b', gone: true },
      { id: 'c', gone: false },
    ])
    expect(held).toMatchObject({ fresh: 0, behind: true })
  })

  it('one that comes back stands where it stood, and is not new', () => {
    expect(heldList(['a', 'b'], ['b', 'a'])).toMatchObject({ fresh: 0 })
    expect(shownIds(['a', 'b'], ['b'])).toEqual(shownIds(['a', 'b'], ['b', 'a']))
  })

  it('never moves anything, counts exactly what is not shown, and is up to date once it is brought', () => {
    fc.assert(
      fc.property(ids, ids, (atRest, present) => {
        const held = heldList(atRest, present)
        expect(held.shown.map(({ id }) => id)).toEqual(atRest)
        expect(held.shown.filter(({ gone }) => !gone).length + held.fresh).toBe(present.length)
        expect(heldList(present, present)).toMatchObject({ fresh: 0, behind: false })
        expect(held.behind).toBe(JSON.stringify(atRest) !== JSON.stringify(present))
      }),
    )
  })
})

describe('where nothing is left to hold still', () => {
  it('the first questions appear by themselves', () => {
    expect(restsOn([], ['a'])).toEqual(['a'])
    expect(restsOn(['gone'], ['a', 'b'])).toEqual(['a', 'b'])
  })

  it('as long as one of them is there, they stay as they are', () => {
    expect(restsOn(['gone', 'a'], ['b', 'a'])).toEqual(['gone', 'a'])
  })
})
