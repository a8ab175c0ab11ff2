import { chainCommits, findBrokenCommit, toCanonicalJson } from '@rostrum/server/engine/log/chain'
import { stampVersion, upcast } from '@rostrum/server/engine/log/upcast'
import type { Event } from '@rostrum/shared/contract/registry'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCommitsAfter } from '../support/commits.ts'

describe('chain', () => {
  test('is valid for unchanged commits, and names the first commit that was changed, left out or moved', () => {
    const commits = makeCommitsAfter(null, 9)
    expect(findBrokenCommit(commits)).toBeNull()
    for (const [index, commit] of commits.entries()) {
      const changed = commits.with(index, { ...commit, actor: { person: 'system' } })
      expect(findBrokenCommit(changed)?.revision).toBe(commit.revision)
    }
    expect(findBrokenCommit(commits.toSpliced(4, 1))?.revision).toBe(6)
    expect(findBrokenCommit([...commits.slice(0, 3), ...commits.slice(3, 5).reverse()])?.revision).toBe(5)
  })

  test('does not depend on the order in which fields were set', () => {
    const [commit] = makeCommitsAfter(null, 1)
    if (commit === undefined) throw new Error('one was made')
    const { revision, at, actor, command, events } = commit
    expect(toCanonicalJson({ events, command, actor, at, revision })).toBe(toCanonicalJson(commit))
    expect(chainCommits('', [{ events, command: { type: command.type, id: command.id }, actor, at, revision }])[0]?.chain).toBe(
      commit.chain,
    )
  })

  test('a change of any character is detected', () => {
    const [commit] = makeCommitsAfter(null, 1)
    if (commit === undefined) throw new Error('one was made')
    const text = toCanonicalJson(commit)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
        fc.pre(text[at] !== letter)
        let other: typeof commit
        try {
          other = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1))
        } catch (error) {
          return error instanceof SyntaxError // no longer a commit at all
        }
        return toCanonicalJson({ ...commit, ...other }) === text || findBrokenCommit([{ ...other, chain: commit.chain }]) !== null
      }),
    )
  })
})

describe('event versions', () => {
  const event = { type: 'agenda.segment-started', data: { segment: 'one' } } as unknown as Event
  const table = {
    'agenda.segment-started': [
      (data: unknown) => ({ ...(data as object), by: 'nobody' }),
      (data: unknown) => ({ ...(data as object), twice: true }),
    ],
  }

  test('an event without upcasters is written and read unchanged', () => {
    expect(stampVersion(event)).toBe(event)
    expect(upcast(event)).toEqual(event)
  })

  test('an old event passes through every upcaster from its version on', () => {
    expect(upcast(event, table).data).toEqual({ segment: 'one', by: 'nobody', twice: true })
    expect(upcast({ type: 'agenda.segment-started', data: { segment: 'one', by: 'us' }, version: 2 }, table).data).toEqual({
      segment: 'one',
      by: 'us',
      twice: true,
    })
    expect(stampVersion(event, table)).toEqual({ ...event, version: 3 })
    expect(upcast({ type: 'agenda.segment-started', data: { segment: 'one' }, version: 3 }, table)).toEqual(event)
  })

  test('an event of a future version is refused', () => {
    expect(() => upcast({ type: 'agenda.segment-started', data: {}, version: 9 })).toThrow(/newer than this program/)
  })
})
