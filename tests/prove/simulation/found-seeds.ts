/** Seeds that found a fault in the product. They are run first, and are kept forever. */
export const foundSeeds: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 228, found: 'a loss was not reported where other nodes had written as much again' },
  { seed: 18, found: 'the cursor of equal views differed between nodes, and after a restart' },
  { seed: 263, found: 'a node refused by a state that another node had left behind' },
  { seed: 64, found: 'who was given the floor unasked was not shown as away' },
  { seed: 5578, found: 'a last call that an undo brought back after its end never ended' },
  { seed: 15361, found: 'a command that was refused and repeated in one group was accepted the second time' },
  { seed: 36883, found: 'after an undo the entities of a joint statement stood in another order on nodes that had read the log' },
  { seed: 47023, found: 'a step remembered more on a node that had read of earlier steps than on one that had lived through them' },
  { seed: 14214, found: 'an alarm that two nodes rang was the same commit, and its loss was not seen' },
]
