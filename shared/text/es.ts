import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Nuestro chat va un poco lento en este momento.',
      works: 'Puedes seguir escribiéndonos. Las respuestas pueden tardar más.',
    },
    'chat-failing': {
      headline: 'Algunos mensajes del chat pueden no llegar en este momento.',
      works: 'Puedes seguir escribiéndonos. Si un mensaje falla, vuelve a enviarlo, por favor.',
    },
    'chat-down': {
      headline: 'Lo sentimos, nuestro chat no funciona en este momento.',
      works: 'Vuelve a intentarlo un poco más tarde, por favor.',
    },
    'attachments-delayed': {
      headline: 'El envío de archivos puede tardar más en este momento.',
      outside: 'El envío de archivos en nuestro chat puede tardar más en este momento.',
      works: 'Puedes seguir enviando texto.',
    },
    'attachments-failing': {
      headline: 'Es posible que los archivos no lleguen en este momento.',
      outside: 'Es posible que los archivos enviados en nuestro chat no lleguen en este momento.',
      works: 'Puedes seguir enviando texto.',
    },
    maintenance: {
      headline: 'Nuestro chat está en mantenimiento programado.',
      works: 'Si algo no funciona, vuelve a intentarlo un poco más tarde, por favor.',
    },
    possible: {
      headline: 'Puede que notes algún problema en nuestro chat.',
      works: 'Aun así, puedes intentar escribirnos. Si un mensaje falla, vuelve a enviarlo, por favor.',
    },
    recovering: {
      headline: '¿Has tenido problemas con nuestro chat? Debería mejorar pronto.',
      works: 'Si algo sigue sin funcionar, vuelve a intentarlo, por favor.',
    },
    back: {
      headline: 'Nuestro chat vuelve a funcionar con normalidad.',
      works: 'Gracias por tu paciencia.',
    },
  },
  sending: '¿Problemas para enviar?',
  missing: 'Si nuestro chat no aparece, vuelve a intentarlo un poco más tarde, por favor.',
  working: 'Ya se está trabajando en ello.',
  since: 'Detectado: {time}.',
  contact: 'También puedes contactarnos aquí: {contact}',
  asOf: 'Última comprobación: {time}.',
  own: 'Un mensaje de nuestro equipo',
  until: 'Fin previsto: {time}.',
  example: 'Ejemplo',
  region: 'Sobre nuestro chat',
  close: 'Cerrar este aviso',
  open: 'Mostrar el aviso sobre nuestro chat',
}
