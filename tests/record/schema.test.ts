/** docs/record.schema.json is generated from the contract. To regenerate it, run `npx vitest run record/schema -u` in tests. */
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { recordSchema as schema } from '@rostrum/shared/contract/record'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { buildModelLog, buildModelLogSoFar, modelId } from '../support/model-session.ts'

const schemaId = 'https://rostrum.example/record-2.schema.json'
const schemaTitle = 'The record of a session'
const makePublishedSchema = () => ({ $id: schemaId, title: schemaTitle, ...schema.toJSONSchema() })

test('[R12] docs/record.schema.json matches the contract', async () => {
  await expect(`${JSON.stringify(makePublishedSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/record.schema.json')
})

test.each([
  ['of a closed session', buildModelLog(), false],
  ['in the public version', buildModelLog(), true],
  ['so far', buildModelLogSoFar(), false],
] as const)('[R12] the record %s matches the schema, with its keys in the same order', async (_, commits, isPublic) => {
  const { bytes } = await exportRecord(modelId, commits, { format: 'json', language: 'en', public: isPublic, notes: true })
  const text = new TextDecoder().decode(bytes)
  const validate = formats.default(new Ajv2020({ strict: false })).compile(makePublishedSchema())
  expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null])
  expect(text).toBe(`${JSON.stringify(schema.parse(JSON.parse(text)), null, 2)}\n`)
})
