import type { SaidSentences } from './en-said.ts'

export const frSaid: SaidSentences = {
  'heading.sense': 'Sentiment de la salle',
  'caption.sense': 'Groupes avec trois réponses de ce type ou plus',
  'sense.askedPeople':
    'De {from} à {until}, la présidence a recueilli le sentiment de la salle sur la formulation suivante : « {text} ». Une réponse par personne.',
  'sense.askedDelegations':
    'De {from} à {until}, la présidence a recueilli le sentiment de la salle sur la formulation suivante : « {text} ». Une réponse par délégation.',
  'sense.also': 'La formulation a aussi été présentée dans les termes suivants : « {text} ».',
  'sense.answered':
    '{n, plural, one {# personne sur {of} a répondu} many {# personnes sur {of} ont répondu} other {# personnes sur {of} ont répondu}}.',
  'sense.answeredFrom':
    '{n, plural, one {# personne sur {of} a répondu, issue} many {# personnes sur {of} ont répondu, issues} other {# personnes sur {of} ont répondu, issues}} de {groups, plural, one {# groupe} many {# groupes} other {# groupes}} sur {ofGroups}.',
  'sense.answeredDelegations':
    '{n, plural, one {# délégation sur {of} a répondu} many {# délégations sur {of} ont répondu} other {# délégations sur {of} ont répondu}}.',
  'sense.fewer': 'Moins de la moitié ont répondu.',
  'sense.published': 'La présidence a publié le résultat, qui figure au tableau {n}.',
  'sense.discarded': 'La présidence n’a pas publié le résultat.',
  'sense.lost': 'Le résultat a été perdu avant que la présidence ait pu décider de sa publication.',
  'sense.withdrawn': 'La présidence a retiré la formulation avant la fin du temps de réponse.',
  'sense.undecided': 'La présidence n’a pas encore décidé de la publication du résultat.',
  'sense.notVote': 'Il ne s’agissait pas d’un vote.',
  'sense.tooFew': 'Non affiché : trop peu de personnes dans chaque groupe',
  'sense.inGroups': 'dans {n, plural, one {# groupe} many {# groupes} other {# groupes}} sur {of}',

  'heading.words': 'Texte des sous-titres',
  'words.lead':
    'Les sous-titres sont saisis pendant les interventions et n’ont pas été vérifiés. Ils sont conservés à côté du journal et n’en font pas partie.',
  'words.cut': 'La suite se trouve dans les fichiers de sous-titres.',
  'log.captions': 'Sous-titres',
  'log.words':
    '{words, select, complete {Langues : {list}. Le texte de chaque intervention figure dans l’additif.} cut {Langues : {list}. Le texte des interventions figure dans l’additif ; là où il est coupé, cela est indiqué.} other {Langues : {list}. Le texte ne figure pas dans la version publique.}}',
}
