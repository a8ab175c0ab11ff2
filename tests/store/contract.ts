/** The contract of every table store. */
import type { Store } from '@rostrum/server/engine/store/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

export type StoreUnderTest = {
  /** Opens an empty store. */
  open(): Promise<Store>
  /** Closes the store and opens it again. Null if nothing is meant to survive that. */
  reopen: ((store: Store) => Promise<Store>) | null
}

export function describeStore(what: string, make: () => StoreUnderTest): void {
  describe(`store contract: ${what}`, () => {
    const under = make()
    let store: Store
    beforeEach(async () => {
      store = await under.open()
    })
    afterEach(() => store.close())

    test('returns the stored value, and null for a missing key', async () => {
      const value = { name: 'Délégation · وفد · 代表团', list: [1, null, true], deep: { a: '' } }
      await store.put('roster/s', 'one', value)
      expect(await store.get('roster/s', 'one')).toEqual(value)
      expect(await store.get('roster/s', 'two')).toBeNull()
      expect(await store.get('links', 'one')).toBeNull()
    })

    test('overwrites an existing value, and removes a deleted one', async () => {
      await store.put('keys', 'k', 1)
      await store.put('keys', 'k', 2)
      expect(await store.get('keys', 'k')).toBe(2)
      await store.delete('keys', 'k')
      await store.delete('keys', 'never')
      expect(await store.get('keys', 'k')).toBeNull()
      expect(await store.putNew('keys', 'k', 3)).toBe(true)
    })

    test('if many create the same key at once, one succeeds and its value is kept', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, (_, index) => store.putNew('codes', 'same', index)))
      expect(results.filter(Boolean)).toHaveLength(1)
      expect(await store.get('codes', 'same')).toBe(results.indexOf(true))
      expect(await store.putNew('codes', 'same', 'late')).toBe(false)
      expect(await store.get('codes', 'same')).toBe(results.indexOf(true))
    })

    test('replaces a value only if it is the one that was read, and returns the other keys', async () => {
      await store.put('roster/s', 'one', { name: 'first', deep: [null] })
      await store.put('roster/s', 'two', 'first')
      const replaced = await store.replaceAll('roster/s', [
        { key: 'one', before: await store.get('roster/s', 'one'), value: { name: 'second' } },
        { key: 'two', before: 'another', value: 'lost' },
        { key: 'three', before: null, value: '' },
        { key: 'four', before: 'gone', value: 'lost' },
      ])
      expect(replaced).toEqual(['two', 'four'])
      expect(await store.list('roster/s')).toEqual([
        ['one', { name: 'second' }],
        ['three', ''],
        ['two', 'first'],
      ])
      expect(await store.replaceAll('roster/s', [])).toEqual([])
    })

    test('if many replace the same value at once, one succeeds each time', async () => {
      await store.put('keys', 'count', 0)
      const add = async (): Promise<void> => {
        const before = Number(await store.get('keys', 'count'))
        if ((await store.replaceAll('keys', [{ key: 'count', before, value: before + 1 }])).length > 0) await add()
      }
      await Promise.all(Array.from({ length: 10 }, add))
      expect(await store.get('keys', 'count')).toBe(10)
    })

    test('lists one table in order, and no other table', async () => {
      for (const key of ['b', 'a', 'c']) await store.put('links', key, { key })
      await store.put('keys', 'a', 'other')
      await store.put('sessions', 'z', 'other')
      expect(await store.list('links')).toEqual(['a', 'b', 'c'].map((key) => [key, { key }]))
      expect(await store.list('roster/s')).toEqual([])
    })

    test('stores many values at once, and clears one table only, as often as requested', async () => {
      const rows = Array.from({ length: 2_000 }, (_, index) => [`p${String(index).padStart(4, '0')}`, { index }] as const)
      await store.putAll('roster/a', rows)
      await store.putAll('roster/a', [])
      await store.put('roster/ab', 'p0000', 'another session')
      expect(await store.list('roster/a')).toEqual(rows)
      await store.clear('roster/a')
      await store.clear('roster/a')
      expect(await store.list('roster/a')).toEqual([])
      expect(await store.list('roster/ab')).toEqual([['p0000', 'another session']])
    })

    test('exchanges rows of one table for others, and a key in both gets the new value', async () => {
      const old = Array.from({ length: 2_000 }, (_, index) => [`a${String(index).padStart(4, '0')}`, { index }] as const)
      const kept = ['b', { kept: true }] as const
      await store.putAll('captions/s', [...old, kept])
      await store.put('captions/s2', 'a0000', 'another session')
      const news = Array.from({ length: 1_500 }, (_, index) => [`a${String(index + 1_000).padStart(4, '0')}`, { new: index }] as const)
      const gone = old.map(([key]) => key)
      await store.exchange('captions/s', [...gone, 'never there'], news)
      expect(await store.list('captions/s')).toEqual([...news, kept])
      await store.exchange('captions/s', [], [])
      await store.exchange('captions/s', ['b'], [])
      expect(await store.list('captions/s')).toEqual(news)
      expect(await store.list('captions/s2')).toEqual([['a0000', 'another session']])
    })

    test('stores a copy: a later change of the value has no effect', async () => {
      const value = { names: ['one'] }
      await store.put('sessions', 's', value)
      value.names.push('two')
      expect(await store.get('sessions', 's')).toEqual({ names: ['one'] })
    })

    test.for(under.reopen === null ? [] : ['a restart'])('keeps all values across %s', async () => {
      await store.put('sessions', 's', { name: 'kept' })
      await store.putNew('links', 'l', 'kept')
      store = (await under.reopen?.(store)) ?? store
      expect(await store.get('sessions', 's')).toEqual({ name: 'kept' })
      expect(await store.list('links')).toEqual([['l', 'kept']])
    })
  })
}
