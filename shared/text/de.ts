import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Unser Chat ist gerade etwas langsam.',
      works: 'Sie können uns weiterhin schreiben. Antworten können länger dauern.',
    },
    'chat-failing': {
      headline: 'Chatnachrichten kommen eventuell nicht an.',
      works:
        'Sie können uns weiterhin schreiben. Klappt es nicht, senden Sie die Nachricht bitte noch einmal.',
    },
    'chat-down': {
      headline: 'Unser Chat ist gerade leider nicht verfügbar.',
      works: 'Bitte versuchen Sie es etwas später noch einmal.',
    },
    'attachments-delayed': {
      headline: 'Das Senden von Dateien kann gerade länger dauern.',
      outside: 'In unserem Chat kann das Senden von Dateien gerade länger dauern.',
      works: 'Textnachrichten können Sie weiterhin senden.',
    },
    'attachments-failing': {
      headline: 'Dateien kommen gerade eventuell nicht an.',
      outside: 'In unserem Chat kommen Dateien gerade möglicherweise nicht an.',
      works: 'Textnachrichten können Sie weiterhin senden.',
    },
    maintenance: {
      headline: 'An unserem Chat finden gerade geplante Arbeiten statt.',
      works: 'Wenn etwas nicht klappt, versuchen Sie es bitte etwas später noch einmal.',
    },
    possible: {
      headline: 'Es kann sein, dass es in unserem Chat gerade etwas hakt.',
      works:
        'Sie können trotzdem versuchen, uns zu schreiben. Klappt es nicht, senden Sie die Nachricht bitte noch einmal.',
    },
    recovering: {
      headline: 'Hatten Sie Probleme mit unserem Chat? Das sollte bald besser werden.',
      works: 'Wenn etwas noch nicht klappt, versuchen Sie es bitte noch einmal.',
    },
    back: {
      headline: 'Unser Chat funktioniert wieder wie gewohnt.',
      works: 'Vielen Dank für Ihre Geduld.',
    },
  },
  sending: 'Klappt das Senden nicht?',
  missing: 'Falls unser Chat nicht erscheint, versuchen Sie es bitte etwas später noch einmal.',
  working: 'Es wird daran gearbeitet.',
  since: 'Bekannt seit {time}.',
  contact: 'Sie erreichen uns auch hier: {contact}',
  asOf: 'Zuletzt geprüft: {time}.',
  own: 'Hinweis von unserem Team',
  until: 'Das dauert voraussichtlich bis {time}.',
  example: 'Beispiel',
  region: 'Hinweis zu unserem Chat',
  close: 'Hinweis schließen',
  open: 'Hinweis zu unserem Chat anzeigen',
}
