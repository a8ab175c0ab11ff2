// @vitest-environment jsdom
/** The moderators' desk with many questions: approved together, looked for, and every one with its outcome. */
import { load } from '@rostrum/client/text/text'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { button, comesIn, counts, focusOn, listedIds, opens, press, reviewed, rowButton, type Table } from '../support/question-page.tsx'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const five = { a: {}, b: {}, c: {}, d: {}, e: {}, held: { status: 'on-hold' } } as const
const box = (id: string) => document.querySelector<HTMLInputElement>(`[data-row="${id}"] input`) as HTMLInputElement
const checked = () => [...document.querySelectorAll<HTMLInputElement>('[data-row] input')].filter((one) => one.checked).length
const pill = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const kept = () => screen.getAllByRole('listitem').filter((one) => !one.dataset['row'])
const bare = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069]/g, '')
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `q${index}`)

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(cleanup)

describe('together', () => {
  it('those between two touches are chosen with Shift, and approved by one press', async () => {
    opens(five)
    await userEvent.click(box('b'))
    fireEvent.click(box('d'), { shiftKey: true })
    expect(checked()).toBe(3)
    await press('Approve 3')
    expect(sent).toEqual([{ type: 'questions.approve-all', data: { questions: ['b', 'c', 'd'] } }])
    const approved = { status: 'approved', number: 1 } as const
    comesIn({ ...five, b: approved, c: approved, d: approved })
    await answer()
    expect(button(/^Approve \d/)).toBeNull()
    expect(reviewed()).toBe('Entity a')
  })

  it('are chosen from the keyboard with Shift and an arrow', async () => {
    opens(five)
    focusOn('a')
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(button('Approve 3')).not.toBeNull()
    expect(reviewed()).toBe('Entity c')
  })

  it('are all that are shown and wait; those on hold are not among them', async () => {
    opens(five)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all 5 shown' }))
    expect(document.querySelector('[data-row="held"] input')).toBeNull()
    await press('Approve 5')
    expect(sent).toEqual([{ type: 'questions.approve-all', data: { questions: ['a', 'b', 'c', 'd', 'e'] } }])
  })

  it('are no more chosen when somebody else has decided, or when they do not fit what is looked for', async () => {
    opens(five)
    for (const id of ['a', 'b', 'c']) await userEvent.click(box(id))
    comesIn({ ...five, b: { status: 'declined' } })
    await expect.poll(() => button('Approve 2')).not.toBeNull()
    await userEvent.type(screen.getByRole('searchbox'), 'entity a')
    expect(button('Approve 1')).not.toBeNull()
  })

  it('go in commands of a hundred', async () => {
    opens(Object.fromEntries(ids(130).map((id) => [id, {}])))
    for (let page = 0; page < 3; page += 1) {
      await userEvent.click(screen.getByRole('checkbox', { name: /^Select all/ }))
      await press('Later')
    }
    await press('Approve 130')
    expect(sent.map(({ data }) => (data as { questions: readonly string[] }).questions.length)).toEqual([100, 30])
  })
})

describe('2,000 questions', () => {
  const many: Table = Object.fromEntries(
    ids(2000).map((id, index) => [id, { text: index === 1700 ? 'Où est la bibliothèque ?' : `Question ${index} on open networks?` }]),
  )

  it('are drawn as few rows, followed by the arrows over pages', async () => {
    opens(many)
    expect(listedIds()).toHaveLength(50)
    focusOn('q0')
    await userEvent.keyboard('{End}')
    expect([reviewed(), document.activeElement]).toEqual(['Entity q1999', rowButton('q1999')])
    expect(bare(screen.getByText(/of 2000/).textContent)).toBe('1951–2000 of 2000')
    await press('Earlier')
    expect([listedIds()[0], reviewed()]).toEqual(['q1900', 'Entity q1999'])
    await press('See all')
    await pill(/^All 2000/)
    expect(document.querySelectorAll('li').length).toBeLessThan(200)
  })

  it('are searched within 100 ms, from the key that searches', () => {
    opens(many)
    const field = document.querySelector<HTMLInputElement>('[data-shortcut="find"]') as HTMLInputElement
    fireEvent.change(field, { target: { value: 'warm up' } })
    const begun = performance.now()
    fireEvent.change(field, { target: { value: 'OU EST LA BIBLIOTHEQUE' } })
    expect(performance.now() - begun).toBeLessThan(100)
    expect(listedIds()).toEqual(['q1700'])
    expect(screen.getByText('1 to review, 0 others found')).not.toBeNull()
  })
})

describe('looking for questions', () => {
  const mixed = {
    a: { text: 'Who pays?', segment: 'failures', desk: { tags: ['money'] }, from: { entity: 'Bank', group: 'private', channel: 'room' } },
    b: { text: 'Who pays for ramps?', from: { entity: 'Network', group: 'civil', channel: 'remote' } },
    c: { text: 'Who pays later?', status: 'approved', number: 12, desk: { tags: ['money'] } },
    d: { text: 'When?', status: 'declined', desk: { reason: 'time' } },
  } as unknown as Table

  it('counts what fits, to review and beside, and is cleared', async () => {
    opens(mixed)
    await userEvent.type(screen.getByRole('searchbox'), 'PAYS who')
    expect(screen.getByText('2 to review, 1 others found')).not.toBeNull()
    await userEvent.clear(screen.getByRole('searchbox'))
    await userEvent.type(screen.getByRole('searchbox'), 'q12')
    expect(listedIds()).toEqual([])
    expect(screen.getByText('No question to review fits. Clear the search to see all.')).not.toBeNull()
    await press('Clear the search')
    expect(listedIds()).toEqual(['a', 'b'])
  })

  it('narrows by part of the agenda, group and tag', async () => {
    opens(mixed)
    await press('Filter')
    const desk = screen.getByRole('region', { name: /^To review/ })
    const choose = (name: string, value: string) => userEvent.selectOptions(within(desk).getByRole('combobox', { name }), value)
    await choose('Agenda item', 'Failures')
    expect(listedIds()).toEqual(['a'])
    await choose('Agenda item', 'No item')
    expect(listedIds()).toEqual(['b'])
    await choose('Agenda item', 'All')
    await choose('Group', 'civil')
    expect(listedIds()).toEqual(['b'])
    await choose('Group', 'All')
    await choose('Tag', 'money')
    expect([listedIds(), screen.getByText('1 to review, 1 others found') !== null]).toEqual([['a'], true])
  })

  it('leaves the one under review where it is', async () => {
    opens(mixed)
    await userEvent.type(screen.getByRole('searchbox'), 'ramps')
    expect([listedIds(), reviewed()]).toEqual([['b'], 'Bank'])
  })
})

describe('all questions', () => {
  const every = {
    waits: {},
    q12: { status: 'approved', number: 12, text: 'Twelve?', merged: 1, total: 3 },
    q13: { status: 'approved', number: 13, text: 'Thirteen?', total: 9 },
    child: { status: 'merged', text: 'Twelve, too?', desk: { into: 'q12' } },
    other: { status: 'merged', text: 'Waits, too?', desk: { into: 'waits' } },
    no: { status: 'declined', desk: { reason: 'off-topic' } },
    live: { status: 'answered', number: 2, answer: 'live' },
    paper: { status: 'answered', number: 3, answer: 'in-writing' },
    floor: { status: 'to-floor' },
    gone: { status: 'withdrawn' },
  } as unknown as Table
  const all = async () => {
    opens(every, {
      questionCounts: counts({
        received: 10,
        pending: 1,
        published: 2,
        merged: 2,
        toFloor: 1,
        withdrawn: 1,
        declined: { 'off-topic': 1, duplicate: 0, 'not-a-question': 0, conduct: 0, time: 0 },
        answered: { live: 1, 'in-writing': 1, 'taken-on-notice': 0 },
      }),
    })
    await press('See all')
  }

  it('stand by what became of them, each with how many', async () => {
    await all()
    expect(screen.getAllByRole('radio').map((one) => bare(one.textContent))).toEqual([
      'Published 2',
      'Answered 2',
      'To review 1',
      'Declined 1',
      'Asked with another 2',
      'On the list of speakers 1',
      'Withdrawn 1',
      'Not reached 0',
      'All 10',
    ])
    expect(kept().map((one) => one.querySelector('button')?.textContent)).toEqual(['Thirteen?', 'Twelve?'])
    expect(kept()[1]?.textContent).toContain('1 other is asked with it')
  })

  it('are counted in a line that adds up', async () => {
    await all()
    const line = screen.getByText(/questions received/).textContent ?? ''
    const [received = 0, ...parts] = (bare(line).match(/\d+/g) ?? []).map(Number)
    expect([received, parts.reduce((sum, part) => sum + part, 0)]).toEqual([10, 10])
  })

  it('are separated from the one that they are asked with', async () => {
    await all()
    await pill(/^Asked with another/)
    expect(kept().map((one) => one.textContent?.includes('Asked with Q12'))).toEqual([true, false])
    expect(kept()[1]?.textContent).toContain('Asked with Text of waits?')
    await press(/^Separate ?Twelve, too/)
    expect(sent).toEqual([{ type: 'questions.unmerge', data: { question: 'child' } }])
  })

  it('are taken up again after they were declined', async () => {
    await all()
    await pill(/^Declined/)
    expect(kept()[0]?.textContent).toContain('Declined: Off topic')
    await press(/^Review again/)
    expect(sent).toEqual([{ type: 'questions.reopen', data: { question: 'no' } }])
  })

  it('say their outcome', async () => {
    await all()
    await pill(/^Answered/)
    expect(kept().map((one) => /Answered (live|in writing)/.exec(one.textContent ?? '')?.[0])).toEqual([
      'Answered live',
      'Answered in writing',
    ])
  })

  it('are opened, and declined also when published', async () => {
    await all()
    await press('Twelve?')
    expect(reviewed()).toBe('Entity q12')
    await pill(/^Conduct/)
    await press('Decline: Conduct')
    expect(sent).toEqual([{ type: 'questions.decline', data: { question: 'q12', reason: 'conduct' } }])
  })
})

describe('the switch of moderation', () => {
  const asking = (moderated: boolean) => ({ asking: { moderated, length: 280, cap: null, attribution: 'named' } })
  const name = 'Questions are seen by a moderator first'

  it('says what it means before it is thrown, and sends what was in force', async () => {
    opens(five)
    await press('See all')
    await userEvent.click(screen.getByRole('checkbox', { name }))
    expect(screen.getByRole('dialog').textContent).toContain('From now on everybody sees a question as soon as it is asked.')
    expect(sent).toEqual([])
    await press('Publish at once')
    expect(sent).toEqual([{ type: 'questions.moderate', data: { moderation: 'none', expectedModeration: 'before' } }])
  })

  it('is left as it is', async () => {
    opens(five, asking(false))
    await press('See all')
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name })
    expect(box.checked).toBe(false)
    await userEvent.click(box)
    await press('Cancel')
    expect([sent, box.checked]).toEqual([[], false])
  })

  it('closes when somebody else has thrown it', async () => {
    opens(five)
    await press('See all')
    await userEvent.click(screen.getByRole('checkbox', { name }))
    comesIn(five, asking(false))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
