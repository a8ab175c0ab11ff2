/** The short form of every proof, as CI runs it, and how a proof is judged. */
import { describe, expect, test } from 'vitest'
import { findStrace } from '../support/provision/strace.ts'
import { hasRedis } from '../support/redis-server.ts'
import { formatProofLine, main } from './main.ts'
import type { Proof } from './proof.ts'
import { type ProofName, proofs } from './table.ts'

const names = Object.keys(proofs) as ProofName[]
/** The rules that are proved here. */
const rules: Partial<Record<ProofName, string>> = {
  'kills-embedded': '[L15] ',
  'kills-redis': '[L15] ',
  'power-loss': '[L106] ',
  'same-time': '[L96] ',
  restart: '[L104] ',
  flood: '[L105] ',
  'slow-readers': '[L103] ',
  planted: '[L120] ',
}

/** As for all tests, in CI nothing is skipped. */
const isMissing = {
  redis: !hasRedis(),
  strace: process.env['CI'] === undefined && (await findStrace()) === null,
}

describe('the short form', () => {
  for (const name of names) {
    const { says, atMost, needs, run }: Proof = proofs[name]
    test.skipIf(needs !== undefined && isMissing[needs])(`[L90] ${rules[name] ?? ''}${name}: ${says}`, { timeout: atMost }, async () => {
      const { figure, failures } = await run('short', {})
      console.log(`${name}: ${figure}`)
      expect(failures).toEqual([])
    })
  }
})

test('[L90] a promise that is broken is said with what broke it', () => {
  const held = { figure: '0 lost of 12', failures: [] }
  expect(formatProofLine('repeats', proofs.repeats, held)).toBe('ok   repeats          G2         0 lost of 12')
  const broken = { figure: '1 lost of 12', failures: ['the seventh'] }
  expect(formatProofLine('repeats', proofs.repeats, broken)).toBe('FAIL repeats          G2         1 lost of 12\n     the seventh')
})

test('[L90] what is not there cannot be proved', async () => {
  expect(await main(['--short', 'nothing'])).toBe(2)
  expect(await main(['repeats'])).toBe(2)
  expect(await main(['--short', '--long', 'repeats'])).toBe(2)
  expect(await main(['--short', '--seed', '1', 'repeats'])).toBe(2)
  expect(await main(['--short', '--seed', 'one', 'simulation'])).toBe(2)
  expect(await main(['--short', '--seed', '1'])).toBe(2)
})
