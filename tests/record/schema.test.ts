/** docs/record.schema.json is written from the contract. To write it anew: `npx vitest run record/schema -u` in tests. */
import { exported } from '@rostrum/server/record/export-record'
import { record as schema } from '@rostrum/shared/contract/record'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { modelId, modelSession, modelSoFar } from '../support/model-session.ts'

const id = 'https://rostrum.example/record-1.schema.json'
const title = 'The record of a session'
const published = () => ({ $id: id, title, ...schema.toJSONSchema() })

test('[R12] docs/record.schema.json says what the contract says', async () => {
  await expect(`${JSON.stringify(published(), null, 2)}\n`).toMatchFileSnapshot('../../docs/record.schema.json')
})

test.each([
  ['of a session that is over', modelSession(), false],
  ['in public', modelSession(), true],
  ['so far', modelSoFar(), false],
] as const)('[R12] the record %s keeps to it, its keys in that order', async (_, commits, isPublic) => {
  const { bytes } = await exported(modelId, commits, { format: 'json', language: 'en', public: isPublic, notes: true })
  const text = new TextDecoder().decode(bytes)
  const validate = formats.default(new Ajv2020({ strict: false })).compile(published())
  expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null])
  expect(text).toBe(`${JSON.stringify(schema.parse(JSON.parse(text)), null, 2)}\n`)
})
