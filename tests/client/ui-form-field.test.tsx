// @vitest-environment jsdom
import { focusFirstError, TextField } from '@rostrum/client/ui/field.tsx'
import { TextArea } from '@rostrum/client/ui/text-area.tsx'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

afterEach(cleanup)
const ignore = (): void => undefined

const getDescriptions = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)

test('connects its label and its hint to the control', () => {
  render(<TextField label="Code" hint="Eight letters and digits." value="" onChange={ignore} />)
  const input = screen.getByLabelText('Code')
  expect(getDescriptions(input)).toEqual(['Eight letters and digits.'])
  expect(input.getAttribute('aria-invalid')).toBeNull()
})

test('shows the error next to the field, announces it, and marks the field invalid', () => {
  render(<TextField label="Code" hint="Eight letters and digits." error="No session has this code." value="K7" onChange={ignore} />)
  const input = screen.getByLabelText('Code')
  expect(getDescriptions(input)).toEqual(['Eight letters and digits.', 'No session has this code.'])
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('alert').textContent).toBe('No session has this code.')
})

test('moves the focus to the first invalid field', () => {
  const { container } = render(
    <form>
      <TextField label="Organization" value="x" onChange={ignore} />
      <TextField label="Group" error="Choose a group." value="" onChange={ignore} />
      <TextField label="Time" error="Write the time." value="" onChange={ignore} />
    </form>,
  )
  focusFirstError(container)
  expect(document.activeElement).toBe(screen.getByLabelText('Group'))
})

test('counts grapheme clusters', () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'
  render(
    <TextArea label="Question" value={`e\u0301${family}`} onChange={ignore} count={{ limit: 280, format: (used) => `${used} of 280` }} />,
  )
  expect(screen.getByText('2 of 280')).toBeTruthy()
})

test('[V31] an empty field has the direction of the page, and a filled one the direction of its text', () => {
  const fields = (value: string) => (
    <>
      <TextField label="One line" value={value} onChange={ignore} />
      <TextArea label="Several lines" value={value} onChange={ignore} />
    </>
  )
  const { rerender } = render(fields(''))
  const readDirections = () => screen.getAllByRole('textbox').map((field) => field.getAttribute('dir'))
  expect(readDirections()).toEqual([null, null])
  rerender(fields('a'))
  expect(readDirections()).toEqual(['auto', 'auto'])
})
