import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Onze chat is op dit moment wat traag.',
      works: 'U kunt ons nog steeds een bericht sturen. Het kan langer duren voordat u antwoord krijgt.',
    },
    'chat-failing': {
      headline: 'Chatberichten komen nu misschien niet aan.',
      works: 'U kunt ons nog steeds een bericht sturen. Lukt het niet? Stuur het dan nog een keer.',
    },
    'chat-down': {
      headline: 'Sorry, onze chat werkt nu even niet.',
      works: 'Probeer het iets later nog een keer.',
    },
    'attachments-delayed': {
      headline: 'Bestanden versturen kan op dit moment langer duren.',
      outside: 'Bestanden versturen via onze chat kan op dit moment langer duren.',
      works: 'U kunt nog wel tekst sturen.',
    },
    'attachments-failing': {
      headline: 'Bestanden komen nu misschien niet aan.',
      outside: 'Bestanden die u via onze chat verstuurt, komen op dit moment misschien niet aan.',
      works: 'U kunt nog wel tekst sturen.',
    },
    maintenance: {
      headline: 'Er is op dit moment gepland onderhoud aan onze chat.',
      works: 'Werkt er iets niet? Probeer het iets later nog een keer.',
    },
    possible: {
      headline: 'Onze chat werkt nu misschien niet goed.',
      works:
        'U kunt nog steeds proberen ons een bericht te sturen. Lukt het niet? Stuur het dan nog een keer.',
    },
    recovering: {
      headline: 'Had u problemen met onze chat? Het zou snel beter moeten gaan.',
      works: 'Werkt er nog iets niet? Probeer het dan nog een keer.',
    },
    back: {
      headline: 'Onze chat werkt weer normaal.',
      works: 'Bedankt voor uw geduld.',
    },
  },
  sending: 'Lukt het verzenden niet?',
  missing: 'Verschijnt onze chat niet? Probeer het iets later nog een keer.',
  working: 'Er wordt aan gewerkt.',
  since: 'Bekend sinds {time}.',
  contact: 'U kunt ons ook hier bereiken: {contact}',
  asOf: 'Laatst gecontroleerd: {time}.',
  own: 'Een bericht van ons team',
  until: 'Dit duurt naar verwachting tot {time}.',
  example: 'Voorbeeld',
  region: 'Over onze chat',
  close: 'Melding sluiten',
  open: 'Melding over onze chat tonen',
}
