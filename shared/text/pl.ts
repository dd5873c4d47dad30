import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Nasz czat działa teraz trochę wolniej.',
      works: 'Nadal można do nas pisać. Odpowiedź może zająć więcej czasu.',
    },
    'chat-failing': {
      headline: 'Wiadomości na czacie mogą teraz nie dochodzić.',
      works: 'Nadal można do nas pisać. Jeśli wiadomość się nie wyśle, prosimy wysłać ją ponownie.',
    },
    'chat-down': {
      headline: 'Przepraszamy, nasz czat teraz nie działa.',
      works: 'Prosimy spróbować ponownie nieco później.',
    },
    'attachments-delayed': {
      headline: 'Wysyłanie plików może teraz trwać dłużej.',
      outside: 'Wysyłanie plików na naszym czacie może teraz trwać dłużej.',
      works: 'Nadal można wysyłać wiadomości tekstowe.',
    },
    'attachments-failing': {
      headline: 'Pliki mogą teraz nie dochodzić.',
      outside: 'Pliki wysyłane na naszym czacie mogą teraz nie dochodzić.',
      works: 'Nadal można wysyłać wiadomości tekstowe.',
    },
    maintenance: {
      headline: 'Na naszym czacie trwają zaplanowane prace techniczne.',
      works: 'Jeśli coś nie działa, prosimy spróbować ponownie nieco później.',
    },
    possible: {
      headline: 'Na naszym czacie mogą występować problemy.',
      works:
        'Nadal można spróbować do nas napisać. Jeśli wiadomość się nie wyśle, prosimy wysłać ją ponownie.',
    },
    recovering: {
      headline: 'Były problemy z naszym czatem? Wkrótce powinno być lepiej.',
      works: 'Jeśli coś nadal nie działa, prosimy spróbować ponownie.',
    },
    back: {
      headline: 'Nasz czat znów działa normalnie.',
      works: 'Dziękujemy za cierpliwość.',
    },
  },
  sending: 'Problem z wysłaniem?',
  missing: 'Jeśli nasz czat się nie pojawia, prosimy spróbować ponownie nieco później.',
  working: 'Trwają prace nad rozwiązaniem.',
  since: 'Wiemy o tym od {time}.',
  contact: 'Można też skontaktować się z nami tutaj: {contact}',
  asOf: 'Ostatnie sprawdzenie: {time}.',
  own: 'Wiadomość od naszego zespołu',
  until: 'Przewidujemy, że potrwa to do {time}.',
  example: 'Przykład',
  region: 'Informacja o naszym czacie',
  close: 'Zamknij tę informację',
  open: 'Pokaż informację o naszym czacie',
}
