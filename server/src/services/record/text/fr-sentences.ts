import type { Sentences } from './en-sentences.ts'
import { frSaid } from './fr-said.ts'

export const frSentences: Sentences = {
  'list.between': ', ',
  'list.last': ' et ',
  'list.itemEnd': ' ;',
  'list.itemLast': '.',
  'list.clauses': ' ; ',

  'cover.summary': 'Résumé établi par le secrétariat',
  'cover.online': '{place} et en ligne',
  'cover.day': '{day}, de {from} à {to} ({zone})',
  'cover.zone': 'heure locale à {place}',
  'cover.distribution': '{public, select, yes {Distr. générale} other {Distr. restreinte}}',
  'cover.original': 'Original : français',
  'cover.rehearsal': 'Répétition avec des participants simulés',
  'cover.soFar': 'La séance n’a pas encore été levée. Le présent compte rendu provisoire est arrêté à {time}.',
  'cover.responsibility':
    'Le présent résumé a été établi sous la responsabilité du secrétariat et n’a pas été adopté par les participants. Les chiffres sont tirés du compte rendu de la séance ({annex}). Les points sont tirés de notes prises en séance et ne reproduisent pas les propos des orateurs.',

  'heading.summary': 'Résumé',
  'heading.contents': 'Table des matières',
  'heading.introduction': 'Introduction',
  'heading.said': 'Résumé des débats',
  'heading.points': 'Points par thème et par groupe',
  'heading.topic': 'Thème {k}. {title}',
  'heading.outside': 'Hors ordre du jour',
  'heading.participation': 'Participation',
  'heading.order': 'Ordre de la liste des orateurs',
  'heading.notReached': 'Demandes non satisfaites et déclarations écrites',
  'heading.questions': 'Questions',
  'heading.next': 'Suite des travaux',
  'heading.interventions': 'Interventions',
  'heading.record': 'Compte rendu de la séance',
  'heading.statements': 'Déclarations écrites',
  'heading.chapter': '{number}. {title}',
  'heading.labelled': '{label} : {title}',
  'heading.annex': 'Annexe {number}',
  'ref.annex': 'annexe {number}',
  'heading.addendum': 'Additif',

  'ref.table': 'tableau {n}',
  'ref.both': 'figure {figure} et tableau {table}',
  'label.table': 'Tableau {n}',
  'label.figure': 'Figure {n}',
  'label.topic': 'Thème {k}',
  'label.guidingQuestion': 'Question directrice',
  'label.toWrite': 'À compléter',

  'sum.times': 'La séance a été ouverte à {opened} et levée à {closed}{planned, select, none {} other { (horaire prévu : {planned})}}.',
  'sum.span': 'de {from} à {to}',
  'sum.running': 'La séance a été ouverte à {opened} et n’a pas encore été levée.',
  'sum.notOpened': 'La séance n’a pas été ouverte. Elle doit commencer à {from} et se terminer à {to}.',
  'sum.registered':
    'Il y avait {n, plural, one {# participant inscrit} many {# participants inscrits} other {# participants inscrits}}{split, select, yes {, dont {room} pour participer en salle et {remote} à distance} other {}}, {groups}.',
  'sum.present':
    'Sur {n, plural, one {# participant inscrit} many {# participants inscrits} other {# participants inscrits}}, {p, plural, =0 {aucun n’a pris part à la séance} one {# a pris part à la séance} many {# ont pris part à la séance} other {# ont pris part à la séance}}{split, select, yes { : {room} en salle et {remote} à distance} other {}}{p, plural, =0 {} one {, {groups}} many {, {groups}} other {, {groups}}}.',
  'sum.registeredGuarded': 'Le nombre des participants inscrits figure au tableau {table}.',
  'sum.fromAll':
    'provenant {n, plural, one {du seul groupe de parties prenantes} =2 {des deux groupes de parties prenantes} many {des # groupes de parties prenantes} other {des # groupes de parties prenantes}}',
  'sum.fromSome':
    'provenant de {some, plural, one {# groupe de parties prenantes} many {# groupes de parties prenantes} other {# groupes de parties prenantes}} sur {n}',
  'sum.requests':
    'Il y a eu {n, plural, one {# demande de parole : {parts}} many {# demandes de parole, dont {parts}} other {# demandes de parole, dont {parts}}}.',
  'sum.noRequests': 'Il n’y a eu aucune demande de parole.',
  'part.heard': '{n, plural, one {# a été satisfaite} many {# ont été satisfaites} other {# ont été satisfaites}}',
  'part.joint':
    '{n, plural, one {# a été entendue dans une déclaration commune} many {# ont été entendues dans des déclarations communes} other {# ont été entendues dans des déclarations communes}}',
  'part.withdrawn': '{n, plural, one {# a été retirée} many {# ont été retirées} other {# ont été retirées}}',
  'part.removed': '{n, plural, one {# a été rayée de la liste} many {# ont été rayées de la liste} other {# ont été rayées de la liste}}',
  'part.absent':
    '{n, plural, one {# est devenue caduque en l’absence de son auteur à l’appel} many {# sont devenues caduques en l’absence de leurs auteurs à l’appel} other {# sont devenues caduques en l’absence de leurs auteurs à l’appel}}',
  'part.notReached':
    '{n, plural, one {# n’a pu être satisfaite} many {# n’ont pu être satisfaites} other {# n’ont pu être satisfaites}} faute de temps',
  'part.others': '{n, plural, one {# a eu une autre issue} many {# ont eu une autre issue} other {# ont eu une autre issue}}',
  'part.speaking':
    '{n, plural, one {# correspond à l’intervention en cours} many {# correspondent à l’intervention en cours} other {# correspondent à l’intervention en cours}}',
  'part.waiting': '{n, plural, one {# est en attente} many {# sont en attente} other {# sont en attente}}',
  'sum.invited':
    '{c, plural, one {La personne qui n’a pu être entendue a été invitée à déposer une déclaration écrite} many {Les personnes qui n’ont pu être entendues ont été invitées à déposer des déclarations écrites} other {Les personnes qui n’ont pu être entendues ont été invitées à déposer des déclarations écrites}}{n, plural, =0 {} one { ; # l’a fait} many { ; # l’ont fait} other { ; # l’ont fait}}.',
  'sum.time': 'Les interventions ont duré au total {n, plural, one {# minute} many {# minutes} other {# minutes}}.',
  'sum.waits':
    'La moitié des orateurs ont attendu moins de {median, plural, one {# minute} many {# minutes} other {# minutes}} ; l’attente la plus longue a été de {longest, plural, one {# minute} many {# minutes} other {# minutes}}.',
  'sum.questions':
    'Les participants ont posé {n, plural, one {# question} many {# questions} other {# questions}}{parts, select, none {} other {{n, plural, one { : {parts}} many {, dont {parts}} other {, dont {parts}}}}}.',
  'sum.points':
    'Sur {topic}, {n, plural, one {# point a été noté} many {# points ont été notés} other {# points ont été notés}}{some, plural, =0 {} one {, venant de # groupe sur {all}} many {, venant de # groupes sur {all}} other {, venant de # groupes sur {all}}}{tags, select, none {} other { ({tags})}}.',
  'sum.topic': 'le thème {k}, {title}',
  'sum.most': 'Le point soulevé par le plus grand nombre d’orateurs était le suivant : {note} (interventions {numbers}).',
  'write.symbol': 'la cote du document.',
  'write.topic': 'la teneur du débat sur {topic}, en deux ou trois phrases. Les points figurent au {table}.',
  'write.topicMost':
    'la teneur du débat sur {topic}. La phrase ci-dessus est une note prise en séance ; la reformuler dans les termes du rapport.',
  'write.common': 'ce que ces points ont en commun et ce qui les distingue.',
  'write.conduct': 'ce qu’il y a lieu d’ajouter sur le déroulement de la séance.',
  'write.next': 'usage qui sera fait du résumé, dates, adresse pour les observations. Si rien n’est écrit ici, ce titre est omis.',

  'tag.success': '{n, plural, one {# succès} many {# succès} other {# succès}}',
  'tag.failure': '{n, plural, one {# échec} many {# échecs} other {# échecs}}',
  'tag.expectation': '{n, plural, one {# attente} many {# attentes} other {# attentes}}',
  'tag.other': '{n, plural, one {# point} many {# points} other {# points}} « {tag} »',
  'tag.none': '{n, plural, one {# point sans étiquette} many {# points sans étiquette} other {# points sans étiquette}}',

  'intro.form':
    'La séance s’est tenue {form, select, hybrid {sous forme hybride} room {en salle} other {à distance}}. Elle comportait {parts}.{form, select, hybrid { Une seule liste des orateurs a servi pour la salle et pour les participants en ligne.} other {}}',
  'intro.presided': 'Se sont succédé à la présidence : {spans}.',
  'intro.presidedSpan': '{office} ({until, select, end {de {from} à la fin} now {depuis {from}} other {de {from} à {until}}})',
  'intro.nobody': 'personne',
  'office.numbered': '{office} {n}',
  'intro.opening': 'une ouverture',
  'intro.topics':
    '{n, plural, one {un thème} many {# thèmes} other {# thèmes}}{questions, select, each { ({n, plural, one {avec une question directrice} many {chacun avec une question directrice} other {chacun avec une question directrice}})} other {}}',
  'intro.panels': '{n, plural, one {une table ronde} many {# tables rondes} other {# tables rondes}}',
  'intro.floors': '{n, plural, one {un débat ouvert} many {# débats ouverts} other {# débats ouverts}}',
  'intro.closing': 'une clôture',
  'intro.registered':
    'Le tableau {table} indique les participants inscrits{present, select, yes { et ceux qui ont pris part à la séance} other {}}, par groupe. La liste des participants qui ont accepté que leur nom soit mentionné est distribuée séparément.',

  'said.intro':
    'Il a été noté {n, plural, one {# point, présenté au tableau {table} par thème et par groupe, avec son étiquette} many {# points, présentés au tableau {table} par thème et par groupe, avec leur étiquette} other {# points, présentés au tableau {table} par thème et par groupe, avec leur étiquette}}. Les chiffres entre parenthèses sont les numéros des interventions dans lesquelles le point a été soulevé (annexe I) ; un Q précède le numéro d’une question.',
  'said.interventions':
    'Sur ce thème, {n, plural, one {# intervention a été faite} many {# interventions ont été faites} other {# interventions ont été faites}}{split, select, yes {, {room} en salle et {remote} à distance} room { en salle} remote { à distance} other {}}. Groupes représentés : {groups} ({table}).',
  'said.took':
    '{n, plural, one {Elle a duré} many {Elles ont duré} other {Elles ont duré}} {minutes, plural, one {# minute} many {# minutes} other {# minutes}}.',
  'said.noInterventions': 'Sur ce thème, aucune intervention n’a été faite.',
  'said.began':
    'L’examen du thème a commencé à {time}{when, select, late {, {by, plural, one {# minute} many {# minutes} other {# minutes}} plus tard que prévu} early {, {by, plural, one {# minute} many {# minutes} other {# minutes}} plus tôt que prévu} other {}}{lasted, plural, =-1 {} one {{when, select, planned {} other {,}} et a duré # minute (durée prévue : {planned})} many {{when, select, planned {} other {,}} et a duré # minutes (durée prévue : {planned})} other {{when, select, planned {} other {,}} et a duré # minutes (durée prévue : {planned})}}.',
  'said.notHeld': 'Ce thème n’a pas été abordé.',
  'said.noted':
    'Il a été noté {tags}, chaque point venant d’un seul participant sauf indication contraire (les chiffres sont les numéros des interventions) :',
  'said.point': '{tag} : {note} ({source})',
  'said.pointUntagged': '{note} ({source})',
  'said.many': '{n, plural, one {un participant} many {# participants} other {# participants}}',
  'cell.general': 'Le thème dans son ensemble',
  'said.hidden': 'Les points notés et le tableau {table} ne figurent pas dans la version publique.',
  'said.general': 'le thème dans son ensemble',
  'said.questions':
    'Sur ce thème, {n, plural, one {# question a été reçue} many {# questions ont été reçues} other {# questions ont été reçues}} : {parts}.{table, select, none {} other { Le {table} présente les questions auxquelles il a été ou sera répondu.}}',
  'group.heard': '{heard, plural, one {# entendue} many {# entendues} other {# entendues}} sur {asked}',
  'group.none': 'participants sans groupe',
  'group.all': '{n, plural, one {le seul groupe} =2 {les deux groupes} many {tous, au nombre de #} other {tous, au nombre de #}}',
  'cell.noIntervention': 'Aucune intervention',
  'cell.noPoint': 'Aucun point noté',
  'cell.notGiven': 'Non indiqué',
  'note.notGiven': 'Non indiqué : moins de 3, et chiffres qui permettraient de retrouver un tel nombre.',
  'cell.fewer': 'Moins de 3',
  breadth: '{n, plural, one {# groupe} many {# groupes} other {# groupes}} sur {all}',

  'question.live':
    '{n, plural, one {# a reçu une réponse en séance} many {# ont reçu une réponse en séance} other {# ont reçu une réponse en séance}}',
  'question.in-writing':
    '{n, plural, one {# recevra une réponse écrite} many {# recevront une réponse écrite} other {# recevront une réponse écrite}}',
  'question.taken-on-notice':
    '{n, plural, one {# recevra une réponse ultérieurement} many {# recevront une réponse ultérieurement} other {# recevront une réponse ultérieurement}}',
  'question.notReached': '{n, plural, one {# n’a pas été abordée} many {# n’ont pas été abordées} other {# n’ont pas été abordées}}',
  'question.merged':
    '{n, plural, one {# a été jointe à une autre} many {# ont été jointes à d’autres} other {# ont été jointes à d’autres}}',
  'question.movedToQueue':
    '{n, plural, one {# a été inscrite sur la liste des orateurs} many {# ont été inscrites sur la liste des orateurs} other {# ont été inscrites sur la liste des orateurs}}',
  'question.declined':
    '{n, plural, one {# n’a pas été retenue ({reasons})} many {# n’ont pas été retenues ({reasons})} other {# n’ont pas été retenues ({reasons})}}',
  'question.withdrawn':
    '{n, plural, one {# a été retirée par son auteur} many {# ont été retirées par leurs auteurs} other {# ont été retirées par leurs auteurs}}',
  'question.published': '{n, plural, one {# est encore en attente} many {# sont encore en attente} other {# sont encore en attente}}',
  'question.pending':
    '{n, plural, one {# n’avait pas encore été examinée} many {# n’avaient pas encore été examinées} other {# n’avaient pas encore été examinées}}',
  'question.reason': '{reason} : {n}',
  'because.off-topic': 'hors sujet',
  'because.duplicate': 'déjà posée',
  'because.not-a-question': 'n’est pas une question',
  'because.conduct': 'contraire aux règles de conduite',
  'because.time': 'faute de temps',
  'question.all':
    '{n, plural, one {# question a été reçue : {parts}. Elle figure dans le fichier de données sous le même numéro.} many {Sur # questions reçues, {parts}. Toutes figurent dans le fichier de données sous les mêmes numéros.} other {Sur # questions reçues, {parts}. Toutes figurent dans le fichier de données sous les mêmes numéros.}}',
  'question.answeredLive': '{who}, {time}',
  'question.inSession': 'En séance',
  'question.inWriting': 'Par écrit',

  'share.two':
    'Le plus grand nombre de demandes vient de deux groupes : {first} et {second}, {n, plural, one {# demande} many {# demandes} other {# demandes}} par groupe, soit {both} sur {all} au total.',
  'share.within':
    'Pour aucun groupe, l’écart entre la part du temps de parole et la part des demandes n’a dépassé {n, plural, one {# point} many {# points} other {# points}} de pourcentage ({refs}).',
  'share.refs': 'Les parts des demandes et du temps de parole figurent ci-après ({refs}).',
  'share.channels': 'Les participants en salle ont parlé pendant {room} % du temps et les participants à distance pendant {remote} %.',
  'time.session':
    'La séance a commencé {began, select, late {avec {late, plural, one {# minute} many {# minutes} other {# minutes}} de retard} early {avec {late, plural, one {# minute} many {# minutes} other {# minutes}} d’avance} other {à l’heure}} et s’est achevée {ended, select, late {avec {over, plural, one {# minute} many {# minutes} other {# minutes}} de retard} early {avec {over, plural, one {# minute} many {# minutes} other {# minutes}} d’avance} other {à l’heure}} ({refs}).',
  'time.refs': 'L’utilisation du temps de la séance est présentée ci-après ({refs}).',
  'time.began':
    'La séance a commencé {began, select, late {avec {late, plural, one {# minute} many {# minutes} other {# minutes}} de retard} early {avec {late, plural, one {# minute} many {# minutes} other {# minutes}} d’avance} other {à l’heure}} ({refs}).',

  'order.oneList': 'Les demandes de la salle et celles des participants à distance figuraient sur une seule liste.',
  'order.span': '{until, select, end {De {from} à la fin,} other {De {from} à {until},}} {rule}',
  'order.received': 'la liste a suivi l’ordre des demandes.',
  'order.balanced':
    'la règle était « équilibré » : d’abord les participants dont l’organisation n’était pas encore intervenue sur le thème ; parmi eux, le groupe le moins entendu ; puis le mode de participation autre que celui de la dernière intervention ; puis l’heure de la demande.',
  'order.alternate':
    'la règle était « en salle et à distance, en alternance » : d’abord le mode de participation le plus en retard sur sa part des demandes, puis l’heure de la demande.',
  'order.rotate': 'la règle était « groupes à tour de rôle » : d’abord le groupe le moins entendu, puis l’heure de la demande.',
  'order.suggested': 'La règle était présentée à la présidence à titre de suggestion ; la liste elle-même a suivi l’ordre des demandes.',
  'order.limit':
    'Aucune demande ne pouvait être devancée{n, plural, =0 {} one { plus d’une fois} many { plus de # fois} other { plus de # fois}}, et les deux premières places ne changeaient que par décision de la présidence ou pour une motion d’ordre.',
  'order.overtaken':
    'Dans les faits, aucune demande n’a été devancée{n, plural, =0 {} one { plus d’une fois} many { plus de # fois} other { plus de # fois}}.',
  'order.neverOvertaken': 'Dans les faits, aucune demande n’a été devancée.',
  'order.moved':
    '{n, plural, one {Une demande a été déplacée par la présidence ou le secrétariat.} many {Des demandes ont été déplacées # fois par la présidence ou le secrétariat.} other {Des demandes ont été déplacées # fois par la présidence ou le secrétariat.}}',
  'order.limitStart': 'Le temps de parole était limité à {limit}.',
  'order.limitSet': 'À {time}, il a été fixé à {limit} pour les interventions à venir.',
  'order.points':
    '{n, plural, one {Une motion d’ordre a été présentée ; le temps qu’elle a pris n’a été imputé à aucun orateur.} many {Il y a eu # motions d’ordre ; le temps qu’elles ont pris n’a été imputé à aucun orateur.} other {Il y a eu # motions d’ordre ; le temps qu’elles ont pris n’a été imputé à aucun orateur.}}',
  'order.table': 'Le tableau {n} indique toutes les décisions.',
  length:
    '{seconds, plural, =0 {{minutes, plural, one {# minute} many {# minutes} other {# minutes}}} one {{clock} minutes} many {{clock} minutes} other {{clock} minutes}}',

  'left.intro':
    '{n, plural, one {À la levée de la séance, # demande n’avait pu être satisfaite} many {À la levée de la séance, # demandes n’avaient pu être satisfaites} other {À la levée de la séance, # demandes n’avaient pu être satisfaites}} ({table}).',
  'left.soFar':
    'À ce stade, {n, plural, one {# demande n’a pu être satisfaite} many {# demandes n’ont pu être satisfaites} other {# demandes n’ont pu être satisfaites}} ({table}).',
  'left.invited':
    '{n, plural, one {La personne concernée a été invitée} many {Les personnes concernées ont été invitées} other {Les personnes concernées ont été invitées}} à {time} à déposer une déclaration écrite de {words} mots au plus.',
  'left.received':
    '{n, plural, one {La déclaration reçue est la suivante : {list}. Elle est distribuée telle quelle, dans un additif.} many {Les déclarations reçues sont les suivantes : {list}. Elles sont distribuées telles quelles, dans un additif.} other {Les déclarations reçues sont les suivantes : {list}. Elles sont distribuées telles quelles, dans un additif.}}',
  'left.none': 'Aucune déclaration écrite n’a été reçue.',
  'left.statement': '{number} ({words, plural, one {# mot} many {# mots} other {# mots}})',
  'left.words': '{words, plural, one {# mot} many {# mots} other {# mots}}',
  'left.numbers':
    'La numérotation fait suite à celle des interventions. Il y a eu au total {n, plural, one {# demande} many {# demandes} other {# demandes}} : {parts}.',
  'left.more':
    'Parmi les interventions, {n, plural, one {une n’entre pas dans ce compte : elle était inscrite au programme, ou a été faite à l’invitation de la présidence ou dans l’exercice du droit de réponse} many {# n’entrent pas dans ce compte : elles étaient inscrites au programme, ou ont été faites à l’invitation de la présidence ou dans l’exercice du droit de réponse} other {# n’entrent pas dans ce compte : elles étaient inscrites au programme, ou ont été faites à l’invitation de la présidence ou dans l’exercice du droit de réponse}}.',
  'left.dash': 'Un tiret (—) signifie qu’aucun sujet n’a été indiqué.',
  'left.span': '{what} ({from}{one, select, yes {} other { à {to}}})',
  'left.receivedAs': 'Reçue ({number})',

  'annex.lead':
    'Dans l’ordre où elles ont été faites. « Attente » est le temps écoulé de la demande au début de l’intervention ; « dépassement », le temps utilisé au-delà de la limite. Temps en minutes et secondes.',
  'annex.total': 'Total, {n, plural, one {# intervention} many {# interventions} other {# interventions}}',
  'annex.notListed': 'Ne figurent pas ici : {parts}.',
  'annex.answers': '{n, plural, one {# réponse} many {# réponses} other {# réponses}} (avec les questions)',
  'annex.pointsOfOrder': '{n, plural, one {# motion d’ordre} many {# motions d’ordre} other {# motions d’ordre}} (chapitre IV)',
  'annex.notReached':
    '{n, plural, one {# demande non satisfaite} many {# demandes non satisfaites} other {# demandes non satisfaites}} faute de temps',
  'annex.others': '{n, plural, one {# autre demande} many {# autres demandes} other {# autres demandes}}',

  'log.session': 'Séance',
  'log.made': 'Tiré de',
  'log.head': 'Tête du journal',
  'log.profile': 'Stockage',
  'log.lost': 'Perdu',
  'log.lostEntries':
    'Les entrées {from} à {until} d’un journal antérieur, qui avaient été confirmées, ont été perdues lors d’une défaillance du stockage. La perte a été constatée le {time}. Rien n’en figure dans le présent compte rendu.',
  'log.version': 'Version',
  'log.byHand': 'Textes ajoutés à la main',
  'log.verify': 'Vérification',
  'log.template': 'Modèle',
  'log.entries': '{n, plural, one {{count} entrée} many {{count} entrées} other {{count} entrées}} du journal, jusqu’au {time} ({zone})',
  'log.edition':
    '{public, select, yes {Version publique} other {Version intégrale}}, en français. {rehearsal, select, yes {Il s’agit d’une répétition.} other {Il ne s’agit pas d’une répétition.}} Le fichier de données et le présent document, établis de nouveau à partir du même journal, sont identiques, octet par octet, tant que personne ne les modifie.',
  'log.hand':
    '{public, select, yes {Aucun.} other {Ceux qui portent la mention « À compléter ». Rien d’autre n’a été saisi à la main dans ce document après la séance.}}',

  'decision.opened': 'Séance ouverte ; règle « {rule} » ; limite de {limit}',
  'decision.closed':
    'Séance levée{n, plural, =0 {} one { ; # demande non satisfaite} many { ; # demandes non satisfaites} other { ; # demandes non satisfaites}}',
  'decision.moved': 'Demande déplacée de la place {from} à la place {to} : {who} (intervention {number})',
  'decision.point': 'Motion d’ordre : {who} ; {time}',

  'caption.registered': 'Participants inscrits, par groupe',
  'caption.present': 'Participants inscrits et participants ayant pris part à la séance, par groupe',
  'caption.matrix': 'Points par thème et par groupe',
  'caption.interventions': 'Interventions sur {topic}, dans l’ordre où elles ont été faites',
  'caption.questions': 'Questions sur {topic}, par soutien',
  'caption.participation': 'Demandes, interventions et temps, par groupe et par mode',
  'caption.languages': 'Interventions et temps, par langue',
  'caption.agenda': 'Ordre du jour, prévu et réel',
  'caption.decisions': 'Décisions sur la liste et le temps',
  'caption.notReached': 'Demandes non satisfaites',
  'caption.shares': 'Part des demandes et du temps de parole, par groupe',
  'caption.perCent': 'en pourcentage',
  'caption.timeline': 'Interventions et ordre du jour dans le temps',
  'legend.requests': 'Part {n, plural, one {de la seule demande} many {des # demandes} other {des # demandes}}',
  'legend.time': 'Part du temps de parole ({n, plural, one {# minute} many {# minutes} other {# minutes}})',
  'legend.room': 'Faites en salle',
  'legend.remote': 'Faites à distance. Chaque barre est une ligne de l’annexe I',
  'alt.shares':
    'Deux barres par groupe, part des demandes et part du temps de parole, en pourcentage. {values}. {finding} Chiffres au tableau {table}.',
  'alt.within': 'Aucun groupe ne s’écarte de plus de {n, plural, one {# point} many {# points} other {# points}} de pourcentage.',
  'alt.timeline':
    'Une ligne par groupe, avec une barre par intervention : {room} en salle, pleines, et {remote} à distance, vides. Au-dessous, l’ordre du jour prévu et réel. Chiffres à l’annexe I et au tableau {table}.',
  'alt.values': '{group} {requests} et {time}',
  ...frSaid,
}
