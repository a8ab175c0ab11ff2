import type { SaidSentences } from './en-said.ts'

export const frSaid: SaidSentences = {
  'heading.sense': 'Tendance de la salle',
  'caption.sense': 'Groupes avec trois réponses de ce type ou plus',
  'sense.askedPeople': 'De {from} à {until}, la présidence a demandé à tous : « {text} ». Une réponse par personne.',
  'sense.askedDelegations': 'De {from} à {until}, la présidence a demandé à tous : « {text} ». Une réponse par délégation.',
  'sense.also': 'La phrase a aussi été soumise ainsi : « {text} ».',
  'sense.answered': '{n} sur {of} ont répondu.',
  'sense.answeredFrom': '{n} sur {of} ont répondu, de {groups} groupes sur {ofGroups}.',
  'sense.answeredDelegations': '{n} délégations sur {of} ont répondu.',
  'sense.fewer': 'Moins de la moitié ont répondu.',
  'sense.published': 'La présidence a publié le résultat, qui figure au tableau {n}.',
  'sense.discarded': 'La présidence a demandé, et n’a pas publié le résultat.',
  'sense.lost': 'Le résultat a été perdu avant toute décision.',
  'sense.withdrawn': 'La présidence a retiré la phrase avant la clôture.',
  'sense.undecided': 'La publication du résultat n’est pas encore décidée.',
  'sense.notVote': 'Ce n’était pas un vote.',
  'sense.tooFew': 'Non affiché : trop peu de personnes dans chaque groupe',
  'sense.inGroups': 'dans {n, plural, one {# groupe} many {# groupes} other {# groupes}} sur {of}',

  'heading.words': 'Ce qui a été dit, d’après les sous-titres',
  'words.lead':
    'Les sous-titres sont écrits pendant que les gens parlent, et personne ne les a vérifiés. Ils sont conservés à côté du journal et n’en font pas partie.',
  'words.cut': 'La fin se trouve dans les fichiers de sous-titres.',
  'log.captions': 'Sous-titres',
  'log.words':
    '{words, select, complete {Langues : {list}. Les paroles de chaque intervention figurent dans l’additif.} cut {Langues : {list}. Les paroles des interventions figurent dans l’additif ; là où elles sont coupées, cela est indiqué.} other {Langues : {list}. Les paroles ne figurent pas dans la version publique.}}',
}
