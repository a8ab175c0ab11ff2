/** The short form of the proofs, as CI runs it. */
import { describe, expect, test } from 'vitest'
import { findStrace } from '../support/provision/strace.ts'
import { hasRedis } from '../support/redis-server.ts'
import type { Proof } from './proof.ts'
import { type ProofName, proofs } from './table.ts'

/** The programs that are missing here. In CI nothing is skipped, as with all tests. */
const isMissing = {
  redis: !hasRedis(),
  strace: process.env['CI'] === undefined && (await findStrace()) === null,
}

/** `rules`: the rules that a proof shows in addition to its promises. */
export function testShortForms(isChosen: (proof: Proof) => boolean, rules: Partial<Record<ProofName, `[${string}] `>>): void {
  describe('the short form', () => {
    for (const [name, proof] of Object.entries<Proof>(proofs).filter(([, proof]) => isChosen(proof))) {
      const { says, atMost, needs, run } = proof
      const rule = rules[name as ProofName] ?? ''
      test.skipIf(needs !== undefined && isMissing[needs])(`[L90] ${rule}${name}: ${says}`, { timeout: atMost }, async () => {
        const { figure, table = [], failures } = await run('short', {})
        console.log([`${name}: ${figure}`, ...table].join('\n'))
        expect(failures).toEqual([])
      })
    }
  })
}
