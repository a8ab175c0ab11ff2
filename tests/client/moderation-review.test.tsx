// @vitest-environment jsdom
/** The question under review: edited in place, labelled, put to somebody, given a place in the floor list, and asked together with another. */
import { load } from '@rostrum/client/text/text'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { at, button, comesIn, focusOn, opens, press, review, reviewed, rowButton, sentTypes } from '../support/question-page.tsx'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const three = { a: {}, b: {}, c: {} }
const edited = { decided: { what: 'edited', role: 'secretariat', at: at(10) } } as const
const type = (keys: string) => userEvent.keyboard(keys)

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(cleanup)

describe('the text', () => {
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the question' })

  it('is edited in place against the text that was seen; what was asked stays beside it', async () => {
    opens(three)
    await userEvent.type(field(), ' Why')
    expect(review().textContent).toContain('14 of 280')
    await press('Save the edit')
    expect(sent).toEqual([{ type: 'questions.edit', data: { question: 'a', text: 'Text of a? Why', expectedText: 'Text of a?' } }])
    comesIn({ ...three, a: { text: 'Text of a? Why', edited: true, desk: { original: 'Text of a?', ...edited } } })
    await answer()
    expect(field().value).toBe('Text of a? Why')
    expect(button('Save the edit')).toBeNull()
    expect(screen.getByRole('heading', { name: 'As it was asked' }).nextElementSibling?.textContent).toBe('Text of a?')
  })

  it('is never approved without the edit that stands on the page', async () => {
    opens(three)
    await userEvent.type(field(), ' Why')
    focusOn('a')
    await type('a')
    expect(sentTypes()).toEqual(['questions.edit'])
    await answer()
    expect(sentTypes()).toEqual(['questions.edit', 'questions.approve'])
    await answer()
    expect(reviewed()).toBe('Entity b')
  })

  it('is not approved where the edit is refused', async () => {
    opens(three)
    await userEvent.type(field(), ' Why')
    await press('Save and approve')
    await answer('moved-on')
    expect(sentTypes()).toEqual(['questions.edit'])
    expect(field().value).toBe('Text of a? Why')
  })

  it('shows both where somebody else changed it meanwhile, and goes on from theirs only when told to', async () => {
    opens(three)
    await userEvent.type(field(), ' Why')
    comesIn({ ...three, a: { text: 'Theirs?', desk: edited } })
    expect(field().value).toBe('Text of a? Why')
    expect(screen.getByRole('heading', { name: /changed the text/ }).nextElementSibling?.textContent).toBe('Theirs?')
    expect(button('Save the edit')?.getAttribute('aria-disabled')).toBe('true')
    expect(button('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
    await press('Go on with my edit')
    await press('Save the edit')
    expect(sent).toEqual([{ type: 'questions.edit', data: { question: 'a', text: 'Text of a? Why', expectedText: 'Theirs?' } }])
  })

  it('keeps an edit that is begun while another question is looked at', async () => {
    opens(three)
    await userEvent.type(field(), ' Why')
    await userEvent.click(rowButton('b') as Element)
    expect(field().value).toBe('Text of b?')
    await userEvent.click(rowButton('a') as Element)
    expect(field().value).toBe('Text of a? Why')
    await press('Discard the edit')
    expect(field().value).toBe('Text of a?')
  })

  it('is not saved longer than the session allows, nor empty', async () => {
    opens(three, { asking: { moderated: true, length: 12, cap: null, attribution: 'named' } })
    await userEvent.type(field(), ' Why')
    expect(button('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
    await userEvent.clear(field())
    expect(button('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('what it is about', () => {
  it('takes a part of the agenda, with the tags as they are', async () => {
    opens({ a: { desk: { tags: ['funding'] } } })
    await userEvent.selectOptions(within(review()).getByRole('combobox', { name: 'Agenda item' }), 'Failures')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: 'failures', tags: ['funding'] } }])
  })

  it('takes tags by Enter and by comma, each once, in the spelling that is in use', async () => {
    opens({ a: { segment: 'failures' as never, desk: { tags: ['funding'] } }, b: { desk: { tags: ['Accès'] } } })
    const field = within(review()).getByRole('combobox', { name: 'Tags' })
    await userEvent.type(field, 'Funding{Enter}')
    expect(sent).toEqual([])
    await userEvent.type(field, 'acces,')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: 'failures', tags: ['funding', 'Accès'] } }])
  })

  it('takes a tag away, and no sixth', async () => {
    opens({ a: { desk: { tags: ['one', 'two', 'three', 'four', 'five'] } } })
    expect(within(review()).getByRole<HTMLInputElement>('combobox', { name: 'Tags' }).disabled).toBe(true)
    await press('Remove the tag three')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: null, tags: ['one', 'two', 'four', 'five'] } }])
  })

  it('is put to a panellist, or to nobody', async () => {
    opens({ a: {} })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Assign to a panellist' }), 'Institute (Speaker 07)')
    expect(sent).toEqual([{ type: 'questions.put', data: { question: 'a', to: 'panellist' } }])
    comesIn({ a: { desk: { to: 'panellist' as never } } })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Assign to a panellist' }), 'Nobody')
    expect(sent.at(-1)).toEqual({ type: 'questions.put', data: { question: 'a', to: null } })
  })

  it('gives a place in the floor list instead, after saying what that does', async () => {
    opens(three)
    await press('Turn into a request')
    expect(screen.getByRole('dialog').textContent).toContain('12:04')
    expect(sent).toEqual([])
    await press('Put on the list')
    expect(sent).toEqual([{ type: 'questions.to-floor', data: { question: 'a' } }])
    await answer()
    expect(reviewed()).toBe('Entity b')
  })
})

describe('likely duplicates', () => {
  const asked = 'How will the fund pay for community networks?'
  const alike = {
    a: { text: asked },
    b: { text: 'How will the fund finance community networks?', status: 'approved', number: 12, total: 24 },
    c: { text: 'Which community networks closed after the first year?', status: 'approved', number: 13 },
    d: { text: 'How will this fund pay for the community networks?', status: 'declined' },
  } as const

  it('are shown with their support, and only among the open ones', () => {
    opens(alike)
    const similar = screen.getByRole('heading', { name: 'Similar questions' }).parentElement as HTMLElement
    expect(
      within(similar)
        .getAllByRole('article')
        .map((one) => one.querySelector('p')?.textContent),
    ).toEqual([alike.b.text])
    expect(similar.textContent).toContain('Q1224 support')
  })

  it('are merged: the other text stands, and one goes on', async () => {
    opens({ ...alike, e: {} })
    await press('Merge into Q12')
    expect(screen.getAllByRole('radio', { checked: true }).at(-1)?.textContent).toContain(alike.b.text)
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'b', question: 'a' } }])
    await answer()
    expect(reviewed()).toBe('Entity e')
  })

  it('are merged the other way round: this text stands, and stays under review', async () => {
    opens({ ...alike, e: {} })
    await press('Merge into Q12')
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(`^${asked.replace('?', '\\?')}`) }))
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'a', question: 'b' } }])
    await answer()
    expect(reviewed()).toBe('Entity a')
  })

  it('are put aside by whoever sees that they are not the same', async () => {
    opens(alike)
    await press('Not the same')
    expect(screen.getByText('None found among the open questions.')).not.toBeNull()
    expect(sent).toEqual([])
  })

  it('are found as they come', () => {
    opens({ a: { text: asked } })
    expect(button(/^Merge/)).toBeNull()
    comesIn({ a: { text: asked }, n: { text: 'How would the fund pay for community networks?' } })
    expect(button('Merge')).not.toBeNull()
  })
})
