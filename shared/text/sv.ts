import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Vår chatt är lite långsam just nu.',
      works: 'Du kan fortfarande skriva till oss. Det kan ta längre tid att få svar.',
    },
    'chat-failing': {
      headline: 'Vissa chattmeddelanden kanske inte går fram just nu.',
      works: 'Du kan fortfarande skriva till oss. Om ett meddelande inte går fram, skicka det gärna igen.',
    },
    'chat-down': {
      headline: 'Tyvärr fungerar inte vår chatt just nu.',
      works: 'Försök gärna igen lite senare.',
    },
    'attachments-delayed': {
      headline: 'Det kan ta längre tid att skicka filer just nu.',
      outside: 'Det kan ta längre tid att skicka filer i vår chatt just nu.',
      works: 'Du kan fortfarande skicka text.',
    },
    'attachments-failing': {
      headline: 'Filer kanske inte går fram just nu.',
      outside: 'Filer som skickas i vår chatt kanske inte går fram just nu.',
      works: 'Du kan fortfarande skicka text.',
    },
    maintenance: {
      headline: 'Planerat underhåll av vår chatt pågår.',
      works: 'Om något inte fungerar, försök gärna igen lite senare.',
    },
    possible: {
      headline: 'Du kanske märker av problem i vår chatt.',
      works: 'Du kan ändå försöka skriva till oss. Om ett meddelande inte går fram, skicka det gärna igen.',
    },
    recovering: {
      headline: 'Har du haft problem i vår chatt? Det borde snart bli bättre.',
      works: 'Om något fortfarande inte fungerar, försök gärna igen.',
    },
    back: {
      headline: 'Vår chatt fungerar som vanligt igen.',
      works: 'Tack för ditt tålamod.',
    },
  },
  sending: 'Går det inte att skicka?',
  missing: 'Om vår chatt inte visas, försök gärna igen lite senare.',
  working: 'Arbete pågår för att lösa det.',
  since: 'Känt sedan {time}.',
  contact: 'Du kan också nå oss här: {contact}',
  asOf: 'Senast kontrollerat {time}.',
  own: 'Ett meddelande från vårt team',
  until: 'Vi räknar med att det är så här till {time}.',
  example: 'Exempel',
  region: 'Om vår chatt',
  close: 'Stäng meddelandet',
  open: 'Visa meddelandet om vår chatt',
}
