/** The OpenAPI document describes each command: what it does, who may send it, and why it can be refused. */
import { commandSchema } from '@rostrum/shared/api/commands'
import { commandRefusals } from '@rostrum/shared/contract/command-refusals'
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { expect, test } from 'vitest'

const { $defs = {} } = commandSchema.toJSONSchema({ io: 'input', unrepresentable: 'any' })

test.each(Object.keys(commands) as CommandType[])('%s has its sentence, its senders and its reasons', (type) => {
  const described = $defs[`Command.${type}`]
  expect(described).toMatchObject({ properties: { type: { const: type } }, required: ['id', 'type', 'data'] })
  const [sentence, rights] = described?.description?.split('\n\n') ?? []
  expect(sentence).toBe(commands[type].about)
  expect(sentence).toMatch(/^[A-Z][^\n]{9,}\.$/)
  expect(rights).toMatch(/^For: [a-z].*\. Refused: /)
  for (const reason of commandRefusals[type]) expect(rights).toContain(`\`${reason}\``)
})

test('the senders of a command are those in the table', () => {
  expect($defs['Command.floor.call']?.description).toMatch(/For: chair, secretariat\./)
  expect($defs['Command.queue.withdraw']?.description).toMatch(/participant \(own only\)/)
})
