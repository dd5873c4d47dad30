import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'In questo momento la nostra chat è un po’ lenta.',
      works: 'Può comunque scriverci. Le risposte potrebbero tardare un po’.',
    },
    'chat-failing': {
      headline: 'I messaggi in chat potrebbero non arrivare in questo momento.',
      works: 'Può comunque scriverci. Se un messaggio non parte, provi a inviarlo di nuovo.',
    },
    'chat-down': {
      headline: 'Ci dispiace, la nostra chat non funziona in questo momento.',
      works: 'Per favore, riprovi un po’ più tardi.',
    },
    'attachments-delayed': {
      headline: 'In questo momento l’invio di file può richiedere più tempo.',
      outside: 'In questo momento l’invio di file nella nostra chat può richiedere più tempo.',
      works: 'Può comunque inviare messaggi di testo.',
    },
    'attachments-failing': {
      headline: 'I file potrebbero non arrivare in questo momento.',
      outside: 'In questo momento i file inviati nella nostra chat potrebbero non arrivare.',
      works: 'Può comunque inviare messaggi di testo.',
    },
    maintenance: {
      headline: 'È in corso una manutenzione programmata della nostra chat.',
      works: 'Se qualcosa non funziona, riprovi un po’ più tardi.',
    },
    possible: {
      headline: 'Potrebbe notare qualche problema nella nostra chat.',
      works: 'Può comunque provare a scriverci. Se un messaggio non parte, provi a inviarlo di nuovo.',
    },
    recovering: {
      headline: 'Ha avuto problemi nella nostra chat? Presto dovrebbe andare meglio.',
      works: 'Se qualcosa ancora non funziona, per favore riprovi.',
    },
    back: {
      headline: 'La nostra chat è tornata a funzionare normalmente.',
      works: 'Grazie per la pazienza.',
    },
  },
  sending: 'Problemi con l’invio?',
  missing: 'Se la nostra chat non compare, riprovi un po’ più tardi.',
  working: 'Si sta lavorando a una soluzione.',
  since: 'Rilevato: {time}.',
  contact: 'Può contattarci anche qui: {contact}',
  asOf: 'Ultimo controllo: {time}.',
  own: 'Un messaggio dal nostro team',
  until: 'Fine prevista: {time}.',
  example: 'Esempio',
  region: 'Informazioni sulla nostra chat',
  close: 'Chiudi questo avviso',
  open: 'Mostra l’avviso sulla nostra chat',
}
